package org.shaodao.view;

/** What a generation is good for. */
public enum GenerationState {
    /** Still being told what happened; nobody reads it. */
    BUILDING,
    /** The one that is read. */
    LIVE,
    /** Replaced or given up; dropped when the last reader must be gone. */
    RETIRED
}
