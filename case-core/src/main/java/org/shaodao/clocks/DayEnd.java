package org.shaodao.clocks;

/**
 * When on its last day a clock that counts days is due. In each case the starting day is not counted (民法典 Civil Code,
 * art. 201).
 */
public enum DayEnd {
    /**
     * 停止业务活动的时间. At the end of working hours: "where there are business hours, the time at which business stops"
     * (art. 203). Counted in calendar days, a last day on which nobody works gives way to the next working day ("the day
     * after the statutory day off ends", same article, read to include weekly rest days).
     */
    END_OF_WORK,
    /**
     * The wall-clock time of the start, whoever works then; the last day never moves. A later start may be due earlier
     * the same day: on Sunday at 08:00 after Saturday at 22:00, both counted from Monday, or in the second pass of an
     * hour that comes twice.
     */
    SAME_TIME,
    /** 二十四时. At 24:00, which is 00:00 of the day after (art. 203 without business hours); the last day never moves. */
    MIDNIGHT
}
