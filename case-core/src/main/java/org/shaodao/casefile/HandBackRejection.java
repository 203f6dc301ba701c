package org.shaodao.casefile;

/** Why a hand-back 退单 could not be taken: the time for it is over, it was handed back before, or the district said that this unit must act. */
public enum HandBackRejection {
    WINDOW_CLOSED,
    SECOND_TIME,
    MUST_ACT
}
