package org.shaodao.eventstore;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shaodao.eventstore.AppendRefused.Reason;

/**
 * One caller's wish: these events, all or none. Until it is claimed, by the appender to write it or by its caller to
 * withdraw it, nothing of it is stored; whoever claims it first decides.
 */
final class Append {
    /** What became of it. */
    sealed interface Outcome {
        /** The events are committed. */
        record Stored() implements Outcome {}

        /** Another event holds a sequence number these events claim; nothing of them is stored. */
        record Conflict(SQLException cause) implements Outcome {}

        /** Not stored, or unknown, see the reason. */
        record Refused(Reason reason, @Nullable Throwable cause) implements Outcome {}
    }

    private final List<StoredEvent> events;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private int losses;

    Append(List<StoredEvent> events) {
        this.events = events;
    }

    List<StoredEvent> events() {
        return events;
    }

    StoredEvent first() {
        return events.getFirst();
    }

    int chars() {
        return events.stream().mapToInt(StoredEvent::chars).sum();
    }

    /** True for the first to ask. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** How often it has now been lost on the way to the database. For the appender's thread only. */
    int lostAgain() {
        return ++losses;
    }

    /** Tells the caller; the first word counts. */
    void settle(Outcome what) {
        outcome.complete(what);
    }

    /** Whether somebody still waits to be told. */
    boolean awaited() {
        return !outcome.isDone();
    }

    /**
     * Waits for the outcome. An interrupt withdraws the request if its turn has not come; otherwise its outcome is
     * waited for all the same, and the interrupt is passed on afterwards.
     */
    Outcome await(Duration begin, Duration answer) {
        long entered = System.nanoTime();
        Duration limit = begin;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get(limit.toNanos() - (System.nanoTime() - entered), NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (claim()) {
                        return decide(Reason.INTERRUPTED, e);
                    }
                } catch (TimeoutException e) {
                    if (claim()) {
                        return decide(Reason.STORE_UNAVAILABLE, e);
                    }
                    if (limit.equals(answer)) {
                        return decide(Reason.OUTCOME_UNKNOWN, e);
                    }
                    limit = answer;
                } catch (ExecutionException e) {
                    throw new AssertionError("An outcome is never an exception", e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The caller's own word, unless the appender was faster. */
    private Outcome decide(Reason reason, Exception cause) {
        settle(new Outcome.Refused(reason, cause));
        return outcome.join();
    }
}
