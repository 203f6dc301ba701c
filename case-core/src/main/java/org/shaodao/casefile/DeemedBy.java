package org.shaodao.casefile;

/** By what a unit is deemed to have accepted 视为接受: its silence while it could have handed back, or a ruling. */
public enum DeemedBy {
    SILENCE,
    RULING
}
