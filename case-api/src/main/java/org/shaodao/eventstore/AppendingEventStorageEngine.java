package org.shaodao.eventstore;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.jdbc.JdbcUtils.SqlFunction;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.shaodao.eventstore.Append.Outcome.Conflict;
import org.shaodao.eventstore.Append.Outcome.Refused;
import org.shaodao.eventstore.Append.Outcome.Stored;

/**
 * Axon's storage engine on {@code es.event}: reads by itself over pooled connections, leaves the writing to the
 * {@link Appender}.
 *
 * <p>Events are committed when {@code appendEvents} returns, in a transaction of the appender's own: nothing else is
 * atomic with them. Because commit order is index order, a reader's place is one number and gaps mean nothing. There
 * are no snapshots: the life of a case is short.
 */
public final class AppendingEventStorageEngine extends JdbcEventStorageEngine {
    private final Appender appender;

    /**
     * @param pool for reading only; it is never held while an append is waited for
     * @param serializer of payload and metadata
     * @param upcasters lead older revisions to the current ones
     * @param batchSize events read at once by those who follow the log; also more than a common aggregate has
     */
    public AppendingEventStorageEngine(
            DataSource pool, Appender appender, Serializer serializer, EventUpcaster upcasters, int batchSize) {
        super(settings(pool, serializer, upcasters, batchSize));
        this.appender = appender;
    }

    private static Builder settings(DataSource pool, Serializer serializer, EventUpcaster upcasters, int batchSize) {
        return builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .batchSize(batchSize)
                .persistenceExceptionResolver(new SQLStateResolver(PSQLState.UNIQUE_VIOLATION.getState()))
                .connectionProvider(pool::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .schema(EventTables.events())
                .dataType(String.class);
    }

    /**
     * {@inheritDoc}
     *
     * @throws AppendRefused if the store did not confirm the events
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<StoredEvent> rows = events.stream()
                .<StoredEvent>map(event -> StoredEvent.of(event, serializer))
                .toList();
        switch (appender.append(rows)) {
            case Stored() -> {}
            case Conflict(var cause) -> handlePersistenceException(cause, events.getFirst());
            case Refused(var reason, var cause) -> throw new AppendRefused(reason, cause);
        }
    }

    /** Every event of these aggregates, each up to a sequence number, those of an aggregate in order. */
    public List<DomainEventMessage<?>> readEventsUpTo(Map<UUID, Long> last) {
        String[] aggregates = last.keySet().stream().map(UUID::toString).toArray(String[]::new);
        Long[] numbers = last.values().toArray(Long[]::new);
        List<DomainEventData<?>> found = query(
                connection -> {
                    // Aggregate by aggregate, however few rows the planner believes there are: never the whole log.
                    PreparedStatement statement = connection.prepareStatement(
                            "select e.* from unnest(?::text[], ?::bigint[]) as wanted (id, last), lateral (select "
                                    + schema().domainEventFields()
                                    + " from es.event where aggregate_id = wanted.id and sequence_number <= wanted.last"
                                    + " order by sequence_number offset 0) e");
                    statement.setArray(1, connection.createArrayOf("text", aggregates));
                    statement.setArray(2, connection.createArrayOf("bigint", numbers));
                    return statement;
                },
                JdbcUtils.listResults(this::getDomainEventData));
        List<DomainEventMessage<?>> events = new ArrayList<>();
        EventStreamUtils.upcastAndDeserializeDomainEvents(found.stream(), getEventSerializer(), upcasterChain)
                .forEachRemaining(events::add);
        return events;
    }

    /** A short batch of one aggregate is its last: there are no gaps in a sequence. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        long after = last == null ? -1 : indexOf(last);
        return query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement("select "
                            + schema().trackedEventFields()
                            + " from es.event where global_index > ? order by global_index limit ?");
                    statement.setLong(1, after);
                    statement.setInt(2, batchSize);
                    return statement;
                },
                JdbcUtils.listResults(this::trackedEvent));
    }

    private static long indexOf(TrackingToken token) {
        if (token instanceof GlobalSequenceTrackingToken place) {
            return place.getGlobalIndex();
        }
        throw new IllegalArgumentException("Not a place in this log: " + token);
    }

    private TrackedEventData<?> trackedEvent(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong(schema().globalIndexColumn())), getDomainEventData(row));
    }

    /** Before the first event; null while there is none. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return place(this::createTailToken);
    }

    /** At the last event; null while there is none. */
    @Override
    public @Nullable TrackingToken createHeadToken() {
        return place(this::createHeadToken);
    }

    /** Before the first event recorded at this time or later, otherwise at the last. Reads the log: there is no index. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant time) {
        TrackingToken before = place(connection -> createTokenAt(connection, time));
        return before == null ? createHeadToken() : before;
    }

    private @Nullable TrackingToken place(SqlFunction question) {
        Long index = query(question, row -> JdbcUtils.nextAndExtract(row, 1, Long.class));
        return index == null ? null : new GlobalSequenceTrackingToken(index);
    }

    private <R extends @Nullable Object> R query(SqlFunction question, JdbcUtils.SqlResultConverter<R> answer) {
        return JdbcUtils.executeQuery(
                getConnection(), question, answer, e -> new EventStoreException("The log could not be read", e));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("This event store keeps no snapshots");
    }
}
