package org.shaodao.problem;

import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;

/** A step that was not taken, but of which the case remembers that it was tried. */
public final class RefusedAndKept extends Refused {
    private static final long serialVersionUID = 1;

    private final long version;

    /** @param version the one that the attempt made */
    public RefusedAndKept(Refusal refusal, long version) {
        super(refusal);
        this.version = version;
    }

    long version() {
        return version;
    }
}
