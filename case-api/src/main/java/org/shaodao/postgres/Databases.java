package org.shaodao.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What the application finds in the server: two databases, and a role that owns them and is no superuser. */
final class Databases {
    static final String APPLICATION = "shaodao";
    static final String EVENTS = "shaodao";
    static final String VAULT = "shaodao_vault";

    private static final String INVALID_PASSWORD = "28P01";

    private Databases() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(ServerSettings.HOST, port, database);
    }

    /**
     * Creates what is missing, and sets the application's password at every start: its file decides.
     *
     * @param password of the role {@link #APPLICATION}
     */
    static void createIfAbsent(ServerPort port, String password) throws IOException {
        ServerFolder folder = port.folder();
        String superuserPassword = folder.secret(Cluster.SUPERUSER_PASSWORD);
        try (Connection connection =
                DriverManager.getConnection(url(port.number(), "postgres"), Cluster.SUPERUSER, superuserPassword)) {
            if (isAbsent(connection, "select from pg_roles where rolname = ?", APPLICATION)) {
                execute(connection, "create role " + APPLICATION + " login");
            }
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(APPLICATION, password.toCharArray(), "scram-sha-256");
            // An error goes to the application as an exception; its text may quote a value ("invalid input syntax for
            // type date: …"), which must not reach the log as well. Errors of the server's own processes still do.
            execute(connection, "alter role " + APPLICATION + " set log_min_messages = log");
            createIfAbsent(connection, EVENTS);
            createIfAbsent(connection, VAULT);
        } catch (SQLException e) {
            throw new DatabaseStartException(
                    INVALID_PASSWORD.equals(e.getSQLState())
                            ? "The password in the file %s is not that of the database's superuser: put back the file that belongs to these data."
                                    .formatted(folder.path(Cluster.SUPERUSER_PASSWORD))
                            : "The databases could not be prepared: " + e.getMessage(),
                    e);
        }
    }

    private static void createIfAbsent(Connection connection, String database) throws SQLException {
        if (isAbsent(connection, "select from pg_database where datname = ?", database)) {
            execute(connection, "create database %s owner %s".formatted(database, APPLICATION));
        }
        execute(connection, "revoke all on database %s from public".formatted(database));
    }

    private static boolean isAbsent(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
