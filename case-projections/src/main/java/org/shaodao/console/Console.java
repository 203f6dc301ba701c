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
import org.shaodao.view.KnownCases;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 街道工作台. Reads desks: a page costs the same however many cases there are. */
public final class Console {
    /** How far the morning looks ahead for what nobody has moved on. */
    static final Duration SOON = Duration.ofHours(24);

    private static final String ROWS = """
            select w.case_id, w.waiting, w.number, w.since, k.version, k.facts
            from waiting w join known_case k on k.case_id = w.case_id
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
        return views.read(ConsoleView.NAME, minimum, jdbc -> {
            List<ConsoleRow> rows = rows(query, jdbc);
            boolean more = rows.size() > query.limit();
            List<ConsoleRow> page = more ? rows.subList(0, query.limit()) : rows;
            return new ConsolePage(
                    List.copyOf(page), more ? place(page.getLast()) : null, counts(query.street(), jdbc));
        });
    }

    /**
     * All that waits in one case.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public List<ConsoleRow> of(UUID caseId, @Nullable NotOlderThan minimum) {
        return views.read(
                ConsoleView.NAME,
                minimum,
                jdbc -> jdbc.sql(ROWS + "where w.case_id = ? order by w.since, w.waiting, w.number")
                        .param(caseId)
                        .query((row, i) -> row(row))
                        .list());
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
        return views.read(ConsoleView.NAME, null, jdbc -> {
            List<DueRow> dueToday = due(street, morning, midnight, "", limit + 1, jdbc);
            List<DueRow> late = due(street, now, now.plus(SOON), "and not moved", limit + 1, jdbc);
            List<ConsoleRow> notCome = rows(new ConsoleQuery(street, ConsoleTab.NOT_COME, null, limit), jdbc);
            return new MorningSheet(
                    now,
                    first(dueToday, limit),
                    first(notCome, limit),
                    first(late, limit),
                    dueToday.size() > limit || late.size() > limit || notCome.size() > limit);
        });
    }

    private static <T> List<T> first(List<T> rows, int limit) {
        return List.copyOf(rows.subList(0, Math.min(limit, rows.size())));
    }

    private static List<DueRow> due(
            String street, Instant from, Instant until, String which, int limit, JdbcClient jdbc) {
        return jdbc.sql("""
                        select d.case_id, d.dispatch, d.clock, d.round, d.due_at, d.moved, k.facts
                        from falling_due d join known_case k on k.case_id = d.case_id
                        where d.street = ? and d.due_at >= ? and d.due_at < ? %s
                        order by d.due_at, d.case_id, d.dispatch, d.clock, d.round limit ?""".formatted(which))
                .params(street, Columns.timestamp(from), Columns.timestamp(until), limit)
                .query((row, i) -> due(row))
                .list();
    }

    private static DueRow due(ResultSet row) throws SQLException {
        return DueRow.of(
                row.getObject("case_id", UUID.class),
                facts(row),
                new FallingDue(
                        row.getInt("dispatch"),
                        ClockKind.valueOf(row.getString("clock")),
                        row.getInt("round"),
                        null,
                        Columns.instant(row, "due_at"),
                        row.getBoolean("moved")));
    }

    /** A page and one row more, by which it is known whether there is a next one. */
    private static List<ConsoleRow> rows(ConsoleQuery query, JdbcClient jdbc) {
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
                .query((row, i) -> row(row))
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

    private static ConsoleRow row(ResultSet row) throws SQLException {
        CaseFacts facts = facts(row);
        Matter.Key key = new Matter.Key(Waiting.valueOf(row.getString("waiting")), row.getInt("number"));
        return ConsoleRow.of(
                row.getObject("case_id", UUID.class),
                facts,
                Objects.requireNonNull(Matter.of(facts).get(key), "what waits follows from what is known"),
                Columns.instant(row, "since"),
                row.getLong("version"));
    }

    private static CaseFacts facts(ResultSet row) throws SQLException {
        return Objects.requireNonNull(KnownCases.facts(row), "only what was raised waits");
    }
}
