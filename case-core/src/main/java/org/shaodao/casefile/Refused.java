package org.shaodao.casefile;

import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a {@link CaseRefusal} to the caller, across a network of nodes too: the refusal travels as the details. */
public final class Refused extends CommandExecutionException {
    private final transient CaseRefusal refusal;

    public Refused(CaseRefusal refusal) {
        super(refusal.code() + " " + refusal.facts(), null, refusal, false);
        this.refusal = refusal;
    }

    public CaseRefusal refusal() {
        return refusal;
    }
}
