package org.shaodao.eventstore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGProperty;

/**
 * Where the appender gets its one connection from, again after each loss. Outside the pool: callers that hold pooled
 * connections wait for the appender, so it must never wait for them. And straight to PostgreSQL: a pooler that hands
 * out sessions per transaction would take its settings and the identity of its backend away.
 */
@FunctionalInterface
public interface AppendConnections {
    /** A new connection that belongs to the caller alone. */
    Connection open() throws SQLException;

    /**
     * Connections by {@link DriverManager}, which find out within seconds that the server is out of reach.
     *
     * @param url JDBC URL of PostgreSQL; what it says itself overrides what is set here
     */
    static AppendConnections direct(String url, String user, String password) {
        Properties settings = new Properties();
        PGProperty.USER.set(settings, user);
        PGProperty.PASSWORD.set(settings, password);
        PGProperty.APPLICATION_NAME.set(settings, "shaodao-appender");
        PGProperty.CONNECT_TIMEOUT.set(settings, 5);
        PGProperty.LOGIN_TIMEOUT.set(settings, 10);
        PGProperty.SOCKET_TIMEOUT.set(settings, 15);
        PGProperty.TCP_KEEP_ALIVE.set(settings, true);
        return () -> DriverManager.getConnection(url, settings);
    }
}
