package org.shaodao.view;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.shaodao.casefile.CaseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the events to the generations that go together, a whole unit of work at a time, in the transaction that also
 * stores the token. What goes wrong is written down where every node can see it, and thrown on, so that the batch comes
 * again; whoever cannot be told of it the third time is told its cases {@link Apart}. A generation that does not pass
 * even so leaves the others, who are not to wait for it.
 */
final class Projector implements EventHandlerInvoker, ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    /** A batch that failed so often is not helped by trying it whole. */
    private static final int TOGETHER = 2;

    /** Before the first event of a case. */
    private static final Long NEVER = -1L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Landings landings;
    private final Clock clock;
    private final Teller teller;
    private final SetAside setAside;
    private final Apart apart;
    private final Consumer<Generation> leave;
    private final Map<Attempt, Integer> failures = new ConcurrentHashMap<>();

    private record Attempt(int segment, Generation generation) {}

    /** @param leave called for a generation that does not pass even when told its cases apart */
    Projector(
            Teller teller,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Landings landings,
            Clock clock,
            Consumer<Generation> leave) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.landings = landings;
        this.clock = clock;
        this.teller = teller;
        this.setAside = new SetAside(jdbc, clock);
        this.apart = new Apart(setAside, transactions);
        this.leave = leave;
    }

    /** Says which segment an event belongs to without opening its payload: the coordinator asks for every event. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message instanceof DomainEventMessage<?> event
                && canHandleType(event.getPayloadType())
                && segment.matches(event.getAggregateIdentifier());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return CaseEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        BatchingUnitOfWork<?> unitOfWork = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
        if (unitOfWork.isLastMessage()) {
            int number = segment.getSegmentId();
            try {
                project(unitOfWork, number);
            } catch (RuntimeException | Error e) {
                blamed(e).forEach(generation -> failures.merge(new Attempt(number, generation), 1, Integer::sum));
                throw e;
            }
        }
    }

    private void project(BatchingUnitOfWork<?> unitOfWork, int segment) {
        List<Recorded> events = unitOfWork.getMessages().stream()
                .map(message -> Recorded.of((DomainEventMessage<?>) message))
                .toList();
        Map<UUID, Long> first = new HashMap<>();
        events.forEach(event -> first.putIfAbsent(event.caseId(), event.version()));
        Map<Generation, List<Recorded>> together = new HashMap<>();
        Map<Generation, List<Recorded>> separately = new HashMap<>();
        teller.told(segment, first.keySet()).forEach((generation, told) -> {
            boolean passed = failures.getOrDefault(new Attempt(segment, generation), 0) < TOGETHER;
            (passed ? together : separately).put(generation, next(generation, events, first, told));
        });
        SortedMap<UUID, Long> versions = teller.tell(segment, together);
        separately.forEach((generation, next) -> versions.putAll(apart.tell(teller.only(generation), segment, next)));
        ((UnitOfWork<?>) unitOfWork).afterCommit(u -> {
            landings.landed(versions);
            failures.keySet().removeIf(attempt -> attempt.segment() == segment);
        });
    }

    /** What is to be told: all, unless a case was set aside, or was told by whoever tried it again or went ahead. */
    private List<Recorded> next(
            Generation generation, List<Recorded> events, Map<UUID, Long> first, Map<UUID, Long> told) {
        Set<UUID> missed = new HashSet<>();
        boolean ahead = false;
        for (Map.Entry<UUID, Long> begin : first.entrySet()) {
            long next = told.getOrDefault(begin.getKey(), NEVER) + 1;
            if (begin.getValue() > next) {
                missed.add(begin.getKey());
            }
            ahead |= begin.getValue() < next;
        }
        if (missed.isEmpty() && !ahead) {
            return events;
        }
        Set<UUID> aside = missed.isEmpty() ? Set.of() : setAside.among(generation, missed);
        missed.removeAll(aside);
        if (!missed.isEmpty()) {
            throw new NotTold(
                    generation,
                    false,
                    new IllegalStateException("It was not told what came before in cases " + missed));
        }
        return events.stream()
                .filter(event ->
                        !aside.contains(event.caseId()) && event.version() > told.getOrDefault(event.caseId(), NEVER))
                .toList();
    }

    private Collection<Generation> blamed(Throwable error) {
        return error instanceof NotTold notTold ? List.of(notTold.generation()) : teller.generations();
    }

    /** Rethrows as an exception whatever it was: an {@link Error} would end the segment's worker for good, unseen. */
    @Override
    public void handleError(ErrorContext context) throws Exception {
        Throwable error = context.error();
        if (!(error instanceof UnableToClaimTokenException)) { // another node has taken over; nothing is wrong
            try {
                remember(context.failedEvents().getFirst(), error);
                if (error instanceof NotTold notTold && notTold.evenApart()) {
                    leave.accept(notTold.generation());
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "The failure of {} could not be written down",
                        blamed(error).stream().map(Generation::name).toList(),
                        e);
            }
        }
        throw error instanceof Exception e ? e : new EventProcessingException(context.eventProcessor(), error);
    }

    private void remember(EventMessage<?> first, Throwable error) {
        String said = Teller.said(NotTold.reason(error));
        transaction.executeWithoutResult(tx -> blamed(error)
                .forEach(generation -> jdbc.sql("""
                        insert into views.failure as f (name, generation, case_id, error, failed_at, attempts)
                        values (?, ?, ?::uuid, ?, ?, 1)
                        on conflict (name, generation, case_id) do update
                        set error = excluded.error, failed_at = excluded.failed_at, attempts = f.attempts + 1""")
                        .params(
                                generation.view(),
                                generation.number(),
                                ((DomainEventMessage<?>) first).getAggregateIdentifier(),
                                said,
                                Columns.timestamp(clock.instant()))
                        .update()));
    }
}
