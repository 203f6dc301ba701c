package org.shaodao.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.shaodao.eventstore.Append.Outcome;
import org.shaodao.eventstore.Append.Outcome.Conflict;
import org.shaodao.eventstore.Append.Outcome.Refused;
import org.shaodao.eventstore.Append.Outcome.Stored;
import org.shaodao.eventstore.AppendRefused.Reason;
import org.shaodao.eventstore.AppendSession.Backend;
import org.shaodao.eventstore.AppendSession.SessionLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings claimed requests to their outcome, over as many connections as it takes. All of it but {@link #abort()}
 * and {@link #connected()} belongs to the appender's thread.
 */
final class AppendWriter {
    private static final Logger LOG = LoggerFactory.getLogger(AppendWriter.class);
    private static final String OPTIMISTIC_LOCK = "event_once_per_sequence";
    /** So often a request is tried before it is held to be the reason itself. */
    private static final int MOST_LOSSES = 5;

    private static final Set<String> TOO_SLOW =
            Set.of(PSQLState.QUERY_CANCELED.getState(), AppendSession.LOCK_NOT_AVAILABLE);

    private final AppendConnections connections;
    private final SessionTimeouts timeouts;
    private final AppendMetrics metrics;
    private volatile @Nullable AppendSession session;

    /** What is certainly not stored yet; each group is written in a transaction of its own. */
    private final Deque<List<Append>> groups = new ArrayDeque<>();

    /** What was being written when the session was lost. */
    private List<Append> doubtful = List.of();

    /** The server's side of lost sessions. */
    private final Set<Backend> lost = new HashSet<>();

    private int failures;
    private @Nullable Throwable lastFailure;

    AppendWriter(AppendConnections connections, SessionTimeouts timeouts, AppendMetrics metrics) {
        this.connections = connections;
        this.timeouts = timeouts;
        this.metrics = metrics;
    }

    /** Whether there is a connection and nothing to do with it. */
    boolean ready() {
        return session != null && done();
    }

    /** May be asked from any thread. */
    boolean connected() {
        return session != null;
    }

    /** Whether every request has its outcome. */
    boolean done() {
        return groups.isEmpty() && doubtful.isEmpty();
    }

    void add(List<Append> group) {
        groups.add(group);
    }

    /**
     * Does whatever is next: connect, look what a lost session has left behind, or write. Whatever this throws means
     * that the session is to be given up, see {@link #lose}.
     */
    void step() throws SQLException, SessionLost, InterruptedException {
        AppendSession current = session;
        if (current == null) {
            connect();
        } else if (!doubtful.isEmpty()) {
            clearDoubts(current);
        } else if (!groups.isEmpty()) {
            List<Append> group = awaited(groups.element());
            groups.remove();
            write(current, group);
        }
    }

    private void connect() throws SQLException, InterruptedException {
        forgetUnawaited();
        if (failures > 1) {
            Thread.sleep(pauseAfter(failures));
        }
        AppendSession opened = AppendSession.open(connections, timeouts);
        session = opened;
        if (!lost.isEmpty()) {
            opened.end(lost, timeouts.lockPatience());
            lost.clear();
            metrics.reconnected();
            LOG.info("The appender has a connection again");
        }
        forgetUnawaited();
        if (doubtful.isEmpty()) {
            failures = 0;
        }
    }

    private Duration pauseAfter(int failures) {
        Duration pause = timeouts.firstPause().multipliedBy(1L << Math.min(failures - 2, 16));
        return pause.compareTo(timeouts.longestPause()) < 0 ? pause : timeouts.longestPause();
    }

    private void write(AppendSession current, List<Append> group) throws SessionLost {
        if (group.isEmpty()) {
            return;
        }
        doubtful = group;
        try {
            current.store(group);
            doubtful = List.of();
            settle(group, new Stored());
            failures = 0;
        } catch (SQLException e) {
            doubtful = List.of();
            nothingStored(group, e);
        }
    }

    /** One request among others may be to blame: the halves are tried apart, down to the single request. */
    private void nothingStored(List<Append> group, SQLException why) {
        if (TOO_SLOW.contains(Objects.toString(why.getSQLState(), ""))) {
            settle(group, new Refused(Reason.STORE_UNAVAILABLE, why));
        } else if (group.size() == 1) {
            settle(group, isConflict(why) ? new Conflict(why) : new Refused(Reason.STORE_UNAVAILABLE, why));
        } else {
            int half = group.size() / 2;
            groups.push(group.subList(half, group.size()));
            groups.push(group.subList(0, half));
        }
    }

    private static boolean isConflict(SQLException why) {
        return why instanceof PSQLException postgres
                && PSQLState.UNIQUE_VIOLATION.getState().equals(why.getSQLState())
                && postgres.getServerErrorMessage() != null
                && OPTIMISTIC_LOCK.equals(postgres.getServerErrorMessage().getConstraint());
    }

    private void clearDoubts(AppendSession current) throws SQLException {
        Map<Append, String> found = current.find(doubtful);
        for (Append request : doubtful) {
            decide(request, found.get(request));
        }
        doubtful = List.of();
        failures = 0;
    }

    /** A request that is not there is written alone, lest what costs the server its life take others with it again. */
    private void decide(Append request, @Nullable String there) {
        if (there == null) {
            if (request.lostAgain() < MOST_LOSSES) {
                groups.add(List.of(request));
            } else {
                request.settle(new Refused(Reason.STORE_UNAVAILABLE, lastFailure));
            }
        } else if (there.equals(request.first().eventId())) {
            request.settle(new Stored());
        } else {
            request.settle(new Conflict(takenBy(there)));
        }
    }

    private static SQLException takenBy(String eventId) {
        return new SQLException(
                "Event " + eventId + " holds the sequence number", PSQLState.UNIQUE_VIOLATION.getState());
    }

    /** Gives the session up, whatever befell it; the next step opens another. */
    void lose(Throwable why) {
        failures++;
        lastFailure = why;
        AppendSession gone = session;
        if (gone != null) {
            lost.add(gone.backend());
            leave();
        }
        if (Integer.bitCount(failures) == 1) { // the 1st, 2nd, 4th, 8th …: a long outage must not fill the disk
            LOG.warn("The appender has no connection, failures in a row: {}; {}", failures, why.toString());
        }
    }

    private void forgetUnawaited() {
        doubtful = awaited(doubtful);
        groups.removeIf(group -> awaited(group).isEmpty());
    }

    /** Whoever has been told that the outcome is unknown may have asked again: the old request must not come late. */
    private static List<Append> awaited(List<Append> group) {
        return group.stream().filter(Append::awaited).toList();
    }

    private static void settle(List<Append> group, Outcome outcome) {
        group.forEach(request -> request.settle(outcome));
    }

    /** Cuts a conversation that hangs; may be called from any thread. */
    void abort() {
        AppendSession hanging = session;
        if (hanging != null) {
            try {
                hanging.abort();
            } catch (SQLException e) {
                LOG.warn("The appender's connection could not be cut", e);
            }
        }
    }

    /** The end: what is still open is told so, and the connection closed. */
    void giveUp() {
        settle(doubtful, new Refused(Reason.OUTCOME_UNKNOWN, null));
        groups.forEach(group -> settle(group, new Refused(Reason.SHUTTING_DOWN, null)));
        leave();
    }

    private void leave() {
        AppendSession current = session;
        session = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException | RuntimeException e) {
                LOG.debug("A lost connection did not close", e);
            }
        }
    }
}
