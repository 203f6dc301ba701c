package org.shaodao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.postgres.EmbeddedPostgresServer;

/**
 * The one PostgreSQL of a run: the product's own, as durable as in an installation, with more connections because all
 * contestants stay connected.
 */
final class Server implements AutoCloseable {
    private static final String CONNECTIONS = "alter system set max_connections = 120";
    private static final List<String> PROMISES =
            List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "server_version");

    private final Path folder;
    private EmbeddedPostgresServer postgres;

    Server(Path folder) throws SQLException {
        this.folder = folder.toAbsolutePath();
        postgres = EmbeddedPostgresServer.start(this.folder);
        execute("postgres", CONNECTIONS);
        postgres.close();
        postgres = EmbeddedPostgresServer.start(this.folder);
    }

    /** A database of a contestant's own. */
    Database database(String name) throws SQLException {
        execute("postgres", "create database %s owner %s".formatted(name, postgres.user()));
        return new Database(
                "jdbc:postgresql://%s:%d/%s".formatted(postgres.host(), postgres.port(), name),
                postgres.user(),
                postgres.password(),
                postmaster());
    }

    /** What an installation needs: a database of events and views, and a vault. */
    Installation installation(String name) throws SQLException {
        return new Installation(database(name), database(name + "_vault"), folder.resolveSibling("data-" + name));
    }

    /** Process id of the first of PostgreSQL's processes. */
    long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postgresql/cluster/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it promises, as the server itself says it. */
    String show(String setting) throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The promises on one line. */
    String promises() throws SQLException {
        StringBuilder said = new StringBuilder("PostgreSQL:");
        for (String promise : PROMISES) {
            said.append(' ').append(promise).append('=').append(show(promise));
        }
        return said.toString();
    }

    /** Bytes on disk of these databases together. */
    long bytes(String... databases) throws SQLException {
        String names = Stream.of(databases).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sum(pg_database_size(datname)) from pg_database where datname in (" + names + ")")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Writes out what is still in memory, so that no round pays for the one before. */
    void checkpoint() throws SQLException {
        execute("postgres", "checkpoint");
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection superuser(String database) throws SQLException {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://%s:%d/%s".formatted(postgres.host(), postgres.port(), database),
                    "postgres",
                    Files.readString(folder.resolve("postgresql/superuser.password"))
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }

    /** What an installation runs on. */
    record Installation(Database events, Database vault, Path data) {}
}
