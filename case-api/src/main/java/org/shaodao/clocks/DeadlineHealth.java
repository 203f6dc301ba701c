package org.shaodao.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether somebody watches over deadlines here: red while the list of clocks is too far behind, and while for some time
 * nobody could be told.
 */
@Component("deadlinesHealthIndicator")
class DeadlineHealth extends AbstractHealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClocksLag lag;
    private final DeadlineWatcher watcher;
    private final Clock clock;

    DeadlineHealth(ClocksLag lag, DeadlineWatcher watcher, Clock clock) {
        super("the deadline watcher cannot be asked");
        this.lag = lag;
        this.watcher = watcher;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant now = clock.instant();
        boolean watching =
                !lag.tooFarBehind(now) && watcher.lastLook().plus(PATIENCE).isAfter(now);
        (watching ? health.up() : health.outOfService()).withDetail("lastLook", watcher.lastLook());
    }
}
