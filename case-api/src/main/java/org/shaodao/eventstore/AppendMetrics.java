package org.shaodao.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** What the appender tells of itself. Every meter exists from the start, so that an alert can be written on it. */
final class AppendMetrics {
    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer latency;
    private final Counter conflicts;
    private final Counter reconnects;

    AppendMetrics(MeterRegistry registry, Collection<?> queue) {
        this.registry = registry;
        Gauge.builder("shaodao.append.queue", queue, Collection::size)
                .description("Requests that wait for the appender")
                .register(registry);
        batch = DistributionSummary.builder("shaodao.append.batch")
                .description("Requests taken up together")
                .baseUnit("requests")
                .register(registry);
        latency = Timer.builder("shaodao.append.latency")
                .description("From the request to its outcome, whatever it was")
                .register(registry);
        conflicts = Counter.builder("shaodao.append.conflicts")
                .description("Requests that came second: another event holds their sequence number")
                .register(registry);
        reconnects = Counter.builder("shaodao.append.reconnects")
                .description("Connections opened in place of a lost one")
                .register(registry);
        for (AppendRefused.Reason reason : AppendRefused.Reason.values()) {
            refusals(reason);
        }
    }

    private Counter refusals(AppendRefused.Reason reason) {
        return Counter.builder("shaodao.append.refusals")
                .description("Requests without success for reasons of the store or the caller")
                .tag("reason", reason.name())
                .register(registry);
    }

    void taken(int requests) {
        batch.record(requests);
    }

    void reconnected() {
        reconnects.increment();
    }

    void answered(Append.Outcome outcome, long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
        switch (outcome) {
            case Append.Outcome.Stored() -> {}
            case Append.Outcome.Conflict(var cause) -> conflicts.increment();
            case Append.Outcome.Refused(var reason, var cause) ->
                refusals(reason).increment();
        }
    }
}
