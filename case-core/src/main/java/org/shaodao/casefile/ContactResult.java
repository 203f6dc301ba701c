package org.shaodao.casefile;

/** Whether a unit reached the resident 联系上 or not. */
public enum ContactResult {
    REACHED,
    NOT_REACHED
}
