package org.shaodao.casefile;

/** How a follow-up ended: reached 已接通, not reached, declined, no contact data. */
public enum CallResult {
    REACHED,
    NOT_REACHED,
    DECLINED,
    NO_CONTACT_DATA
}
