package org.shaodao.casefile;

import java.util.Locale;

/** The phase a case is in, as everybody but the resident names it. */
public enum CasePhase {
    /** 已提出. Raised; nobody was called yet. */
    RAISED,
    /** 不予受理. Not ours; the resident was told the lawful way. */
    NOT_ACCEPTED,
    /** 已撤诉. The resident took the demand back. */
    WITHDRAWN,
    /** 办理中. Units are at work, or the street looks at what they did. */
    HANDLING,
    /** 已核验. The street found the work done; the resident may be asked. */
    VERIFIED,
    /** 已结案. Ended, until somebody has reason to open it again. */
    CLOSED,
    /** 已并单. Joined another case, which goes on for both. */
    MERGED;

    /** The name of the phase in refusals and documents, for example {@code not-accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether units have nothing more to do. */
    public boolean workDone() {
        return this == VERIFIED || this == CLOSED || this == MERGED;
    }
}
