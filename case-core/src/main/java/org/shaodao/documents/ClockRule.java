package org.shaodao.documents;

import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Span;

/**
 * How long one clock runs.
 *
 * @param span the time it gives
 * @param dayEnd at which time of its last day a clock counted in days ends
 * @param source code of the pack's source that says so; null = of the pack's own making
 */
public record ClockRule(Span span, DayEnd dayEnd, @Nullable String source) {}
