package org.shaodao.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.view.Columns;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 部门收件箱. Reads units' inboxes; an unfiltered page costs the same however many cases there are. */
public final class Inbox {
    /** What a row of the inbox is made of. */
    static final String ROWS = """
            select d.case_id, d.dispatch, d.unit, d.role, d.tab, d.whistle, d.round, d.handler, d.dispatched_at, d.clock, d.due_at, d.missed,
                d.recorded_at, d.changed_at, c.number, c.street, c.kind, c.category, c.place, c.subject, v.version
            from item d
            join demand c on c.case_id = d.case_id
            join known_case v on v.case_id = d.case_id
            """;

    private final Views views;

    public Inbox(Views views) {
        this.views = views;
    }

    /**
     * One page of a tab, the longest dispatched first.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public InboxPage page(InboxQuery query, @Nullable NotOlderThan minimum) {
        return views.read(InboxView.NAME, minimum, jdbc -> {
            List<InboxRow> rows = rows(query, jdbc);
            boolean more = rows.size() > query.limit();
            List<InboxRow> page = more ? rows.subList(0, query.limit()) : rows;
            return new InboxPage(List.copyOf(page), more ? place(page.getLast()) : null, counts(query.unit(), jdbc));
        });
    }

    private static List<InboxRow> rows(InboxQuery query, JdbcClient jdbc) {
        return statement(ROWS, query, jdbc).query((row, i) -> row(row)).list();
    }

    /** Selects a page and one row more, by which it is known whether there is a next one. */
    static JdbcClient.StatementSpec statement(String select, InboxQuery query, JdbcClient jdbc) {
        StringBuilder sql = new StringBuilder(select).append("where d.unit = :unit and d.tab = :tab\n");
        if (query.role() != null) {
            sql.append("and d.role = :role\n");
        }
        if (query.category() != null) {
            sql.append("and c.category = :category\n");
        }
        if (query.search() != null) {
            sql.append("and (starts_with(c.number, :search) or starts_with(c.subject, :search))\n");
        }
        InboxCursor after = query.after();
        if (after != null) {
            sql.append("and (d.dispatched_at, d.case_id, d.dispatch) > (:at, :caseId, :dispatch)\n");
        }
        sql.append("order by d.dispatched_at, d.case_id, d.dispatch limit :limit");
        return jdbc.sql(sql.toString())
                .param("unit", query.unit())
                .param("tab", query.tab().name())
                .param("role", query.role() == null ? null : query.role().name())
                .param("category", query.category())
                .param("search", query.search())
                .param("at", after == null ? null : Columns.timestamp(after.dispatchedAt()))
                .param("caseId", after == null ? null : after.caseId())
                .param("dispatch", after == null ? null : after.dispatch())
                .param("limit", query.limit() + 1);
    }

    private static InboxCounts counts(String unit, JdbcClient jdbc) {
        Map<InboxTab, Long> counts = new EnumMap<>(InboxTab.class);
        jdbc.sql("select tab, sum(n) as n from tally where unit = ? group by tab")
                .param(unit)
                .query(row -> {
                    counts.put(InboxTab.valueOf(row.getString("tab")), row.getLong("n"));
                });
        return new InboxCounts(
                counts.getOrDefault(InboxTab.TO_ACKNOWLEDGE, 0L),
                counts.getOrDefault(InboxTab.IN_HAND, 0L),
                counts.getOrDefault(InboxTab.DONE, 0L));
    }

    private static InboxCursor place(InboxRow row) {
        return new InboxCursor(row.dispatchedAt(), row.caseId(), row.dispatch());
    }

    private static InboxRow row(ResultSet row) throws SQLException {
        return new InboxRow(
                row.getObject("case_id", UUID.class),
                row.getInt("dispatch"),
                row.getString("unit"),
                DispatchRole.valueOf(row.getString("role")),
                InboxTab.valueOf(row.getString("tab")),
                row.getObject("whistle", Integer.class),
                row.getInt("round"),
                row.getString("handler"),
                row.getString("number"),
                row.getString("street"),
                DemandKind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getString("place"),
                row.getString("subject"),
                Columns.instant(row, "dispatched_at"),
                row.getString("clock") == null ? null : ClockKind.valueOf(row.getString("clock")),
                row.getString("clock") == null ? null : Columns.instant(row, "due_at"),
                row.getBoolean("missed"),
                Columns.instant(row, "recorded_at"),
                Columns.instant(row, "changed_at"),
                row.getLong("version"));
    }
}
