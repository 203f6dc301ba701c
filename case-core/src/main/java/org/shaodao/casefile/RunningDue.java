package org.shaodao.casefile;

import java.time.Instant;
import org.shaodao.clocks.ClockKind;

/** What a duplicate's resident was promised and may still expect: a clock that runs for the case or for its lead. */
public record RunningDue(ClockKind clock, Instant dueAt) {}
