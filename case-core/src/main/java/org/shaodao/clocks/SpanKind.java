package org.shaodao.clocks;

/** In what a span is counted. No span is longer than ten years of its kind: longer ones are slips of the pen. */
public enum SpanKind {
    /** 分钟. Real minutes, day and night, on every day. */
    MINUTES(3_653 * 24 * 60),
    /** 工作时. Real hours within the working hours of working days. */
    WORKING_HOURS(3_653 * 8),
    /** 工作日. Working days after the starting day. */
    WORKING_DAYS(3_653),
    /** 自然日. Days after the starting day, whatever they are. */
    CALENDAR_DAYS(3_653);

    private final int longest;

    SpanKind(int longest) {
        this.longest = longest;
    }

    /** The largest amount of a span of this kind. */
    public int longest() {
        return longest;
    }

    /** Whether whole days are counted, so that the due instant is a matter of {@link DayEnd}. */
    public boolean countsDays() {
        return this == WORKING_DAYS || this == CALENDAR_DAYS;
    }

    /** The kind in which a part of a day of this kind is measured. */
    public SpanKind ofHours() {
        return switch (this) {
            case WORKING_HOURS, WORKING_DAYS -> WORKING_HOURS;
            case MINUTES, CALENDAR_DAYS -> MINUTES;
        };
    }
}
