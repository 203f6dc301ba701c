package org.shaodao.inbox;

/** Where in a unit's inbox a dispatch stands. */
public enum InboxTab {
    /** Sent; nobody of the unit has confirmed seeing it. */
    TO_ACKNOWLEDGE,
    /** Seen, accepted, answered for the time being, or sent back for rework. */
    IN_HAND,
    /** The unit gave its final reply, or the case was verified or closed without one. */
    DONE
}
