package org.shaodao.view;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
 * Hands the events of one generation to its view, a whole unit of work at a time, in the transaction that also stores
 * the token. What goes wrong is written down where every node can see it, and thrown on, so that the batch comes again;
 * the third time its cases are told {@link Apart}.
 */
final class Projector implements EventHandlerInvoker, ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    /** A batch that failed so often is not helped by trying it whole. */
    private static final int TOGETHER = 2;

    /** Before the first event of a case. */
    private static final Long NEVER = -1L;

    private final Generation generation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Landings landings;
    private final Clock clock;
    private final Teller teller;
    private final SetAside setAside;
    private final Apart apart;
    private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();

    Projector(
            View view,
            Generation generation,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Landings landings,
            KnownCases known,
            Clock clock) {
        this.generation = generation;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.landings = landings;
        this.clock = clock;
        this.teller = new Teller(view, generation, jdbc, known);
        this.setAside = new SetAside(jdbc, clock);
        this.apart = new Apart(teller, setAside, transactions);
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
                failures.merge(number, 1, Integer::sum);
                throw e;
            }
        }
    }

    private void project(BatchingUnitOfWork<?> unitOfWork, int segment) {
        List<Recorded> events = unitOfWork.getMessages().stream()
                .map(message -> Recorded.of((DomainEventMessage<?>) message))
                .toList();
        Map<UUID, Long> told = teller.told(events.stream().map(Recorded::caseId).collect(Collectors.toSet()));
        List<Recorded> next = next(events, told);
        if (!next.isEmpty()) {
            SortedMap<UUID, Long> versions = failures.getOrDefault(segment, 0) < TOGETHER
                    ? teller.tell(segment, next, told)
                    : apart.tell(segment, next, told);
            ((UnitOfWork<?>) unitOfWork).afterCommit(u -> landings.landed(versions));
        }
        ((UnitOfWork<?>) unitOfWork).afterCommit(u -> failures.remove(segment));
    }

    /** What is to be told: all, unless a case was set aside, or was told meanwhile by whoever tried it again. */
    private List<Recorded> next(List<Recorded> events, Map<UUID, Long> told) {
        Set<UUID> ahead = new HashSet<>();
        Teller.byCase(events).forEach((caseId, ofCase) -> {
            if (ofCase.getFirst().version() > told.getOrDefault(caseId, NEVER) + 1) {
                ahead.add(caseId);
            }
        });
        Set<UUID> aside = ahead.isEmpty() ? Set.of() : setAside.among(generation, ahead);
        ahead.removeAll(aside);
        if (!ahead.isEmpty()) {
            told.putAll(teller.told(ahead));
        }
        List<Recorded> next = new ArrayList<>();
        Map<UUID, Long> last = new HashMap<>();
        for (Recorded event : events) {
            UUID caseId = event.caseId();
            long before = last.getOrDefault(caseId, told.getOrDefault(caseId, NEVER));
            if (!aside.contains(caseId) && event.version() > before) {
                if (event.version() != before + 1) {
                    throw new IllegalStateException("%s was told of %s up to %d, and not of what came before %d"
                            .formatted(generation.processor(), caseId, before, event.version()));
                }
                next.add(event);
                last.put(caseId, event.version());
            }
        }
        return next;
    }

    /** Rethrows as an exception whatever it was: an {@link Error} would end the segment's worker for good, unseen. */
    @Override
    public void handleError(ErrorContext context) throws Exception {
        Throwable error = context.error();
        if (!(error instanceof UnableToClaimTokenException)) { // another node has taken over; nothing is wrong
            try {
                remember(context.failedEvents().getFirst(), error);
            } catch (RuntimeException e) {
                LOG.warn("The failure of {} could not be written down", generation.processor(), e);
            }
        }
        throw error instanceof Exception e ? e : new EventProcessingException(generation.processor(), error);
    }

    private void remember(EventMessage<?> first, Throwable error) {
        transaction.executeWithoutResult(tx -> jdbc.sql("""
                        insert into views.failure as f (name, generation, case_id, error, failed_at, attempts)
                        values (?, ?, ?::uuid, ?, ?, 1)
                        on conflict (name, generation, case_id) do update
                        set error = excluded.error, failed_at = excluded.failed_at, attempts = f.attempts + 1""")
                .params(
                        generation.view(),
                        generation.number(),
                        ((DomainEventMessage<?>) first).getAggregateIdentifier(),
                        Teller.said(error),
                        Columns.timestamp(clock.instant()))
                .update());
    }
}
