package org.shaodao.clocks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Columns;
import org.shaodao.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 时限. Reads what runs. */
public final class RunningClocks {
    static final String DUE = """
            select case_id, dispatch, kind, round, due_at from clock
            where not missed and due_at < ? and (due_at, case_id, dispatch, kind, round) > (?, ?, ?, ?, ?)
            order by due_at, case_id, dispatch, kind, round limit ?
            """;

    private static final Passed TOP = Passed.at(Instant.parse("0001-01-01T00:00:00Z"));

    private final Views views;

    public RunningClocks(Views views) {
        this.views = views;
    }

    /**
     * A clock that has passed its due instant, and whose case may not know it yet.
     *
     * @param dispatch null = the case's own
     */
    public record Passed(UUID caseId, @Nullable Integer dispatch, ClockKind clock, Integer round, Instant dueAt) {
        /** Where those begin that pass at this moment or later. */
        public static Passed at(Instant moment) {
            return new Passed(new UUID(0, 0), null, ClockKind.ACKNOWLEDGEMENT, 0, moment);
        }
    }

    /**
     * The clocks that passed their due instant before this moment, the longest passed first.
     *
     * @param after the last of the page before; null = from the top
     * @param limit how many at most
     */
    public List<Passed> passed(Instant now, @Nullable Passed after, int limit) {
        return views.read(
                ClocksView.NAME,
                null,
                jdbc -> passed(DUE, now, after, limit, jdbc)
                        .query((row, i) -> new Passed(
                                row.getObject("case_id", UUID.class),
                                row.getInt("dispatch") == 0 ? null : row.getInt("dispatch"),
                                ClockKind.valueOf(row.getString("kind")),
                                row.getInt("round"),
                                Columns.instant(row, "due_at")))
                        .list());
    }

    /**
     * How many clocks run.
     *
     * @param running all of them
     * @param soon those not missed that are due before the moment asked for
     * @param missed those that passed and still run
     */
    public record Tally(long running, long soon, long missed) {}

    /** Counts what runs; costs as much as is open, not as much as ever was. */
    public Tally tally(Instant soon) {
        return views.read(
                ClocksView.NAME,
                null,
                jdbc -> jdbc.sql("""
                        select count(*), count(*) filter (where not missed and due_at < ?), count(*) filter (where missed)
                        from clock""")
                        .param(Columns.timestamp(soon))
                        .query((row, i) -> new Tally(row.getLong(1), row.getLong(2), row.getLong(3)))
                        .single());
    }

    /**
     * Cases with running clocks that had to guess days, in the order of their ids.
     *
     * @param after the last of the page before; null = from the top
     * @param limit how many at most
     */
    public List<UUID> provisional(@Nullable UUID after, int limit) {
        return views.read(
                ClocksView.NAME,
                null,
                jdbc -> jdbc.sql("""
                        select distinct case_id from clock where provisional and case_id > ? order by case_id limit ?
                        """)
                        .params(after == null ? new UUID(0, 0) : after, limit)
                        .query(UUID.class)
                        .list());
    }

    static JdbcClient.StatementSpec passed(
            String select, Instant now, @Nullable Passed after, int limit, JdbcClient jdbc) {
        Passed from = after == null ? TOP : after;
        return jdbc.sql(select)
                .params(
                        Columns.timestamp(now),
                        Columns.timestamp(from.dueAt()),
                        from.caseId(),
                        from.dispatch() == null ? 0 : from.dispatch(),
                        from.clock().name(),
                        from.round(),
                        limit);
    }
}
