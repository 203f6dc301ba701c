package org.shaodao.pages;

import org.shaodao.board.BoardState;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.CommitmentFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.console.CalledUnit;
import org.shaodao.inbox.InboxTab;
import org.shaodao.keys.KeyState;
import org.shaodao.people.Person;
import org.shaodao.people.Standing;
import org.shaodao.view.ViewStatus.GenerationStatus;
import org.springframework.stereotype.Component;

/** Icon and colour of states, the same on every page. Called from templates as {@code @marks}. */
@Component("marks")
public class PageMarks {
    /** What a state looks like beside its text. */
    public enum Mark {
        WAITING("due", "○"),
        AT_WORK("now", "●"),
        DONE("done", "✓"),
        MISSED("missed", "✗"),
        DISPUTED("disputed", "⟲"),
        LATER("later", "○"),
        PARKED("parked", "–");

        private final String tone;
        private final String icon;

        Mark(String tone, String icon) {
            this.tone = tone;
            this.icon = icon;
        }

        /** The end of the name of a CSS class. */
        public String getTone() {
            return tone;
        }

        /** One character. */
        public String getIcon() {
            return icon;
        }
    }

    /** The mark of a case. */
    public Mark of(CasePhase phase) {
        return switch (phase) {
            case RAISED -> Mark.WAITING;
            case NOT_ACCEPTED, WITHDRAWN, MERGED -> Mark.PARKED;
            case HANDLING -> Mark.AT_WORK;
            case VERIFIED, CLOSED -> Mark.DONE;
        };
    }

    /** The mark of a unit's part in a case. */
    public Mark of(DispatchFacts.State state) {
        return switch (state) {
            case SENT -> Mark.WAITING;
            case ACKNOWLEDGED, ACCEPTED -> Mark.AT_WORK;
            case REPLIED, ENDED -> Mark.DONE;
        };
    }

    /** The mark of a clock. */
    public Mark of(ClockFacts.State state) {
        return switch (state) {
            case RUNNING -> Mark.WAITING;
            case MISSED, LATE -> Mark.MISSED;
            case MET -> Mark.DONE;
            case STOPPED, LAPSED -> Mark.PARKED;
        };
    }

    /** The mark of a promise. */
    public Mark of(CommitmentFacts.State state) {
        return switch (state) {
            case OPEN -> Mark.WAITING;
            case KEPT -> Mark.DONE;
            case BROKEN -> Mark.MISSED;
        };
    }

    /** The state of a clock that is missed and still runs. */
    public ClockFacts.State missed() {
        return ClockFacts.State.MISSED;
    }

    /** The mark of a tab of the inbox, and of the rows in it. */
    public Mark of(InboxTab tab) {
        return switch (tab) {
            case TO_ACKNOWLEDGE, DUE_SOON -> Mark.WAITING;
            case IN_HAND -> Mark.AT_WORK;
            case DISPUTED -> Mark.DISPUTED;
            case OVERDUE -> Mark.MISSED;
            case DONE -> Mark.DONE;
        };
    }

    /** The mark of a unit that was called. */
    public Mark of(CalledUnit.Standing standing) {
        return switch (standing) {
            case NOT_ACKNOWLEDGED, NOT_ARRIVED -> Mark.WAITING;
            case DISPUTED -> Mark.DISPUTED;
            case AT_WORK -> Mark.AT_WORK;
            case REPLIED, ENDED -> Mark.DONE;
        };
    }

    /** The mark of an item of the board. */
    public Mark of(BoardState state) {
        return switch (state) {
            case OPEN -> Mark.WAITING;
            case OVERDUE, FAILED -> Mark.MISSED;
            case STRUCK_OFF -> Mark.DONE;
        };
    }

    /** The mark of a user. */
    public Mark of(Standing standing) {
        return switch (standing) {
            case ACTIVE -> Mark.DONE;
            case MUST_CHANGE -> Mark.WAITING;
            case PAUSED -> Mark.MISSED;
            case NO_ROLE, ENDED -> Mark.PARKED;
        };
    }

    /** The mark of a role, or of a deputy in it. */
    public Mark of(Person.Term term) {
        return switch (term) {
            case NOW -> Mark.DONE;
            case LATER -> Mark.LATER;
            case OVER, TAKEN -> Mark.PARKED;
        };
    }

    /** The mark of a key. */
    public Mark of(KeyState state) {
        return switch (state) {
            case IN_USE -> Mark.DONE;
            case EXPIRES_SOON -> Mark.WAITING;
            case EXPIRED, REVOKED -> Mark.PARKED;
        };
    }

    /** The mark of one filling of a view. */
    public Mark of(GenerationStatus generation) {
        if (generation.failure() != null) {
            return Mark.MISSED;
        }
        return switch (generation.state()) {
            case BUILDING -> Mark.AT_WORK;
            case LIVE -> Mark.DONE;
            case RETIRED -> Mark.PARKED;
        };
    }
}
