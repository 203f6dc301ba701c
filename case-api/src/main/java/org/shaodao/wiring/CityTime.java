package org.shaodao.wiring;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in the city: the time of the world, except while a demonstration fills an empty product with a past.
 * Then it stands where the demonstration puts it, so that what happens is recorded when it happens.
 */
public final class CityTime {
    private final Clock world;
    private volatile @Nullable Instant standing;

    private CityTime(Clock world, @Nullable Instant standing) {
        this.world = world;
        this.standing = standing;
    }

    /** The time of the world. */
    static CityTime now(Clock world) {
        return new CityTime(world, null);
    }

    /** Standing in the past. */
    static CityTime standingAt(Clock world, Instant past) {
        return new CityTime(world, past);
    }

    /** The time of the world, whatever it is in the city. */
    public Instant world() {
        return world.instant();
    }

    /** Whether it stands until somebody moves it. */
    public boolean stands() {
        return standing != null;
    }

    /** Moves it forward; what lies behind, and the time of the world, cannot be changed. */
    public void moveTo(Instant instant) {
        Instant now = standing;
        if (now != null && instant.isAfter(now)) {
            standing = instant;
        }
    }

    /** From now on it is the time of the world, for good. */
    public void flow() {
        standing = null;
    }

    Clock clock() {
        return clock(ZoneOffset.UTC);
    }

    private Clock clock(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return clock(other);
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNullElseGet(standing, world::instant);
            }
        };
    }
}
