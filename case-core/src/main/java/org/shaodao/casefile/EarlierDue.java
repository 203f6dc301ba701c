package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;

/**
 * A clock that is due earlier than it was.
 *
 * @param dispatch whose it is; null = the case's own
 * @param dueAt the last instant that is still in time from now on
 */
public record EarlierDue(ClockKind clock, @Nullable Integer dispatch, Integer round, Instant dueAt) {}
