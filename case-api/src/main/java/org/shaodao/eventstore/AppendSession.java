package org.shaodao.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The appender's conversation with the database over one connection, from connecting to its loss. */
final class AppendSession implements AutoCloseable {
    /** The ASCII codes of "shaodao". */
    static final long LOCK_KEY = 0x73_68_61_6f_64_61_6fL;

    /**
     * One append at a time per database. The lock is a statement of its own, so that the next one sees everything that
     * was committed before the lock was had; and it ends with its transaction, when that can be seen by all.
     */
    private static final String LOCK = "select pg_advisory_xact_lock(" + LOCK_KEY + ")";

    private static final String INSERT = """
            insert into es.event (event_id, aggregate_id, sequence_number, aggregate_type, payload_type,
                                  payload_revision, payload, metadata, time_stamp)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                                 ?::text[], ?::text[], ?::text[], ?::text[])
            """;

    private static final String INSERT_NAMES = """
            insert into es.event_name (payload_type, payload_revision)
            select * from unnest(?::text[], ?::text[]) on conflict do nothing
            """;

    private static final String FIND = """
            select asked.place, event.event_id
            from unnest(?::text[], ?::bigint[]) with ordinality as asked (aggregate_id, sequence_number, place)
            join es.event using (aggregate_id, sequence_number)
            """;

    private static final String BACKEND =
            "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()";

    /** By start as well: the process id alone may belong to somebody else by now. */
    private static final String END_BACKEND =
            "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start = ?";

    static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The server's process behind a connection. */
    record Backend(int pid, OffsetDateTime start) {}

    /** The connection is gone, perhaps while a commit was under way. */
    static final class SessionLost extends Exception {
        SessionLost(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final Connection connection;
    private final Backend backend;
    private final Set<StoredName> storedNames = new HashSet<>();

    private AppendSession(Connection connection, SessionTimeouts timeouts) throws SQLException {
        this.connection = connection;
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(timeouts.network().toMillis()));
        connection.setAutoCommit(false);
        // An older snapshot would overlook what was committed while the lock was waited for.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        set("statement_timeout", timeouts.statement(), false);
        set("idle_in_transaction_session_timeout", timeouts.idleInTransaction(), false);
        // What is acknowledged is on disk, whatever the database's own default.
        run("select set_config('synchronous_commit', 'on', false)"
                + " where current_setting('synchronous_commit') = 'off'");
        try (PreparedStatement statement = connection.prepareStatement(BACKEND);
                ResultSet row = statement.executeQuery()) {
            row.next();
            this.backend = new Backend(row.getInt(1), row.getObject(2, OffsetDateTime.class));
        }
        connection.commit();
    }

    static AppendSession open(AppendConnections connections, SessionTimeouts timeouts) throws SQLException {
        Connection connection = connections.open();
        try {
            return new AppendSession(connection, timeouts);
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    Backend backend() {
        return backend;
    }

    /**
     * Commits the events of all these requests, or of none.
     *
     * @throws SQLException nothing is stored, and the session goes on
     * @throws SessionLost the session has ended, and whether anything is stored is not known
     */
    void store(List<Append> group) throws SQLException, SessionLost {
        List<StoredEvent> events =
                group.stream().flatMap(append -> append.events().stream()).toList();
        Set<StoredName> names = events.stream().map(StoredEvent::name).collect(Collectors.toSet());
        names.removeAll(storedNames);
        try {
            run(LOCK);
            insert(events);
            if (!names.isEmpty()) {
                insertNames(List.copyOf(names));
            }
        } catch (SQLException e) {
            undo(e);
            throw e;
        } catch (RuntimeException e) {
            undo(e);
            throw new SQLException(e);
        }
        try {
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            throw new SessionLost(e);
        }
        storedNames.addAll(names);
    }

    private void undo(Exception why) throws SessionLost {
        try {
            connection.rollback();
        } catch (SQLException | RuntimeException e) {
            why.addSuppressed(e);
            throw new SessionLost(why);
        }
    }

    private void insert(List<StoredEvent> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            setTexts(statement, 1, events, StoredEvent::eventId);
            setTexts(statement, 2, events, StoredEvent::aggregateId);
            setNumbers(statement, 3, events, StoredEvent::sequenceNumber);
            setTexts(statement, 4, events, StoredEvent::aggregateType);
            setTexts(statement, 5, events, event -> event.name().name());
            setTexts(statement, 6, events, event -> event.name().revision());
            setTexts(statement, 7, events, StoredEvent::payload);
            setTexts(statement, 8, events, StoredEvent::metadata);
            setTexts(statement, 9, events, StoredEvent::timeStamp);
            statement.executeUpdate();
        }
    }

    private void insertNames(List<StoredName> names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_NAMES)) {
            setTexts(statement, 1, names, StoredName::name);
            setTexts(statement, 2, names, StoredName::revision);
            statement.executeUpdate();
        }
    }

    /**
     * Which events hold the places of these requests' first events. Asked under the append lock: no append of a lost
     * session is under way any more, and as a request is stored whole or not at all, its first event tells.
     *
     * @return id of the event that is there; a request whose place is free is missing
     */
    Map<Append, String> find(List<Append> doubtful) throws SQLException {
        run(LOCK);
        Map<Append, String> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            setTexts(statement, 1, doubtful, append -> append.first().aggregateId());
            setNumbers(statement, 2, doubtful, append -> append.first().sequenceNumber());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(doubtful.get(rows.getInt(1) - 1), rows.getString(2));
                }
            }
        }
        connection.commit();
        return found;
    }

    /**
     * Ends the server's side of lost connections, which may hold the append lock or wait for it. A commit that is
     * about to succeed is left a moment to do so.
     */
    void end(Collection<Backend> lost, Duration patience) throws SQLException {
        try {
            set("lock_timeout", patience, true);
            run(LOCK);
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
        connection.rollback();
        for (Backend gone : lost) {
            try (PreparedStatement statement = connection.prepareStatement(END_BACKEND)) {
                statement.setInt(1, gone.pid());
                statement.setObject(2, gone.start());
                statement.execute();
            }
        }
        connection.commit();
    }

    /** Cuts a conversation that hangs; may be called from any thread. */
    void abort() throws SQLException {
        connection.abort(Runnable::run);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void set(String setting, Duration value, boolean local) throws SQLException {
        run("select set_config('%s', '%dms', %b)".formatted(setting, value.toMillis(), local));
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private <T> void setTexts(PreparedStatement statement, int index, List<T> rows, Function<T, String> column)
            throws SQLException {
        statement.setArray(
                index,
                connection.createArrayOf("text", rows.stream().map(column).toArray()));
    }

    private <T> void setNumbers(PreparedStatement statement, int index, List<T> rows, Function<T, Long> column)
            throws SQLException {
        statement.setArray(
                index,
                connection.createArrayOf("bigint", rows.stream().map(column).toArray()));
    }
}
