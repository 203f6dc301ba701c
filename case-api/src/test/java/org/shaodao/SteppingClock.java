package org.shaodao;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs like any clock, and can be put forward: weeks of a case pass within a test. */
public final class SteppingClock extends Clock {
    private final Clock clock = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** Puts the clock forward to a moment to come. */
    public void to(Instant moment) {
        if (moment.isBefore(instant())) {
            throw new IllegalArgumentException("It is past " + moment + " already");
        }
        ahead = Duration.between(clock.instant(), moment);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        SteppingClock utc = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return utc.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return utc.withZone(other);
            }
        };
    }
}
