package org.shaodao.clocks;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether somebody watches over deadlines here: red while the list of clocks is not up to date. */
@Component("deadlinesHealthIndicator")
class DeadlineHealth extends AbstractHealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DeadlineWatcher watcher;
    private final Clock clock;

    DeadlineHealth(DeadlineWatcher watcher, Clock clock) {
        super("the deadline watcher cannot be asked");
        this.watcher = watcher;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean watching = watcher.lastLook().plus(PATIENCE).isAfter(clock.instant());
        (watching ? health.up() : health.outOfService()).withDetail("lastLook", watcher.lastLook());
    }
}
