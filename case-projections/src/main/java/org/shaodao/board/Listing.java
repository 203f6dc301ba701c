package org.shaodao.board;

import org.shaodao.clocks.ClockKind;

/** Why something stands on the board. */
public enum Listing {
    /** 挂账. A case that stands still until it is looked at again. */
    PARKED(ClockKind.PARKING_REVIEW),
    /** 督办. An order to act and to report. */
    SUPERVISION(ClockKind.SUPERVISION),
    /** 承诺. A promise with a date. */
    COMMITMENT(ClockKind.COMMITMENT);

    private final ClockKind clock;

    Listing(ClockKind clock) {
        this.clock = clock;
    }

    ClockKind clock() {
        return clock;
    }
}
