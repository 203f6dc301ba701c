package org.shaodao.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.clocks.WorkingCalendar;

/**
 * How long one clock runs.
 *
 * @param span the time it gives
 * @param dayEnd at which time of its last day a clock counted in days ends
 * @param source code of the pack's source that says so; null = of the pack's own making
 */
public record ClockRule(Span span, DayEnd dayEnd, @Nullable String source) {
    /** When a clock that starts then is due. Progress has half of the time. */
    public Due due(ClockKind kind, Instant start, WorkingCalendar calendar) {
        Due whole = Reckoning.due(start, span, dayEnd, calendar);
        return kind == ClockKind.PROGRESS ? Reckoning.half(start, whole, span.kind(), calendar) : whole;
    }

    /** How the time of a clock is measured that stood still: half of some days is a matter of hours. */
    public SpanKind measure(ClockKind kind) {
        return kind == ClockKind.PROGRESS ? span.kind().ofHours() : span.kind();
    }

    /** How the last day of a clock ends that stood still. */
    public DayEnd end(ClockKind kind) {
        return kind == ClockKind.PROGRESS ? DayEnd.SAME_TIME : dayEnd;
    }
}
