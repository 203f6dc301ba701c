package org.shaodao.view;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The processors that this node runs: one for each place in the log, all on the same few threads. */
final class Processors {
    private static final int COORDINATORS = 2;

    /** Twice the segments: while a generation is held still for a switch, the one that passes it needs threads. */
    private static final int WORKERS = 2 * Generations.SEGMENTS;

    /** Instead of the half second for which Axon's coordinators sleep. */
    private static final Duration SHORTLY = Duration.ofMillis(5);

    /** How much comes together for a live view that is not prompt. */
    private static final Duration LATER = Duration.ofMillis(500);

    /** How long to wait for batches under way. */
    private static final Duration STOP = Duration.ofSeconds(10);

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
    private final ScheduledExecutorService coordinators =
            new Coordinators(COORDINATORS, "view-coordinator-", Duration.ZERO, SHORTLY);
    private final ScheduledExecutorService unhurried = new Coordinators(1, "view-adding-", LATER, LATER);
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(
            WORKERS, Thread.ofPlatform().daemon().name("view-worker-", 0).factory());
    private final Map<String, Runs> running = new HashMap<>();

    private record Runs(PooledStreamingEventProcessor processor, boolean atOnce) {}

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

    /**
     * Starts what is missing and stops what is not wanted; one that ended by itself is started again.
     *
     * @param wanted what each processor fills
     * @param leave called for a generation that keeps back those which it shares a processor with
     */
    synchronized void runExactly(Map<String, List<Filling>> wanted, Consumer<Generation> leave) {
        running.values().removeIf(runs -> !runs.processor().isRunning());
        running.entrySet().removeIf(entry -> {
            Runs runs = entry.getValue();
            List<Filling> fillings = wanted.get(entry.getKey());
            boolean goesOn = fillings != null && atOnce(fillings) == runs.atOnce();
            if (!goesOn) {
                CompletableFuture<Void> stopped = runs.processor().shutdownAsync();
                if (fillings != null) { // it is started again, at another pace
                    stopped.completeOnTimeout(null, STOP.toSeconds(), TimeUnit.SECONDS)
                            .join();
                }
            }
            return !goesOn;
        });
        wanted.forEach((name, fillings) -> {
            if (!running.containsKey(name)) {
                PooledStreamingEventProcessor processor = processor(name, fillings, leave);
                processor.start();
                running.put(name, new Runs(processor, atOnce(fillings)));
            }
        });
    }

    /** A generation that is being built has much to do, however little its view hurries. */
    private static boolean atOnce(List<Filling> fillings) {
        return fillings.stream()
                .anyMatch(filling ->
                        filling.view().prompt() || filling.generation().is(GenerationState.BUILDING));
    }

    synchronized void stop() {
        CompletableFuture.allOf(running.values().stream()
                        .map(runs -> runs.processor().shutdownAsync())
                        .toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, STOP.toSeconds(), TimeUnit.SECONDS)
                .join();
        running.clear();
        coordinators.shutdownNow();
        unhurried.shutdownNow();
        workers.shutdownNow();
    }

    /** Where the segments are that this node runs. Ahead of the stored token while a segment has nothing to do. */
    synchronized Map<Integer, Long> positions(String processor) {
        Map<Integer, Long> positions = new HashMap<>();
        Runs found = running.get(processor);
        if (found != null) {
            for (EventTrackerStatus segment :
                    found.processor().processingStatus().values()) {
                positions.put(segment.getSegment().getSegmentId(), Tokens.position(segment.getTrackingToken()));
            }
        }
        return positions;
    }

    /** Whether this node fails to read the log or to claim segments for it. */
    synchronized boolean stuck(String processor) {
        Runs found = running.get(processor);
        return found != null && found.processor().isError();
    }

    private PooledStreamingEventProcessor processor(String name, List<Filling> fillings, Consumer<Generation> leave) {
        Teller teller = new Teller(fillings, jdbc, known);
        Projector projector = new Projector(teller, jdbc, transactionManager, landings, clock, leave);
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(projector)
                .errorHandler(projector)
                .messageSource(log)
                .tokenStore(tokenStore)
                .transactionManager(new SpringTransactionManager(transactionManager))
                .coordinatorExecutor(atOnce(fillings) ? coordinators : unhurried)
                .workerExecutor(workers)
                .initialSegmentCount(Generations.SEGMENTS)
                .maxSegmentProvider(processor -> Math.ceilDiv(Generations.SEGMENTS, nodes.getAsInt()))
                .initialToken(source -> {
                    throw new IllegalStateException("The place of " + name + " in the log is gone");
                })
                .tokenClaimInterval(CLAIM.toMillis())
                .batchSize(batchSize)
                .build();
    }
}
