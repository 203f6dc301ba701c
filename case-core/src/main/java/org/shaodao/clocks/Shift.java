package org.shaodao.clocks;

import java.time.Instant;

/** A stretch of time between two instants; {@code until} is the first moment outside. */
record Shift(Instant from, Instant until) {}
