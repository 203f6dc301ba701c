package org.shaodao.reactions;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.shaodao.web.Courier;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every {@link Reaction} with a place of its own in the log, on one node at a time. A new one begins at the end of
 * the log; after that none misses an event. Where a node ends between the command and the place, the next one asks again
 * under the same command id, and the case knows it.
 */
@Component
public class Reactions implements SmartLifecycle, MeterBinder {
    private static final int COORDINATORS = 2;

    /** Each holds a connection while its command takes another. */
    private static final int WORKERS = 4;

    private static final int BATCH = 20;

    /** How soon a reaction is taken up again that failed, or that another node gave up. */
    private static final Duration CLAIM = Duration.ofSeconds(1);

    private final SortedMap<String, Reaction> reactions = new TreeMap<>();
    private final EventStore log;
    private final TokenStore tokens;
    private final PlatformTransactionManager transactions;
    private final Courier courier;
    private final Clock clock;
    private volatile @Nullable Running running;

    private record Running(
            List<Reacting> reacting,
            List<PooledStreamingEventProcessor> processors,
            ScheduledExecutorService coordinators,
            ScheduledExecutorService workers) {}

    Reactions(
            Collection<Reaction> reactions,
            EventStore log,
            TokenStore tokens,
            PlatformTransactionManager transactions,
            Courier courier,
            Clock clock) {
        for (Reaction reaction : reactions) {
            String name = reaction.getClass().getSimpleName();
            if (!name.matches("When.+Then.+") || this.reactions.put(name, reaction) != null) {
                throw new IllegalArgumentException("Not a name for one reaction: " + name);
            }
        }
        this.log = log;
        this.tokens = tokens;
        this.transactions = transactions;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService coordinators = Executors.newScheduledThreadPool(
                COORDINATORS,
                Thread.ofPlatform().daemon().name("reaction-coordinator-", 0).factory());
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(
                WORKERS,
                Thread.ofPlatform().daemon().name("reaction-worker-", 0).factory());
        List<Reacting> reacting = reactions.entrySet().stream()
                .map(entry -> new Reacting(entry.getKey(), entry.getValue(), courier, clock))
                .toList();
        List<PooledStreamingEventProcessor> processors = reacting.stream()
                .map(each -> processor(each, coordinators, workers))
                .toList();
        reactions.keySet().forEach(this::beginAtTheEnd);
        processors.forEach(PooledStreamingEventProcessor::start);
        running = new Running(reacting, processors, coordinators, workers);
    }

    @Override
    public synchronized void stop() {
        Running ending = running;
        running = null;
        if (ending != null) {
            CompletableFuture.allOf(ending.processors().stream()
                            .map(PooledStreamingEventProcessor::shutdownAsync)
                            .toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                    .join();
            ending.coordinators().shutdownNow();
            ending.workers().shutdownNow();
        }
    }

    /** They begin before the first request and end after the last. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** The reactions that this node cannot go on with at the moment. */
    List<String> failing() {
        Running now = running;
        return now == null
                ? List.of()
                : now.reacting().stream()
                        .filter(Reacting::failing)
                        .map(Reacting::name)
                        .toList();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        reactions
                .keySet()
                .forEach(name -> Gauge.builder("shaodao.reaction.lag", () -> lag(name))
                        .tag("reaction", name)
                        .baseUnit("events")
                        .description("Events a reaction is behind the log; NaN where another node runs it")
                        .register(meters));
    }

    private double lag(String name) {
        return processors().stream()
                .filter(processor -> processor.getName().equals(name))
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToDouble(status -> (double) position(log.createHeadToken()) - position(status.getTrackingToken()))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    private List<PooledStreamingEventProcessor> processors() {
        Running now = running;
        return now == null ? List.of() : now.processors();
    }

    /** Done before the first request, so that a new reaction hears everything from then on. */
    private void beginAtTheEnd(String name) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try {
            transaction.executeWithoutResult(tx -> {
                if (!begun(name)) {
                    tokens.initializeTokenSegments(name, 1, log.createHeadToken());
                }
            });
        } catch (UnableToClaimTokenException | UnableToInitializeTokenException e) {
            if (!Boolean.TRUE.equals(transaction.execute(tx -> begun(name)))) { // by another node that was faster
                throw e;
            }
        }
    }

    private boolean begun(String name) {
        return tokens.fetchSegments(name).length > 0;
    }

    private PooledStreamingEventProcessor processor(
            Reacting reacting, ScheduledExecutorService coordinators, ScheduledExecutorService workers) {
        return PooledStreamingEventProcessor.builder()
                .name(reacting.name())
                .eventHandlerInvoker(reacting)
                .errorHandler(reacting)
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(new SpringTransactionManager(transactions))
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .tokenClaimInterval(CLAIM.toMillis())
                .batchSize(BATCH)
                .build();
    }
}
