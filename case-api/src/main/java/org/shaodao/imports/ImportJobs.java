package org.shaodao.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Cursors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of imports, running and ended. */
@Repository
class ImportJobs {
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far an import is. INTERRUPTED: the process that ran it ended; the same command goes on. */
    enum State {
        RUNNING,
        DONE,
        FAILED,
        INTERRUPTED
    }

    /**
     * Counts of rows. Every row read is either rejected or one of open and closed.
     *
     * @param duplicates those of the closed that the source ended as duplicates
     * @param transferred those of the closed that the source gave to somebody else
     */
    record Counts(
            int read,
            int opened,
            int alreadyThere,
            int open,
            int closed,
            int duplicates,
            int transferred,
            int rejected,
            int contradicting) {}

    /**
     * An import as it is shown.
     *
     * @param mapping id and version of the mapping it is read by; null until the columns are known, as the zone
     */
    record Job(
            String name,
            String source,
            @Nullable String mapping,
            @Nullable String zone,
            State state,
            Counts counts,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Double rowsPerSecond,
            @Nullable Integer peakHeapMib,
            @Nullable String failure) {}

    /** A row that was not taken. */
    record Reject(long line, String field, String reason) {}

    void start(String name, String source, String by) {
        jdbc.sql("""
                        insert into imports.job (name, source, state, started_by, started_at)
                        values (?, ?, 'RUNNING', ?, ?)
                        on conflict (name) do update set source = excluded.source, mapping = null, zone = null,
                            state = 'RUNNING', started_by = excluded.started_by, started_at = excluded.started_at,
                            ended_at = null, failure = null, peak_heap_mib = null
                        """).params(name, source, by, OffsetDateTime.now(clock)).update();
        jdbc.sql("delete from imports.reject where job = ?").param(name).update();
    }

    /** By which mapping and in which zone it is read. */
    void mapped(String name, String mapping, String zone) {
        jdbc.sql("update imports.job set mapping = ?, zone = ? where name = ?")
                .params(mapping, zone, name)
                .update();
    }

    void progress(String name, Counts counts) {
        jdbc.sql("""
                        update imports.job set rows_read = ?, opened = ?, already_there = ?, left_open = ?, closed = ?,
                            duplicates = ?, transferred = ?, rejected = ?, contradicting = ? where name = ?
                        """)
                .params(
                        counts.read(),
                        counts.opened(),
                        counts.alreadyThere(),
                        counts.open(),
                        counts.closed(),
                        counts.duplicates(),
                        counts.transferred(),
                        counts.rejected(),
                        counts.contradicting(),
                        name)
                .update();
    }

    void reject(String name, Reject reject) {
        jdbc.sql("insert into imports.reject (job, line, field, reason) values (?, ?, ?, ?) on conflict do nothing")
                .params(name, reject.line(), reject.field(), reject.reason())
                .update();
    }

    void end(String name, State state, Counts counts, int peakHeapMib, @Nullable String failure) {
        progress(name, counts);
        jdbc.sql("update imports.job set state = ?, ended_at = ?, peak_heap_mib = ?, failure = ? where name = ?")
                .params(state.name(), OffsetDateTime.now(clock), peakHeapMib)
                .param(failure)
                .param(name)
                .update();
    }

    /** Whatever still says it is running when the product starts was cut off. */
    void interruptedByRestart() {
        jdbc.sql("update imports.job set state = 'INTERRUPTED' where state = 'RUNNING'")
                .update();
    }

    Optional<Job> find(String name) {
        return jdbc.sql("select * from imports.job where name = ?")
                .param(name)
                .query((rs, i) -> job(rs))
                .optional();
    }

    /** The place after which a page of imports begins. */
    record After(Instant startedAt, String name) {
        String encode() {
            return Cursors.encode(startedAt, name);
        }

        static After decode(String text) {
            return Cursors.decode(text, 2, parts -> new After(Instant.parse(parts[0]), parts[1]));
        }
    }

    /** Some imports, newest first. */
    List<Job> page(@Nullable After after, int limit) {
        return jdbc.sql("select * from imports.job"
                        + (after == null ? "" : " where (started_at, name) < (?, ?)")
                        + " order by started_at desc, name desc limit ?")
                .params(
                        after == null
                                ? List.of(limit)
                                : List.of(after.startedAt().atOffset(ZoneOffset.UTC), after.name(), limit))
                .query((rs, i) -> job(rs))
                .list();
    }

    /** Rejected rows after a line, in order. */
    List<Reject> rejects(String name, long afterLine, int limit) {
        return jdbc.sql("select * from imports.reject where job = ? and line > ? order by line limit ?")
                .params(name, afterLine, limit)
                .query((rs, i) -> new Reject(rs.getLong("line"), rs.getString("field"), rs.getString("reason")))
                .list();
    }

    private Job job(ResultSet rs) throws SQLException {
        Instant started = rs.getObject("started_at", OffsetDateTime.class).toInstant();
        OffsetDateTime ended = rs.getObject("ended_at", OffsetDateTime.class);
        Instant until = ended == null ? clock.instant() : ended.toInstant();
        double seconds = Math.max(0.001, Duration.between(started, until).toMillis() / 1000.0);
        Counts counts = new Counts(
                rs.getInt("rows_read"),
                rs.getInt("opened"),
                rs.getInt("already_there"),
                rs.getInt("left_open"),
                rs.getInt("closed"),
                rs.getInt("duplicates"),
                rs.getInt("transferred"),
                rs.getInt("rejected"),
                rs.getInt("contradicting"));
        return new Job(
                rs.getString("name"),
                rs.getString("source"),
                rs.getString("mapping"),
                rs.getString("zone"),
                State.valueOf(rs.getString("state")),
                counts,
                started,
                ended == null ? null : ended.toInstant(),
                Math.round(counts.read() / seconds * 10) / 10.0,
                rs.getObject("peak_heap_mib", Integer.class),
                rs.getString("failure"));
    }
}
