package org.shaodao.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The vault's own database, and the two locks on which its nodes agree. Both end with the transaction that took them,
 * so that no crash leaves one behind.
 */
final class VaultDatabase {
    private static final long TURN = 1;
    private static final long EPOCH = 2;

    private final JdbcClient sql;
    private final JdbcTemplate connection;
    private final TransactionTemplate transaction;

    VaultDatabase(DataSource dataSource) {
        Flyway.configure()
                .dataSource(patient(dataSource))
                .locations("classpath:db/vault")
                .load()
                .migrate();
        sql = JdbcClient.create(dataSource);
        connection = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        // A statement after a lock must see what was committed while it waited.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    private static DataSource patient(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return bePatient(super.getConnection());
            }
        };
    }

    /** Lets an answer take as long as it needs; a pool takes that back when the connection returns to it. */
    private static Connection bePatient(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

    StatementSpec sql(String statement) {
        return sql.sql(statement);
    }

    /** Runs the work in one transaction, on disk when this returns. */
    <T> T durably(Supplier<T> work) {
        return transaction.execute(status -> {
            // Keys are handed out and destroyed on the strength of this commit.
            sql.sql("set local synchronous_commit = on").update();
            return work.get();
        });
    }

    /**
     * Runs a step of an erasure or of a change of epoch in one transaction: one at a time among all nodes. However long
     * another's turn takes, it is waited for.
     */
    void inTurn(Runnable step) {
        durably(() -> {
            connection.execute((ConnectionCallback<Connection>) VaultDatabase::bePatient);
            lock("select pg_advisory_xact_lock(?)", TURN);
            step.run();
            return true;
        });
    }

    /** Keeps the epoch in force from being retired until the caller's transaction ends. */
    void holdEpoch() {
        lock("select pg_advisory_xact_lock_shared(?)", EPOCH);
    }

    /** Waits until nobody holds the epoch, and keeps newcomers waiting until the caller's transaction ends. */
    void ownEpoch() {
        lock("select pg_advisory_xact_lock(?)", EPOCH);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void lock(String statement, long key) {
        sql.sql(statement).param(key).query((row, number) -> number).list();
    }
}
