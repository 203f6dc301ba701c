package org.shaodao.clocks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.view.ViewRegistry;
import org.shaodao.web.Courier;
import org.shaodao.web.RequestMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * 时限看守. Tells cases that a deadline has passed, within two seconds, and everything that passed while nobody watched
 * as soon as somebody does. It only asks: the case decides whether the deadline was missed, and records it once.
 */
@Component
public class DeadlineWatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatcher.class);
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-0000000000c1");
    private static final By WATCHER = new By("deadline-watcher", null, Role.SYSTEM, null);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration MOST_BEHIND = Duration.ofSeconds(2);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final RunningClocks running;
    private final DeadlineLeases leases;
    private final Courier courier;
    private final ViewRegistry views;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile Instant lastLook = Instant.EPOCH;
    private Instant upToDate = Instant.EPOCH;
    private long headThen = Long.MAX_VALUE;

    DeadlineWatcher(RunningClocks running, DeadlineLeases leases, Courier courier, ViewRegistry views, Clock clock) {
        this.running = running;
        this.leases = leases;
        this.courier = courier;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("deadline-watcher").factory());
        var _ = watching.scheduleWithFixedDelay(this::lookOrSayWhyNot, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        thread = watching;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService watching = thread;
        thread = null;
        if (watching != null) {
            watching.close();
        }
    }

    /** It ends after the requests have ended: what it waits for must not keep the door open. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** When it last looked at an up-to-date list and could tell the cases. */
    Instant lastLook() {
        return lastLook;
    }

    private void lookOrSayWhyNot() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("deadlines could not be looked after: {}", e.toString());
        }
    }

    private void look() {
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

    /** Whether the case heard of it, whatever it said. */
    private boolean tell(Passed deadline, Instant now) {
        String commandId = UuidCreator.getNameBasedSha1(
                        NAMESPACE,
                        "%s %s %s %d %s"
                                .formatted(
                                        deadline.caseId(),
                                        deadline.dispatch(),
                                        deadline.clock(),
                                        deadline.round(),
                                        deadline.dueAt()))
                .toString();
        try {
            courier.deliver(
                    new ClockCommand.NoteMissedDeadline(
                            deadline.caseId(), WATCHER, now, deadline.dispatch(), deadline.clock(), deadline.round()),
                    new RequestMark(WATCHER, true, commandId, "deadline", true, null, "deadline", commandId));
        } catch (Refused refused) {
            // Ended or moved meanwhile: the list will hear of it.
            LOG.debug(
                    "deadline of {} was not missed: {}",
                    deadline.caseId(),
                    refused.refusal().code());
        } catch (RuntimeException e) {
            LOG.warn("case {} could not be told of a deadline: {}", deadline.caseId(), e.toString());
            return false;
        }
        return true;
    }
}
