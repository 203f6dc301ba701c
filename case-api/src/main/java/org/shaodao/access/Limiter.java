package org.shaodao.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets nobody ask so often that others wait: each caller has a bucket of requests that fills again within a minute. */
@Component
class Limiter {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LimitSettings settings;
    private final Clock clock;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    Limiter(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** One request more of somebody: when they are heard again if it is too much. */
    Optional<Instant> refused(Caller caller) {
        return refused("caller " + caller.id(), caller.machine() ? settings.perKey() : settings.perPerson());
    }

    /** One request more of somebody unknown. */
    Optional<Instant> refused(String address) {
        return refused("address " + address, settings.perAddress());
    }

    /** One demand more of somebody unknown. */
    Optional<Instant> refusedRaise(String address) {
        return refused("raise " + address, settings.raisesPerAddress());
    }

    private Optional<Instant> refused(String whose, int aMinute) {
        ConsumptionProbe probe = buckets.get(
                        whose,
                        unknown -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, MINUTE))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(clock.instant().plusNanos(probe.getNanosToWaitForRefill()));
    }
}
