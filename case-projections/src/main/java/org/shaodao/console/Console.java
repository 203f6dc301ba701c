package org.shaodao.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.clocks.ClockKind;
import org.shaodao.view.Columns;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.UpTo;
import org.shaodao.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 街道工作台. Reads desks: a page costs the same however many cases there are. */
public final class Console {
    /** How far the morning looks ahead for what nobody has moved on. */
    static final Duration SOON = Duration.ofHours(24);

    private static final String ROWS = """
            select w.case_id, w.waiting, w.number, w.since, k.version
            from waiting w join known_console k on k.case_id = w.case_id
            """;

    private final Views views;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends */
    public Console(Views views, ZoneId zone) {
        this.views = views;
        this.zone = zone;
    }

    /**
     * One page of a tab, what waits longest first; of what is closed the last first.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public ConsolePage page(ConsoleQuery query, @Nullable NotOlderThan minimum) {
        Seen seen = views.read(
                ConsoleView.NAME, minimum, jdbc -> new Seen(rows(query, jdbc), counts(query.street(), jdbc)));
        boolean more = seen.rows().size() > query.limit();
        List<ConsoleRow> page = told(more ? seen.rows().subList(0, query.limit()) : seen.rows());
        return new ConsolePage(page, more ? place(page.getLast()) : null, seen.counts());
    }

    private record Seen(List<Found> rows, Map<ConsoleTab, Long> counts) {}

    /**
     * All that waits in one case.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public List<ConsoleRow> of(UUID caseId, @Nullable NotOlderThan minimum) {
        return told(views.read(
                ConsoleView.NAME,
                minimum,
                jdbc -> jdbc.sql(ROWS + "where w.case_id = ? order by w.since, w.waiting, w.number")
                        .param(caseId)
                        .query((row, i) -> Found.of(row))
                        .list()));
    }

    /**
     * 晨会单 of a street.
     *
     * @param limit rows of each list
     */
    public MorningSheet morningSheet(String street, Instant now, int limit) {
        var today = now.atZone(zone).toLocalDate();
        Instant morning = today.atStartOfDay(zone).toInstant();
        Instant midnight = today.plusDays(1).atStartOfDay(zone).toInstant();
        Morning seen = views.read(
                ConsoleView.NAME,
                null,
                jdbc -> new Morning(
                        due(street, morning, midnight, "", limit + 1, jdbc),
                        rows(new ConsoleQuery(street, ConsoleTab.NOT_COME, null, limit), jdbc),
                        due(street, now, now.plus(SOON), "and not moved", limit + 1, jdbc)));
        return new MorningSheet(
                now,
                views.tell(first(seen.dueToday(), limit), Due::upTo, Due::row),
                told(first(seen.notCome(), limit)),
                views.tell(first(seen.late(), limit), Due::upTo, Due::row),
                seen.dueToday().size() > limit
                        || seen.late().size() > limit
                        || seen.notCome().size() > limit);
    }

    private record Morning(List<Due> dueToday, List<Found> notCome, List<Due> late) {}

    private static <T> List<T> first(List<T> rows, int limit) {
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    private static List<Due> due(String street, Instant from, Instant until, String which, int limit, JdbcClient jdbc) {
        return jdbc.sql("""
                        select d.case_id, d.dispatch, d.clock, d.round, d.due_at, d.moved, k.version
                        from falling_due d join known_console k on k.case_id = d.case_id
                        where d.street = ? and d.due_at >= ? and d.due_at < ? %s
                        order by d.due_at, d.case_id, d.dispatch, d.clock, d.round limit ?""".formatted(which))
                .params(street, Columns.timestamp(from), Columns.timestamp(until), limit)
                .query((row, i) -> Due.of(row))
                .list();
    }

    /** A clock that falls due, of a case as far as it was told. */
    private record Due(UpTo upTo, FallingDue clock) {
        static Due of(ResultSet row) throws SQLException {
            return new Due(
                    Console.upTo(row),
                    new FallingDue(
                            row.getInt("dispatch"),
                            ClockKind.valueOf(row.getString("clock")),
                            row.getInt("round"),
                            null,
                            Columns.instant(row, "due_at"),
                            row.getBoolean("moved")));
        }

        DueRow row(CaseFacts facts) {
            return DueRow.of(upTo.caseId(), facts, clock);
        }
    }

    /** A page and one row more, by which it is known whether there is a next one. */
    private static List<Found> rows(ConsoleQuery query, JdbcClient jdbc) {
        ConsoleCursor after = query.after();
        String order = query.tab().newestFirst() ? " desc" : "";
        String sql = ROWS
                + "where w.tab = :tab"
                + (query.street() == null ? " and w.desk = 'DISTRICT'" : " and w.street = :street")
                + (after == null
                        ? ""
                        : " and (w.since, w.case_id, w.waiting, w.number) %s (:at, :caseId, :waiting, :number)"
                                .formatted(query.tab().newestFirst() ? "<" : ">"))
                + " order by w.since%1$s, w.case_id%1$s, w.waiting%1$s, w.number%1$s limit :limit".formatted(order);
        return jdbc.sql(sql)
                .param("tab", query.tab().name())
                .param("street", query.street())
                .param("at", after == null ? null : Columns.timestamp(after.since()))
                .param("caseId", after == null ? null : after.caseId())
                .param("waiting", after == null ? null : after.waiting().name())
                .param("number", after == null ? null : after.number())
                .param("limit", query.limit() + 1)
                .query((row, i) -> Found.of(row))
                .list();
    }

    private static Map<ConsoleTab, Long> counts(@Nullable String street, JdbcClient jdbc) {
        Map<ConsoleTab, Long> counts = new EnumMap<>(ConsoleTab.class);
        jdbc.sql("select tab, sum(n) as n from waiting_tally where %s group by tab having sum(n) <> 0"
                        .formatted(street == null ? "desk = 'DISTRICT'" : "street = :street"))
                .param("street", street)
                .query(row -> {
                    counts.put(ConsoleTab.valueOf(row.getString("tab")), row.getLong("n"));
                });
        return counts;
    }

    private static ConsoleCursor place(ConsoleRow row) {
        return new ConsoleCursor(row.since(), row.caseId(), row.waiting(), row.number());
    }

    private List<ConsoleRow> told(List<Found> rows) {
        return views.tell(rows, Found::upTo, Found::row);
    }

    private static UpTo upTo(ResultSet row) throws SQLException {
        return new UpTo(row.getObject("case_id", UUID.class), row.getLong("version"));
    }

    /** A row of {@link #ROWS}. */
    private record Found(UpTo upTo, Matter.Key key, Instant since) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    Console.upTo(row),
                    new Matter.Key(Waiting.valueOf(row.getString("waiting")), row.getInt("number")),
                    Columns.instant(row, "since"));
        }

        ConsoleRow row(CaseFacts facts) {
            Matter matter = Objects.requireNonNull(Matter.of(facts).get(key), "what waits follows from what is known");
            return ConsoleRow.of(upTo.caseId(), facts, matter, since, upTo.version());
        }
    }
}
