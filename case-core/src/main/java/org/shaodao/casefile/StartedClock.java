package org.shaodao.casefile;

import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.documents.ClockRule;

/**
 * A clock 时限 as the step that started or revised it stored it.
 *
 * @param round counts the clocks of the same kind on the same dispatch, or of the case itself, from 1: an extension
 *     keeps it, a rework opens the next
 * @param due when it is due, and how that was found
 * @param rule how long it was promised to be, so that a later policy pack never changes it; null = it is due when
 *     somebody decided
 */
public record StartedClock(
        ClockKind kind, Integer round, Due due, @Nullable ClockRule rule) {
    /** A clock that is due when somebody decided. */
    public StartedClock(ClockKind kind, Integer round, Due due) {
        this(kind, round, due, null);
    }
}
