package org.shaodao.view;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs the coordinators of Axon's pooled processors, which sleep too long for us: 100 ms whenever a segment has 1,024
 * events waiting (two thirds of the time of a replay), and 500 ms whenever a stream without call-back is empty (the lag
 * of every live view). Neither can be configured, so the executor cuts every wait of up to half a second short; the
 * longer ones are back-offs after errors and claims, and stay.
 */
final class ShortWaits extends ScheduledThreadPoolExecutor {
    private static final long LONGEST_MILLIS = 500;
    private static final long INSTEAD_MILLIS = 5;

    ShortWaits(int threads, ThreadFactory names) {
        super(threads, names);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, cut(delay, unit), TimeUnit.MILLISECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return super.schedule(task, cut(delay, unit), TimeUnit.MILLISECONDS);
    }

    private static long cut(long delay, TimeUnit unit) {
        long millis = unit.toMillis(delay);
        return millis <= LONGEST_MILLIS ? Math.min(millis, INSTEAD_MILLIS) : millis;
    }
}
