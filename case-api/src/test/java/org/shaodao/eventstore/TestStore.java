package org.shaodao.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.shaodao.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event store for notes. */
final class TestStore implements AutoCloseable {
    /** Quick, save that a lost backend keeps the append lock for longer than anybody waits for an outcome. */
    static final SessionTimeouts HASTY = new SessionTimeouts(
            Duration.ofSeconds(20),
            Duration.ofMillis(20_500),
            Duration.ofMinutes(5),
            Duration.ofMillis(300),
            Duration.ofMillis(10),
            Duration.ofMillis(200));

    /** Nobody gives up while a slow machine is still working. */
    static final AppendLimits PATIENT = limits(1_024, Duration.ofSeconds(60), Duration.ofSeconds(120));

    static final StoredNames NAMES = new StoredNames(List.of(NoteEvent.class));

    final DataSource database;
    final HikariDataSource pool = new HikariDataSource();
    final JdbcClient sql;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Appender appender;
    final AppendingEventStorageEngine engine;

    TestStore(DataSource database, AppendConnections connections, AppendLimits limits, SessionTimeouts timeouts) {
        this.database = database;
        pool.setDataSource(database);
        pool.setMaximumPoolSize(8);
        this.sql = JdbcClient.create(pool);
        this.appender = Appender.start(connections, limits, timeouts, meters);
        this.engine = new AppendingEventStorageEngine(
                pool, appender, new StoredNamesSerializer(NAMES), NoOpEventUpcaster.INSTANCE, 500);
    }

    static AppendLimits limits(int queue, Duration begin, Duration answer) {
        return new AppendLimits(
                queue, Duration.ofMillis(250), begin, answer, 64, 500, 1_000_000, Duration.ofSeconds(20));
    }

    static TestStore fresh() {
        return fresh(PATIENT);
    }

    static TestStore fresh(AppendLimits limits) {
        return on(freshDatabase(), limits);
    }

    static TestStore on(DataSource database, AppendLimits limits) {
        return new TestStore(database, straightTo(database), limits, HASTY);
    }

    static DataSource freshDatabase() {
        DataSource database = TestPostgres.freshDatabase();
        migrate(database);
        return database;
    }

    static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).target("1").load().migrate();
    }

    private static AppendConnections straightTo(DataSource database) {
        PGSimpleDataSource server = (PGSimpleDataSource) database;
        return AppendConnections.direct(server.getURL(), String.valueOf(server.getUser()), "");
    }

    void write(String note, long sequence, String text) {
        engine.appendEvents(List.of(NoteEvent.written(note, sequence, text)));
    }

    CompletableFuture<Void> writing(String note, long sequence, String text) {
        return CompletableFuture.runAsync(
                () -> write(note, sequence, text),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    List<String> textsOf(String note) {
        return engine.readEvents(note, 0)
                .asStream()
                .map(event -> ((NoteEvent.Written) event.getPayload()).text())
                .toList();
    }

    List<? extends TrackedEventMessage<?>> log() {
        return logAfter(null);
    }

    List<? extends TrackedEventMessage<?>> logAfter(@Nullable TrackingToken token) {
        try (var events = engine.readEvents(token, false)) {
            return events.toList();
        }
    }

    double refusals(AppendRefused.Reason reason) {
        return meters.get("shaodao.append.refusals")
                .tag("reason", reason.name())
                .counter()
                .count();
    }

    double waiting() {
        return meters.get("shaodao.append.queue").gauge().value();
    }

    double reconnects() {
        return meters.get("shaodao.append.reconnects").counter().count();
    }

    /** While this connection lives, nothing is appended to the database. */
    Connection holdAppendLock() throws SQLException {
        Connection connection = database.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + AppendSession.LOCK_KEY + ")");
        }
        return connection;
    }

    /** How many appenders wait for the lock. */
    int heldUp() {
        return sql.sql("""
                        select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
                        where locktype = 'advisory' and not granted and datname = current_database()
                        """).query(Integer.class).single();
    }

    /** Ends the server's side of every appender of this database. */
    int killAppenders() {
        return countOfAppenders("pg_terminate_backend(pid)");
    }

    /** How many appenders of this database the server knows. */
    int connectedAppenders() {
        return countOfAppenders("*");
    }

    private int countOfAppenders(String counted) {
        return sql.sql("""
                        select count(%s) from pg_stat_activity
                        where datname = current_database() and application_name = 'shaodao-appender'
                        """.formatted(counted)).query(Integer.class).single();
    }

    @Override
    public void close() {
        appender.close();
        pool.close();
    }
}
