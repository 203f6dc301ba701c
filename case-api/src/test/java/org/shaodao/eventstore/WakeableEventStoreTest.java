package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakeableEventStoreTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long NEVER = Duration.ofHours(1).toMillis();

    private final TestStore here = TestStore.fresh();
    private final TestStore elsewhere = TestStore.on(here.database, TestStore.PATIENT);
    private final ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final WakeableEventStore events = WakeableEventStore.over(
            here.engine, EmbeddedEventStore.builder().cachedEvents(100).fetchDelay(NEVER));
    private final PooledStreamingEventProcessor processor = processor();

    @AfterEach
    void close() {
        processor.shutDown();
        events.shutDown();
        coordinator.shutdownNow();
        workers.shutdownNow();
        here.close();
        elsewhere.close();
    }

    final class Reader {
        @EventHandler
        void on(NoteEvent.Written written) {
            handled.add(written.text());
        }
    }

    /** Never looks at the log of its own accord: whatever it handles, it was called for. */
    private PooledStreamingEventProcessor processor() {
        Serializer serializer = new StoredNamesSerializer(TestStore.NAMES);
        return PooledStreamingEventProcessor.builder()
                .name("reader@1")
                .messageSource(events)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Reader())
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .tokenStore(JdbcTokenStore.builder()
                        .connectionProvider(here.pool::getConnection)
                        .schema(EventTables.tokens())
                        .contentType(String.class)
                        .serializer(serializer)
                        .claimTimeout(Duration.ofHours(3))
                        .build())
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(2)
                .batchSize(50)
                .tokenClaimInterval(NEVER)
                .claimExtensionThreshold(NEVER)
                .build();
    }

    private void publish(TestStore by, int first, int howMany) {
        for (int i = first; i < first + howMany; i++) {
            var event = NoteEvent.written("note " + i, 0, "text " + i);
            if (by == here) {
                events.publish(event);
            } else {
                by.engine.appendEvents(event);
            }
        }
    }

    private void awaitHandled(int howMany) {
        await().atMost(SOON).until(() -> handled.size() == howMany);
        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, howMany).mapToObj(i -> "text " + i).toList());
    }

    @Test
    void a_pooled_processor_is_woken_by_a_commit() {
        publish(here, 0, 3);
        processor.start();
        awaitHandled(3);
        for (int i = 3; i < 40; i++) {
            publish(here, i, 1);
            awaitHandled(i + 1);
        }
    }

    @Test
    void a_reader_that_fell_behind_the_cache_catches_up() {
        publish(here, 0, 1);
        processor.start();
        awaitHandled(1);
        elsewhere.engine.appendEvents(IntStream.range(1, 2_000)
                .mapToObj(i -> NoteEvent.written("note " + i, 0, "text " + i))
                .toList());
        publish(here, 2_000, 1);
        awaitHandled(2_001);
    }

    @Test
    void a_reset_reader_reads_everything_again_and_knows_that_it_does() {
        publish(here, 0, 20);
        processor.start();
        awaitHandled(20);
        processor.shutDown();
        handled.clear();

        processor.resetTokens();
        assertThat(tokens()).allMatch(token -> token.contains("ReplayToken"));
        processor.start();
        awaitHandled(20);
        assertThat(processor.processingStatus().values()).allMatch(segment -> segment.isReplaying());

        publish(here, 20, 5);
        awaitHandled(25);
        await().atMost(SOON)
                .until(() ->
                        processor.processingStatus().values().stream().noneMatch(segment -> segment.isReplaying()));
        processor.shutDown();
        assertThat(tokens()).allMatch(token -> token.contains(GlobalSequenceTrackingToken.class.getSimpleName()));
    }

    private List<String> tokens() {
        return here.sql
                .sql("select token_type from es.token where processor_name = 'reader@1'")
                .query(String.class)
                .list();
    }

    @Test
    void a_closed_stream_is_called_no_more() {
        AtomicInteger calls = new AtomicInteger();
        try (var stream = events.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            publish(here, 0, 1);
            await().atMost(SOON).until(() -> calls.get() > 0);
            assertThat(stream.hasNextAvailable()).isTrue();
        }
        int before = calls.get();
        try (var other = events.openStream(null)) {
            AtomicInteger others = new AtomicInteger();
            other.setOnAvailableCallback(others::incrementAndGet);
            while (other.hasNextAvailable()) {
                other.peek();
                try {
                    other.nextAvailable();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            publish(here, 1, 1);
            await().atMost(SOON).until(() -> others.get() > 0);
        }
        assertThat(calls).hasValue(before);
    }
}
