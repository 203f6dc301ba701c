package org.shaodao.clocks;

import java.time.LocalTime;

/**
 * A stretch of working hours within one day.
 *
 * @param until the first moment outside; 00:00 means 24:00
 */
public record Hours(LocalTime from, LocalTime until) {
    public Hours {
        if (!from.isBefore(until) && !until.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("Working hours end after they begin: %s-%s".formatted(from, until));
        }
    }

    /** Whether these hours are over when the others begin. */
    boolean before(Hours others) {
        return !until.equals(LocalTime.MIDNIGHT) && !others.from.isBefore(until);
    }
}
