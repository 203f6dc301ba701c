package org.shaodao.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine as it is, except that it notices when Axon's producer has read new events, and then calls whoever waits
 * for them. The producer alone reads with {@code mayBlock}, and it hands each event on before it asks for the next:
 * when its reading ends, the events can be had.
 */
final class TailWatch implements EventStorageEngine {
    private static final Logger LOG = LoggerFactory.getLogger(TailWatch.class);

    /** Under steady load a reading hardly ends: nobody is left waiting for more than this many events. */
    private static final int CALL_EVERY = 256;

    /**
     * Between two calls. A reader's transaction costs about the same for one event as for ten: under load, what comes
     * within this time is read together, and whoever comes after a silence is called at once.
     */
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final EventStorageEngine engine;
    private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tail-watch").factory());
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile long called = System.nanoTime() - PAUSE.toNanos();

    TailWatch(EventStorageEngine engine) {
        this.engine = engine;
    }

    void close() {
        later.shutdownNow();
    }

    void call(Runnable callback) {
        callbacks.add(callback);
    }

    void stopCalling(Runnable callback) {
        callbacks.remove(callback);
    }

    private void callSoon() {
        if (due.compareAndSet(false, true)) {
            long left = PAUSE.toNanos() - (System.nanoTime() - called);
            if (left <= 0) {
                callAll();
            } else {
                callLater(left);
            }
        }
    }

    private void callLater(long nanos) {
        try {
            var _ = later.schedule(this::callAll, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nobody is called any more", closed);
        }
    }

    private void callAll() {
        called = System.nanoTime();
        due.set(false);
        for (Runnable callback : callbacks) {
            try {
                callback.run();
            } catch (RuntimeException e) {
                LOG.warn("A reader of the log could not be called", e);
            }
        }
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken from, boolean mayBlock) {
        Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(from, mayBlock);
        return mayBlock ? announced(events) : events;
    }

    private <E> Stream<E> announced(Stream<E> events) {
        Spliterator<E> source = events.spliterator();
        return StreamSupport.stream(
                        new Spliterators.AbstractSpliterator<E>(Long.MAX_VALUE, Spliterator.ORDERED) {
                            @Override
                            public boolean tryAdvance(Consumer<? super E> action) {
                                return source.tryAdvance(action);
                            }

                            @Override
                            public void forEachRemaining(Consumer<? super E> action) {
                                int read = 0;
                                while (source.tryAdvance(action)) {
                                    if (++read % CALL_EVERY == 0) {
                                        callSoon();
                                    }
                                }
                                if (read > 0) {
                                    callSoon();
                                }
                            }
                        },
                        false)
                .onClose(events::close);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        engine.appendEvents(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        return engine.readEvents(aggregateId, firstSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return engine.readSnapshot(aggregateId);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return engine.lastSequenceNumberFor(aggregateId);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant time) {
        return engine.createTokenAt(time);
    }
}
