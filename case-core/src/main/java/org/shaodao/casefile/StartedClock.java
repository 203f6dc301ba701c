package org.shaodao.casefile;

import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;

/**
 * A clock 时限 as the step that started it stored it.
 *
 * @param round counts the clocks of the same kind on the same dispatch, or of the case itself, from 1: an extension
 *     keeps it, a rework opens the next
 * @param due when it is due, and how that was found
 */
public record StartedClock(ClockKind kind, Integer round, Due due) {}
