package org.shaodao.sla;

/** How a counted thing came out. */
public enum Result {
    /** It is there; nothing else is asked of it. */
    COUNTED,
    IN_TIME,
    /** Done in time as far as is known; nobody has judged it yet. */
    PENDING,
    MISSED,
    YES,
    PARTLY,
    BASICALLY,
    NO,
    ANSWERED,
    NOT_REACHED,
    DECLINED,
    NO_DATA,
    NOBODY_ASKED,
    /** Joined another case. */
    MERGED,
    KEPT,
    HANDED_BACK,
    UPHELD,
    REJECTED
}
