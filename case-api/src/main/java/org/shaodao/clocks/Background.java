package org.shaodao.clocks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Looks at the clocks again and again, in a thread of its own; what goes wrong once is tried again. */
abstract class Background implements SmartLifecycle {
    /** So many cases are told at once; what they store then, the appender stores together. */
    private static final int TELLERS = 8;

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final Duration pause;
    private volatile @Nullable ScheduledExecutorService thread;

    Background(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** Looks once. */
    abstract void look();

    /** Tells all of them, several at once, unless it is to end; whether everybody heard of it. */
    <T> boolean toldAll(Collection<T> whom, Predicate<T> tell) {
        if (whom.isEmpty()) {
            return true;
        }
        try (var tellers = Executors.newFixedThreadPool(
                Math.min(TELLERS, whom.size()),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory())) {
            List<Callable<Boolean>> telling = whom.stream()
                    .<Callable<Boolean>>map(each -> () -> !isRunning() || tell.test(each))
                    .toList();
            return tellers.invokeAll(telling).stream().allMatch(Future::resultNow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = looking.scheduleWithFixedDelay(this::lookOrSayWhyNot, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = looking;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService looking = thread;
        thread = null;
        if (looking != null) {
            looking.close();
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

    private void lookOrSayWhyNot() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("{} could not look: {}", name, e.toString());
        }
    }
}
