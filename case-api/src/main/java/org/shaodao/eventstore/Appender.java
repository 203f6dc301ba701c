package org.shaodao.eventstore;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.shaodao.eventstore.Append.Outcome;
import org.shaodao.eventstore.Append.Outcome.Refused;
import org.shaodao.eventstore.AppendRefused.Reason;
import org.shaodao.eventstore.AppendSession.SessionLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events to the log: one thread, one connection, one transaction for everything that waits. Callers share the
 * price of a durable commit, and the log has one order.
 *
 * <p>Whoever is told that events are stored finds them, once; whoever is told that nothing is stored finds nothing.
 * After a lost connection the appender looks which of its requests were committed before it goes on. Only if the
 * database does not return in time is a caller told that the outcome is unknown.
 */
public final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long LOOK_UP_MILLIS = 100;

    private final AppendLimits limits;
    private final SessionTimeouts timeouts;
    private final AppendMetrics metrics;
    private final AppendWriter writer;
    private final BlockingQueue<Append> queue;
    private final Thread thread = new Thread(this::run, "appender");
    private @Nullable Throwable befallen;
    private volatile long cameAround = System.nanoTime();
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile long drainUntil;

    private Appender(
            AppendConnections connections, AppendLimits limits, SessionTimeouts timeouts, MeterRegistry registry) {
        this.limits = limits;
        this.timeouts = timeouts;
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        this.metrics = new AppendMetrics(registry, queue);
        this.writer = new AppendWriter(connections, timeouts, metrics);
    }

    /**
     * An appender that connects at once and, when the database is gone, goes on trying until it is closed.
     *
     * @param connections where its own connection comes from, never the pool
     */
    public static Appender start(
            AppendConnections connections, AppendLimits limits, SessionTimeouts timeouts, MeterRegistry registry) {
        Appender appender = new Appender(connections, limits, timeouts, registry);
        appender.thread.setDaemon(true);
        appender.thread.start();
        return appender;
    }

    /** Whether a request made now would have its turn: there is a connection, and no conversation on it hangs. */
    public boolean available() {
        return !closing
                && writer.connected()
                && System.nanoTime() - cameAround < limits.begin().toNanos();
    }

    /** Stores the events, all or none, and returns when that is durable or decided otherwise. */
    Outcome append(List<StoredEvent> events) {
        long asked = System.nanoTime();
        Outcome outcome = ask(new Append(events));
        metrics.answered(outcome, System.nanoTime() - asked);
        return outcome;
    }

    private Outcome ask(Append request) {
        if (closing) {
            return new Refused(Reason.SHUTTING_DOWN, null);
        }
        try {
            if (!queue.offer(request, limits.enter().toNanos(), NANOSECONDS)) {
                return new Refused(Reason.QUEUE_FULL, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused(Reason.INTERRUPTED, e);
        }
        if (ended && request.claim()) {
            return new Refused(Reason.SHUTTING_DOWN, null);
        }
        Outcome outcome = request.await(limits.begin(), limits.answer());
        if (outcome instanceof Refused) {
            queue.remove(request);
        }
        return outcome;
    }

    /** Takes no more requests, writes those that wait as far as the time to drain allows, and ends. */
    @Override
    public void close() {
        drainUntil = System.nanoTime() + limits.drain().toNanos();
        closing = true;
        try {
            if (!thread.join(limits.drain())) {
                writer.abort();
                thread.join(timeouts.network());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!finished()) {
                goAround();
            }
        } catch (InterruptedException e) {
            LOG.error("The appender was interrupted and ends", e);
        } finally {
            closing = true;
            ended = true;
            writer.giveUp();
            for (Append waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
                if (waiting.claim()) {
                    waiting.settle(new Refused(Reason.SHUTTING_DOWN, null));
                }
            }
        }
    }

    /** One round. What goes wrong in it costs the session, never the appender: the next round begins with that. */
    private void goAround() throws InterruptedException {
        cameAround = System.nanoTime();
        try {
            Throwable why = befallen;
            if (why != null) {
                befallen = null;
                lose(why);
            } else if (writer.ready()) {
                takeUp();
            } else {
                writer.step();
            }
        } catch (SQLException | SessionLost | RuntimeException | Error e) {
            befallen = e;
        }
    }

    private void lose(Throwable why) {
        writer.lose(why);
        if (why instanceof RuntimeException || why instanceof Error) {
            LOG.error("The appender met something it was not made for, and treats it as a lost connection", why);
        }
    }

    private boolean finished() {
        boolean drained = queue.isEmpty() && writer.done();
        return closing && (drained || System.nanoTime() - drainUntil > 0);
    }

    /** Everything that waits, up to the bounds of a batch; whatever arrives at an idle appender goes at once. */
    private void takeUp() throws InterruptedException {
        List<Append> batch = new ArrayList<>(limits.batchRequests());
        int events = 0;
        long chars = 0;
        try {
            @Nullable Append next = queue.poll(LOOK_UP_MILLIS, MILLISECONDS);
            while (next != null) {
                if (next.claim()) {
                    batch.add(next);
                    events += next.events().size();
                    chars += next.chars();
                }
                boolean open = batch.size() < limits.batchRequests()
                        && events < limits.batchEvents()
                        && chars < limits.batchChars();
                next = open ? queue.poll() : null;
            }
        } finally {
            // What is claimed is the writer's, come what may.
            if (!batch.isEmpty()) {
                writer.add(batch);
            }
        }
        if (!batch.isEmpty()) {
            metrics.taken(batch.size());
        }
    }
}
