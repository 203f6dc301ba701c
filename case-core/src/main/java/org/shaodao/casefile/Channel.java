package org.shaodao.casefile;

/** How a demand came in. */
public enum Channel {
    HOTLINE,
    COUNTER,
    ONLINE,
    MOBILE,
    GRID_VISIT,
    LETTER,
    OTHER
}
