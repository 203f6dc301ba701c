package org.shaodao.eventstore;

import org.jspecify.annotations.Nullable;

/** The store did not confirm an append, for a reason that lies not in the case but in the store or in the caller. */
public final class AppendRefused extends RuntimeException {
    /** Why, and with it whether the events may have been stored after all. */
    public enum Reason {
        /** Too many callers wait already. Nothing was stored; come again in a moment. */
        QUEUE_FULL("too many appends wait already; nothing was stored"),
        /** This node is going down. Nothing was stored; ask another. */
        SHUTTING_DOWN("this node is shutting down; nothing was stored"),
        /** The database is out of reach, too slow, full, or refused the events. Nothing was stored. */
        STORE_UNAVAILABLE("the database did not take the events; nothing was stored"),
        /** The calling thread was interrupted before its turn came. Nothing was stored; the flag is set again. */
        INTERRUPTED("the caller was interrupted; nothing was stored"),
        /** The connection was lost around the commit and did not return in time. Ask again with the same command id. */
        OUTCOME_UNKNOWN("the events may or may not have been stored; ask again with the same command id");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** Whether it is certain that nothing was stored. */
        public boolean nothingStored() {
            return this != OUTCOME_UNKNOWN;
        }
    }

    private final Reason reason;

    /** @param cause what the store said; null where it was not asked */
    public AppendRefused(Reason reason, @Nullable Throwable cause) {
        super("Append refused: " + reason.words, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
