package org.shaodao.people;

/** How somebody stands at the door. Several may be true of one person. */
public enum Standing {
    ACTIVE,
    /** Came with a one-time password, or has yet to: nothing is open but its change. */
    MUST_CHANGE,
    /** Wrong passwords were tried too often. */
    PAUSED,
    /** No role is theirs today, and they are let in nowhere. */
    NO_ROLE,
    ENDED
}
