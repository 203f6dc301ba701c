package org.shaodao.fact;

import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a {@link Refusal} to the caller, across a network of nodes too: the refusal travels as the details. */
public class Refused extends CommandExecutionException {
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code() + " " + refusal.facts(), null, refusal, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
