package org.shaodao.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose readers are called when there is something to read. Axon's own lets pooled processors look
 * again every 500 ms; here a commit wakes them within milliseconds.
 *
 * <p>Axon's producer thread, woken by every commit of this node, reads the end of the log once for all readers; after
 * it has read something, {@link TailWatch} calls them.
 */
public final class WakeableEventStore extends EmbeddedEventStore {
    private final TailWatch watch;
    private volatile Runnable committed = () -> {};

    private WakeableEventStore(Builder settings, TailWatch watch) {
        super(settings);
        this.watch = watch;
    }

    /**
     * A store over this engine.
     *
     * @param settings monitors and sizes, for example {@link #sizes()}; its engine is replaced
     * @param engine where the events are
     */
    public static WakeableEventStore over(EventStorageEngine engine, Builder settings) {
        TailWatch watch = new TailWatch(engine);
        return new WakeableEventStore(settings.storageEngine(watch), watch);
    }

    /**
     * Settings for some hundred events a second: the last 2,000 events are kept in memory for readers that are a
     * little late, and the log is looked at every second for events of other nodes, should their word be lost.
     */
    public static Builder sizes() {
        return builder().cachedEvents(2_000).fetchDelay(1_000).timeUnit(TimeUnit.MILLISECONDS);
    }

    /** Calls this after every commit of this node, in the thread of the caller. */
    public void whenCommitted(Runnable committed) {
        this.committed = committed;
    }

    /** Reads the end of the log now: another node has stored something. */
    public void lookNow() {
        super.afterCommit(List.of());
    }

    @Override
    public void shutDown() {
        super.shutDown();
        watch.close();
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        committed.run();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken from) {
        return new CallingStream(super.openStream(from), watch);
    }

    /** A stream that keeps the promise of {@link BlockingStream#setOnAvailableCallback(Runnable)}. */
    private static final class CallingStream implements TrackingEventStream {
        private final TrackingEventStream events;
        private final TailWatch watch;
        private @Nullable Runnable callback;

        CallingStream(TrackingEventStream events, TailWatch watch) {
            this.events = events;
            this.watch = watch;
        }

        @Override
        public synchronized boolean setOnAvailableCallback(Runnable callback) {
            stopCalling();
            this.callback = callback;
            watch.call(callback);
            return true;
        }

        @Override
        public synchronized void close() {
            stopCalling();
            events.close();
        }

        private void stopCalling() {
            if (callback != null) {
                watch.stopCalling(callback);
                callback = null;
            }
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            events.skipMessagesWithPayloadTypeOf(ignored);
        }
    }
}
