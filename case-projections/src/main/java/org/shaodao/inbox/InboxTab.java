package org.shaodao.inbox;

/** Where in a unit's inbox a dispatch stands. What is due is in the tab of its time too, as the clock shows it. */
public enum InboxTab {
    /** Sent; nobody of the unit has confirmed seeing it. */
    TO_ACKNOWLEDGE,
    /** Seen, accepted, answered for the time being, or sent back for rework. */
    IN_HAND,
    /** Handed back, and nobody has agreed or ruled yet; the unit goes on working meanwhile. */
    DISPUTED,
    /** The next of its time limits is due within {@link Inbox#SOON}. */
    DUE_SOON,
    /** The next of its time limits has passed. */
    OVERDUE,
    /** The unit gave its final reply, or the case was verified or closed without one. */
    DONE;

    /** Whether time brings dispatches here, whatever state they are in. */
    public boolean byTime() {
        return this == DUE_SOON || this == OVERDUE;
    }
}
