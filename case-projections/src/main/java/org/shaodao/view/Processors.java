package org.shaodao.view;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The processors that this node runs: one per generation, all on the same few threads. */
final class Processors {
    private static final int COORDINATORS = 2;

    /** Twice the segments: while a generation is held still for a switch, the one that passes it needs threads. */
    private static final int WORKERS = 2 * Generations.SEGMENTS;

    /** How soon a segment is taken up again that failed, or that another node gave up. */
    private static final Duration CLAIM = Duration.ofSeconds(1);

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final TokenStore tokenStore;
    private final PlatformTransactionManager transactionManager;
    private final JdbcClient jdbc;
    private final Landings landings;
    private final KnownCases known;
    private final Clock clock;
    private final IntSupplier nodes;
    private final int batchSize;
    private final ScheduledExecutorService coordinators = new ShortWaits(
            COORDINATORS,
            Thread.ofPlatform().daemon().name("view-coordinator-", 0).factory());
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(
            WORKERS, Thread.ofPlatform().daemon().name("view-worker-", 0).factory());
    private final Map<String, PooledStreamingEventProcessor> running = new HashMap<>();

    Processors(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokenStore,
            PlatformTransactionManager transactionManager,
            JdbcClient jdbc,
            Landings landings,
            KnownCases known,
            Clock clock,
            IntSupplier nodes,
            int batchSize) {
        this.log = log;
        this.tokenStore = tokenStore;
        this.transactionManager = transactionManager;
        this.jdbc = jdbc;
        this.landings = landings;
        this.known = known;
        this.clock = clock;
        this.nodes = nodes;
        this.batchSize = batchSize;
    }

    /** Starts what is missing and stops what is not wanted; one that ended by itself is started again. */
    synchronized void runExactly(Map<Generation, View> wanted) {
        running.values().removeIf(processor -> !processor.isRunning());
        running.entrySet().removeIf(entry -> {
            boolean unwanted =
                    wanted.keySet().stream().noneMatch(g -> g.processor().equals(entry.getKey()));
            if (unwanted) {
                var _ = entry.getValue().shutdownAsync();
            }
            return unwanted;
        });
        wanted.forEach((generation, view) -> {
            if (!running.containsKey(generation.processor())) {
                PooledStreamingEventProcessor processor = processor(generation, view);
                processor.start();
                running.put(generation.processor(), processor);
            }
        });
    }

    synchronized void stop() {
        CompletableFuture.allOf(running.values().stream()
                        .map(PooledStreamingEventProcessor::shutdownAsync)
                        .toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                .join();
        running.clear();
        coordinators.shutdownNow();
        workers.shutdownNow();
    }

    /** Where the segments are that this node runs. Ahead of the stored token while a segment has nothing to do. */
    synchronized Map<Integer, Long> positions(String processor) {
        Map<Integer, Long> positions = new HashMap<>();
        PooledStreamingEventProcessor found = running.get(processor);
        if (found != null) {
            for (EventTrackerStatus segment : found.processingStatus().values()) {
                positions.put(segment.getSegment().getSegmentId(), Tokens.position(segment.getTrackingToken()));
            }
        }
        return positions;
    }

    /** Whether this node fails to read the log or to claim segments for it. */
    synchronized boolean stuck(String processor) {
        PooledStreamingEventProcessor found = running.get(processor);
        return found != null && found.isError();
    }

    private PooledStreamingEventProcessor processor(Generation generation, View view) {
        Projector projector = new Projector(view, generation, jdbc, transactionManager, landings, known, clock);
        return PooledStreamingEventProcessor.builder()
                .name(generation.processor())
                .eventHandlerInvoker(projector)
                .errorHandler(projector)
                .messageSource(log)
                .tokenStore(tokenStore)
                .transactionManager(new SpringTransactionManager(transactionManager))
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(Generations.SEGMENTS)
                .maxSegmentProvider(processor -> Math.ceilDiv(Generations.SEGMENTS, nodes.getAsInt()))
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM.toMillis())
                .batchSize(batchSize)
                .build();
    }
}
