package org.shaodao.nodes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.shaodao.eventstore.AppendConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes that there are new events, and hears it from them. It speaks outside the transactions of the
 * events, on a connection of its own, and while it speaks whatever else happens is told by one more word. A word that
 * is lost costs a second: so often every node looks by itself.
 */
public final class Herald implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final String CHANNEL = "shaodao_events";
    private static final int LISTEN_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 1_000;

    private final AppendConnections connections;
    private final Nodes nodes;
    private final Runnable lookNow;
    private final Counter heard;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads;
    private volatile boolean closing;

    /**
     * @param connections of its own, never the pool's
     * @param lookNow reads the end of the log
     */
    public Herald(AppendConnections connections, Nodes nodes, Runnable lookNow, MeterRegistry meters) {
        this.connections = connections;
        this.nodes = nodes;
        this.lookNow = lookNow;
        this.heard = Counter.builder("shaodao.nodes.heard")
                .description("Words of other nodes that there are new events")
                .register(meters);
        this.threads = List.of(
                Thread.ofPlatform().daemon().name("herald-tells").unstarted(() -> goOn(this::tell)),
                Thread.ofPlatform().daemon().name("herald-hears").unstarted(() -> goOn(this::hear)));
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /** Something was stored; returns at once. */
    public void tellOthers() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    @Override
    public void close() {
        closing = true;
        threads.forEach(Thread::interrupt);
    }

    /** What is done on one connection until that is lost. */
    private interface Conversation {
        void over(Connection connection) throws SQLException, InterruptedException;
    }

    private void goOn(Conversation conversation) {
        while (!closing) {
            try (Connection connection = connections.open()) {
                conversation.over(connection);
            } catch (SQLException | RuntimeException e) { // whatever it was: the next connection may be better
                LOG.warn("{} begins anew: {}", Thread.currentThread().getName(), e.toString());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        try (PreparedStatement word = connection.prepareStatement("select pg_notify(?, ?)")) {
            word.setString(1, CHANNEL);
            word.setString(2, nodes.self());
            while (!closing) {
                news.acquire();
                news.drainPermits();
                if (nodes.live() > 1) {
                    word.execute();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        lookNow.run();
        PGConnection ear = connection.unwrap(PGConnection.class);
        while (!closing) {
            for (PGNotification word : ear.getNotifications(LISTEN_MILLIS)) {
                if (!word.getParameter().equals(nodes.self())) {
                    heard.increment();
                    lookNow.run();
                }
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
