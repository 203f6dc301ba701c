package org.shaodao.clocks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.clocks.RunningClocks.Passed;
import org.springframework.stereotype.Component;

/**
 * 时限看守. Tells cases that a deadline has passed, within two seconds, and everything that passed while nobody watched
 * as soon as somebody does. It only asks: the case decides whether the deadline was missed, and records it once.
 */
@Component
public class DeadlineWatcher extends Background {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int PAGE = 100;

    private final RunningClocks running;
    private final DeadlineLeases leases;
    private final ClockMessenger messenger;
    private final ClocksLag lag;
    private final Clock clock;
    private final Timer lateness;
    private volatile Instant lastLook = Instant.EPOCH;
    private Passed lastNew;
    private @Nullable Passed lastOfAll;

    DeadlineWatcher(
            RunningClocks running,
            DeadlineLeases leases,
            ClockMessenger messenger,
            ClocksLag lag,
            Clock clock,
            MeterRegistry meters) {
        super("deadline-watcher", LOOK);
        this.running = running;
        this.leases = leases;
        this.messenger = messenger;
        this.lag = lag;
        this.clock = clock;
        this.lateness = Timer.builder("shaodao.deadline.lateness")
                .description("From the due instant to when the case was told that it passed")
                .register(meters);
        this.lastNew = Passed.at(clock.instant());
    }

    private boolean failing;

    /** When it last looked at an up-to-date list and could tell the cases. */
    Instant lastLook() {
        return lastLook;
    }

    /**
     * Reads on where it ended, so that however much has passed, and whoever looks after it, it reads one page at a time;
     * and lets what has just passed go before what has waited long.
     */
    @Override
    void look() {
        boolean more = true;
        while (more && isRunning()) {
            Instant now = clock.instant();
            if (lag.tooFarBehind(now)) {
                return;
            }
            List<Passed> justPassed = running.passed(now, lastNew, PAGE);
            List<Passed> passed = running.passed(now, lastOfAll, PAGE);
            lastNew = justPassed.isEmpty() ? lastNew : justPassed.getLast();
            lastOfAll = passed.size() < PAGE ? null : passed.getLast();
            List<Passed> claimed = leases.claim(Stream.concat(justPassed.stream(), passed.stream())
                    .distinct()
                    .toList());
            boolean told = toldAll(claimed, this::tell);
            failing = claimed.isEmpty() ? failing : !told; // what failed is claimed again when its lease is over
            if (!failing) {
                lastLook = clock.instant();
            }
            leases.forget(2 * PAGE);
            more = !claimed.isEmpty() && (justPassed.size() == PAGE || passed.size() == PAGE);
        }
    }

    private boolean tell(Passed deadline) {
        Instant now = clock.instant();
        lateness.record(Duration.between(deadline.dueAt(), now));
        return messenger.tell(
                new ClockCommand.NoteMissedDeadline(
                        deadline.caseId(),
                        ClockMessenger.WATCHER,
                        now,
                        deadline.dispatch(),
                        deadline.clock(),
                        deadline.round()),
                "%s %s %s %d %s"
                        .formatted(
                                deadline.caseId(),
                                deadline.dispatch(),
                                deadline.clock(),
                                deadline.round(),
                                deadline.dueAt()));
    }
}
