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
import org.shaodao.casefile.CaseCommand;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.view.ViewRegistry;
import org.shaodao.web.Courier;
import org.shaodao.web.RequestMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadline-watcher").factory());
    private volatile boolean watching;
    private volatile Instant lastLook = Instant.EPOCH;
    private Instant behindSince = Instant.MAX;
    private long headThen;

    DeadlineWatcher(RunningClocks running, DeadlineLeases leases, Courier courier, ViewRegistry views, Clock clock) {
        this.running = running;
        this.leases = leases;
        this.courier = courier;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public void start() {
        watching = true;
        thread.scheduleWithFixedDelay(this::lookOrSayWhyNot, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        watching = false;
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return watching;
    }

    /** When it last looked and had an up-to-date list to look at. */
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
        lastLook = now;
        List<Passed> passed = running.passed(now, BATCH);
        List<Passed> claimed = leases.claim(passed, now);
        claimed.forEach(deadline -> tell(deadline, now));
        if (claimed.size() == BATCH && watching) {
            thread.execute(this::lookOrSayWhyNot);
        } else if (passed.isEmpty()) {
            leases.forget(now.minus(FORGOTTEN_AFTER));
        }
    }

    /** Whether the list of clocks has not reached what the log was two seconds ago. */
    private boolean behind(Instant now) {
        var live = views.status("clocks").live();
        if (live.isEmpty()) {
            return true;
        }
        var progress = live.get().progress();
        if (progress.done() >= headThen) {
            headThen = progress.head();
            behindSince = now;
            return false;
        }
        return behindSince.plus(MOST_BEHIND).isBefore(now);
    }

    private void tell(Passed deadline, Instant now) {
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
                    new CaseCommand.NoteMissedDeadline(
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
        }
    }
}
