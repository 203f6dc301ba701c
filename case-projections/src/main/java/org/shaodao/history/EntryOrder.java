package org.shaodao.history;

/** From which end a history is read. */
public enum EntryOrder {
    OLDEST_FIRST,
    NEWEST_FIRST
}
