package org.shaodao.remembered;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates as they were after their last step on this node, the least used forgotten first. Axon takes an aggregate
 * out of it, under the lock of that aggregate, whenever a step fails.
 *
 * <p>Each thread that decides says so first, see {@link Deciding}: whoever asks otherwise is told nothing.
 */
public final class RememberedCases implements org.axonframework.common.caching.Cache {
    private final Cache<Object, Object> aggregates;
    private final ThreadLocal<@Nullable Deciding> deciding = new ThreadLocal<>();

    /**
     * @param most so many aggregates at most
     * @param meters told how often memory served, as cache {@code remembered-cases}
     */
    public RememberedCases(long most, MeterRegistry meters) {
        this.aggregates = CaffeineCacheMetrics.monitor(
                meters, Caffeine.newBuilder().maximumSize(most).recordStats().build(), "remembered-cases");
    }

    /** One decision: upon what was it made, and did anything come of it? */
    final class Deciding implements AutoCloseable {
        private final boolean byTheStore;
        private boolean fromMemory;
        private boolean published;

        private Deciding(boolean byTheStore) {
            this.byTheStore = byTheStore;
        }

        /** Whether the store may know better: memory was asked, and nothing that could contradict it was to be stored. */
        boolean mayBeStale() {
            return fromMemory && !published;
        }

        @Override
        public void close() {
            deciding.remove();
        }
    }

    /**
     * Begins a decision of this thread.
     *
     * @param byTheStore whether memory is left out
     */
    Deciding decide(boolean byTheStore) {
        Deciding begun = new Deciding(byTheStore);
        deciding.set(begun);
        return begun;
    }

    /** For the event store, to notice that a decision made something happen: a stale one is refused there. */
    public MessageDispatchInterceptor<EventMessage<?>> watch() {
        return events -> (i, event) -> {
            Deciding current = deciding.get();
            if (current != null) {
                current.published = true;
            }
            return event;
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <K, V> @Nullable V get(K key) {
        Deciding current = deciding.get();
        if (current == null || current.byTheStore) {
            return null;
        }
        Object aggregate = aggregates.getIfPresent(key);
        current.fromMemory |= aggregate != null;
        return (V) aggregate;
    }

    @Override
    public void put(Object key, Object aggregate) {
        aggregates.put(key, aggregate);
    }

    @Override
    public boolean putIfAbsent(Object key, Object aggregate) {
        return aggregates.asMap().putIfAbsent(key, aggregate) == null;
    }

    @Override
    public boolean remove(Object key) {
        return aggregates.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        aggregates.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return aggregates.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("Nobody listens to what is remembered");
    }
}
