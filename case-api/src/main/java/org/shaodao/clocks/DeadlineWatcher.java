package org.shaodao.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.view.ViewRegistry;
import org.springframework.stereotype.Component;

/**
 * 时限看守. Tells cases that a deadline has passed, within two seconds, and everything that passed while nobody watched
 * as soon as somebody does. It only asks: the case decides whether the deadline was missed, and records it once.
 */
@Component
public class DeadlineWatcher extends Background {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration MOST_BEHIND = Duration.ofSeconds(2);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final RunningClocks running;
    private final DeadlineLeases leases;
    private final ClockMessenger messenger;
    private final ViewRegistry views;
    private final Clock clock;
    private volatile Instant lastLook = Instant.EPOCH;
    private Instant upToDate = Instant.EPOCH;
    private long headThen = Long.MAX_VALUE;

    DeadlineWatcher(
            RunningClocks running, DeadlineLeases leases, ClockMessenger messenger, ViewRegistry views, Clock clock) {
        super("deadline-watcher", LOOK);
        this.running = running;
        this.leases = leases;
        this.messenger = messenger;
        this.views = views;
        this.clock = clock;
    }

    /** When it last looked at an up-to-date list and could tell the cases. */
    Instant lastLook() {
        return lastLook;
    }

    @Override
    void look() {
        Instant now = clock.instant();
        if (behind(now)) {
            return;
        }
        boolean told = true;
        Passed last = null;
        List<Passed> passed;
        do {
            passed = running.passed(now, last, BATCH);
            for (Passed deadline : leases.claim(passed, now)) {
                told &= !isRunning() || tell(deadline, clock.instant());
            }
            last = passed.isEmpty() ? null : passed.getLast();
        } while (passed.size() == BATCH && isRunning());
        leases.forget(now.minus(FORGOTTEN_AFTER));
        if (told) {
            lastLook = now;
        }
    }

    /** Whether the list of clocks has not reached what the log was when it was last known to be up to date. */
    private boolean behind(Instant now) {
        var live = views.status("clocks").live();
        if (live.isEmpty()) {
            return true;
        }
        var progress = live.get().progress();
        if (headThen == Long.MAX_VALUE || progress.done() >= headThen) {
            boolean firstLook = headThen == Long.MAX_VALUE;
            headThen = progress.head();
            if (firstLook && progress.done() < headThen) {
                return true;
            }
            upToDate = now;
            return false;
        }
        return upToDate.plus(MOST_BEHIND).isBefore(now);
    }

    private boolean tell(Passed deadline, Instant now) {
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
