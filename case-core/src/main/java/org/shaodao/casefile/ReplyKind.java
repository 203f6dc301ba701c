package org.shaodao.casefile;

/** Interim replies keep the resident informed; the final one ends the unit's part until it is verified. */
public enum ReplyKind {
    INTERIM,
    FINAL
}
