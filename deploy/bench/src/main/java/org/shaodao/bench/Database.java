package org.shaodao.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * A contestant's database, as it travels to its process.
 *
 * @param postmaster process id of its server, by which it is known what the server costs
 */
record Database(String url, String user, String password, long postmaster) {
    /** As many connections as the product has: more make two cores slower. */
    static final int CONNECTIONS = 12;

    private static final String EVENT_STORE = "db/migration/V1__event_store.sql";

    /** The first of a process's arguments say it. */
    static Database of(String... arguments) {
        return new Database(arguments[0], arguments[1], arguments[2], Long.parseLong(arguments[3]));
    }

    /** As a process's arguments. */
    List<String> arguments() {
        return List.of(url, user, password, Long.toString(postmaster));
    }

    /** A pool of connections that commit by themselves. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** One connection outside any pool. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Runs one or more statements. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The product's own tables of events, without the rest of the product. */
    void createEventStore() throws SQLException {
        try (InputStream script =
                Objects.requireNonNull(Database.class.getClassLoader().getResourceAsStream(EVENT_STORE), EVENT_STORE)) {
            execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
