package org.shaodao.view;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the coordinators of Axon's pooled processors, which sleep too long for us: 100 ms whenever a segment has 1,024
 * events waiting (two thirds of the time of a replay), and 500 ms whenever a stream without call-back is empty (the lag
 * of every live view). And which get up too often where nobody waits: for every event that comes alone. Neither can be
 * configured, so the executor sets every wait of up to half a second right; the longer ones are back-offs after errors
 * and claims, and stay.
 */
final class Coordinators extends ScheduledThreadPoolExecutor {
    private static final long LONGEST_MILLIS = 500;

    private final long least;
    private final long most;

    /** @param least how long they wait even when there is work */
    Coordinators(int threads, String names, Duration least, Duration most) {
        super(threads, Thread.ofPlatform().daemon().name(names, 0).factory());
        this.least = least.toMillis();
        this.most = most.toMillis();
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, right(delay, unit), TimeUnit.MILLISECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return super.schedule(task, right(delay, unit), TimeUnit.MILLISECONDS);
    }

    private long right(long delay, TimeUnit unit) {
        long millis = unit.toMillis(delay);
        return millis <= LONGEST_MILLIS ? Math.clamp(millis, least, most) : millis;
    }
}
