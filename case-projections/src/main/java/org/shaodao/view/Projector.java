package org.shaodao.view;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the events of one generation to its view, a whole unit of work at a time, in the transaction that also stores
 * the token. What goes wrong is written down where every node can see it, and thrown on, so that the batch comes again.
 */
final class Projector implements EventHandlerInvoker, ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private final View view;
    private final Generation generation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Landings landings;
    private final Clock clock;
    private final String land;
    private final String known;

    Projector(
            View view,
            Generation generation,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Landings landings,
            Clock clock) {
        this.view = view;
        this.generation = generation;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.landings = landings;
        this.clock = clock;
        // One round trip: forget the failure that this batch gets over, choose the schema, note what is known now.
        this.land = """
                with healed as (
                    delete from views.failure where name = ? and generation = ? and case_id = any(?::uuid[])
                )
                insert into %1$s.known_case (case_id, version, facts)
                select c.case_id, c.version, c.facts
                from set_config('search_path', '%1$s', true),
                    unnest(?::uuid[], ?::bigint[], ?::json[]) as c (case_id, version, facts)
                on conflict (case_id) do update set version = excluded.version, facts = excluded.facts""".formatted(generation.schema());
        this.known = "select case_id, facts from %s.known_case where case_id = any(?::uuid[])"
                .formatted(generation.schema());
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
            project(unitOfWork, segment);
        }
    }

    private void project(BatchingUnitOfWork<?> unitOfWork, Segment segment) {
        List<Recorded> events =
                unitOfWork.getMessages().stream().map(Projector::recorded).toList();
        Batch batch = Batch.of(segment.getSegmentId(), events, known(events));
        SortedMap<UUID, Change> last = batch.last();
        @Nullable String[] cases = Columns.array(last.keySet());
        SortedMap<UUID, Long> versions = new TreeMap<>();
        last.forEach((caseId, change) -> versions.put(caseId, change.recorded().version()));
        jdbc.sql(land)
                .params(List.of(
                        generation.view(),
                        generation.number(),
                        cases,
                        cases,
                        Columns.array(versions.values()),
                        Columns.array(last.values().stream()
                                .map(change -> KnownCases.write(change.after()))
                                .toList())))
                .update();
        view.project(batch, jdbc);
        ((UnitOfWork<?>) unitOfWork).afterCommit(u -> landings.landed(versions));
    }

    private Map<UUID, CaseFacts> known(List<Recorded> events) {
        Set<UUID> cases = events.stream().map(Recorded::caseId).collect(Collectors.toSet());
        Map<UUID, CaseFacts> facts = new HashMap<>();
        jdbc.sql(known).param(Columns.array(cases)).query(row -> {
            CaseFacts read = KnownCases.facts(row);
            if (read != null) {
                facts.put(row.getObject("case_id", UUID.class), read);
            }
        });
        return facts;
    }

    private static Recorded recorded(Object message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return new Recorded(
                UUID.fromString(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                event.getTimestamp(),
                (CaseEvent) event.getPayload());
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
                        said(error),
                        Columns.timestamp(clock.instant()))
                .update());
    }

    private static String said(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? error.toString() : error + ", because of " + said(cause);
    }
}
