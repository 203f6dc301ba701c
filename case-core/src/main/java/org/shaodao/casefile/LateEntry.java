package org.shaodao.casefile;

import org.shaodao.clocks.ClockKind;

/** What counts when it occurred, and may be confirmed if it was entered late 补录 (rule 9). */
public enum LateEntry {
    /** 联系. The resident was contacted, or a full series of attempts was made. */
    CONTACT(ClockKind.FIRST_CONTACT),
    /** 到场. The unit arrived. */
    ARRIVAL(ClockKind.ARRIVAL);

    private final ClockKind clock;

    LateEntry(ClockKind clock) {
        this.clock = clock;
    }

    /** The clock that it ends. */
    ClockKind clock() {
        return clock;
    }
}
