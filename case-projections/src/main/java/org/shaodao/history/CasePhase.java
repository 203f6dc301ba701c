package org.shaodao.history;

import java.util.Locale;
import org.shaodao.casefile.CaseEvent;

/** The phase a case is in, as everybody but the resident names it. */
public enum CasePhase {
    RAISED,
    NOT_ACCEPTED,
    HANDLING,
    VERIFIED,
    CLOSED;

    /** The name of the phase in refusals and documents, for example {@code not-accepted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    CasePhase after(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Raised e -> RAISED;
            case CaseEvent.NotAccepted e -> NOT_ACCEPTED;
            case CaseEvent.WhistleBlown e -> HANDLING;
            case CaseEvent.Dispatched e -> HANDLING;
            case CaseEvent.Acknowledged e -> HANDLING;
            case CaseEvent.Accepted e -> HANDLING;
            case CaseEvent.Replied e -> HANDLING;
            case CaseEvent.ReworkOrdered e -> HANDLING;
            case CaseEvent.Verified e -> VERIFIED;
            case CaseEvent.FollowedUp e -> this;
            case CaseEvent.Closed e -> CLOSED;
            case CaseEvent.Reopened e -> HANDLING;
        };
    }
}
