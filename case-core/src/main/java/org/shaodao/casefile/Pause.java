package org.shaodao.casefile;

import java.time.Instant;

/** 停计. A while in which a clock stood still. */
public record Pause(Instant from, Instant until) {}
