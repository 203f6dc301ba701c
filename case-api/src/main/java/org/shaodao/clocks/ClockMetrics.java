package org.shaodao.clocks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.shaodao.clocks.RunningClocks.Tally;
import org.shaodao.view.ViewNotReady;
import org.springframework.stereotype.Component;

/** Tells whoever watches how many clocks run, are due within a day, and have passed. */
@Component
class ClockMetrics implements MeterBinder {
    private static final Duration SOON = Duration.ofDays(1);

    private final RunningClocks clocks;
    private final Clock clock;

    ClockMetrics(RunningClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("running", Tally::running, meters);
        gauge("soon", Tally::soon, meters);
        gauge("missed", Tally::missed, meters);
    }

    private void gauge(String state, ToLongFunction<Tally> count, MeterRegistry meters) {
        Gauge.builder("shaodao.clocks", () -> count(count))
                .tag("state", state)
                .description("Clocks that run, are due within a day, or have passed and still run; NaN while unknown")
                .register(meters);
    }

    private double count(ToLongFunction<Tally> count) {
        try {
            return count.applyAsLong(clocks.tally(clock.instant().plus(SOON)));
        } catch (ViewNotReady unknown) {
            return Double.NaN;
        }
    }
}
