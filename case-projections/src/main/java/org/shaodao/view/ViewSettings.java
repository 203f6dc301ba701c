package org.shaodao.view;

import java.time.Duration;

/**
 * How a node treats its views.
 *
 * @param reconcile how often running processors are compared with the table of generations
 * @param grace how long a retired generation stays for readers who began before the switch
 * @param patience how long a reader waits for what it has written
 * @param batchSize events per transaction and segment
 */
public record ViewSettings(Duration reconcile, Duration grace, Duration patience, int batchSize) {
    /** What a town needs. */
    public static final ViewSettings DEFAULT =
            new ViewSettings(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(3), 500);
}
