package org.shaodao.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.DisputeFacts;
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
            select d.case_id, d.dispatch, d.unit, d.role, d.tab, d.state, d.responsible, d.dispute, d.section, d.whistle,
                d.round, d.handler, d.dispatched_at, d.clock, d.due_at, d.working, d.missed, d.reminders,
                d.supervisions, d.chases, d.recorded_at, d.changed_at, c.number, c.street, c.kind, c.category, c.place,
                c.subject, v.version
            from item d
            join demand c on c.case_id = d.case_id
            join known_inbox v on v.case_id = d.case_id
            """;

    /** A range of the index: what it costs grows with what is due then, not with what there is. */
    static final String DUE = "select count(*) from item where unit = ? and due_at >= ? and due_at < ?";

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");

    /** How long before it is due a dispatch is due soon. */
    public static final Duration SOON = Duration.ofHours(24);

    private final Views views;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which days begin and end */
    public Inbox(Views views, Clock clock, ZoneId zone) {
        this.views = views;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One page of a tab.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public InboxPage page(InboxQuery query, @Nullable NotOlderThan minimum) {
        Instant now = clock.instant();
        return views.read(InboxView.NAME, minimum, jdbc -> {
            List<InboxRow> rows = statement(ROWS, query, now, jdbc)
                    .query((row, i) -> row(row))
                    .list();
            boolean more = rows.size() > query.limit();
            List<InboxRow> page = more ? rows.subList(0, query.limit()) : rows;
            return new InboxPage(
                    List.copyOf(page),
                    more ? place(query.tab(), page.getLast()) : null,
                    counts(query.unit(), now, jdbc));
        });
    }

    /**
     * A unit's dispatches of one case.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public List<InboxRow> rows(UUID caseId, String unit, @Nullable NotOlderThan minimum) {
        return views.read(
                InboxView.NAME,
                minimum,
                jdbc -> jdbc.sql(ROWS + "where d.case_id = ? and d.unit = ? order by d.dispatch")
                        .params(caseId, unit)
                        .query((row, i) -> row(row))
                        .list());
    }

    /** Whose work a case is: the units called, and the street that runs it. Empty while nobody was called. */
    public Set<String> concerned(NotOlderThan minimum) {
        return Set.copyOf(views.read(
                InboxView.NAME,
                minimum,
                jdbc -> jdbc.sql(
                                "select unit from item where case_id = :id union select street from demand where case_id = :id")
                        .param("id", minimum.caseId())
                        .query(String.class)
                        .list()));
    }

    /** Whether a dispatch is found in a tab now. */
    public boolean isIn(InboxTab tab, InboxRow row) {
        Instant now = clock.instant();
        Instant due = row.dueAt();
        return switch (tab) {
            case OVERDUE -> due != null && due.isBefore(now);
            case DUE_SOON -> due != null && !due.isBefore(now) && due.isBefore(now.plus(SOON));
            case TO_ACKNOWLEDGE, IN_HAND, DISPUTED, DONE -> tab == row.tab();
        };
    }

    /** Selects a page and one row more, by which it is known whether there is a next one. */
    static JdbcClient.StatementSpec statement(String select, InboxQuery query, Instant now, JdbcClient jdbc) {
        InboxTab tab = query.tab();
        String at = tab.byTime() ? "d.due_at" : "d.dispatched_at";
        String down = tab == InboxTab.DONE ? " desc" : "";
        StringBuilder sql = new StringBuilder(select).append("where d.unit = :unit\n");
        sql.append(
                switch (tab) {
                    case OVERDUE -> "and d.due_at < :now\n";
                    case DUE_SOON -> "and d.due_at >= :now and d.due_at < :soon\n";
                    case TO_ACKNOWLEDGE, IN_HAND, DISPUTED, DONE -> "and d.tab = :tab\n";
                });
        if (query.role() != null) {
            sql.append("and d.role = :role\n");
        }
        if (query.category() != null) {
            sql.append("and c.category = :category\n");
        }
        if (query.section() != null) {
            sql.append("and d.section = :section\n");
        }
        if (query.search() != null) {
            sql.append("and (starts_with(c.number, :search) or starts_with(c.subject, :search))\n");
        }
        InboxCursor after = query.after();
        if (after != null) {
            sql.append("and (%s, d.case_id, d.dispatch) %s (:at, :caseId, :dispatch)\n"
                    .formatted(at, down.isEmpty() ? ">" : "<"));
        }
        sql.append("order by %1$s%2$s, d.case_id%2$s, d.dispatch%2$s limit :limit".formatted(at, down));
        return jdbc.sql(sql.toString())
                .param("unit", query.unit())
                .param("tab", tab.name())
                .param("now", Columns.timestamp(now))
                .param("soon", Columns.timestamp(now.plus(SOON)))
                .param("role", query.role() == null ? null : query.role().name())
                .param("category", query.category())
                .param("section", query.section())
                .param("search", query.search())
                .param("at", after == null ? null : Columns.timestamp(after.at()))
                .param("caseId", after == null ? null : after.caseId())
                .param("dispatch", after == null ? null : after.dispatch())
                .param("limit", query.limit() + 1);
    }

    private InboxCounts counts(String unit, Instant now, JdbcClient jdbc) {
        Map<InboxTab, Long> counts = new EnumMap<>(InboxTab.class);
        jdbc.sql("select tab, sum(n) as n from tally where unit = ? group by tab")
                .param(unit)
                .query(row -> {
                    counts.put(InboxTab.valueOf(row.getString("tab")), row.getLong("n"));
                });
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant tomorrow = today.plusDays(1).atStartOfDay(zone).toInstant();
        Instant dayAfter = today.plusDays(2).atStartOfDay(zone).toInstant();
        return new InboxCounts(
                counts.getOrDefault(InboxTab.TO_ACKNOWLEDGE, 0L),
                counts.getOrDefault(InboxTab.IN_HAND, 0L),
                counts.getOrDefault(InboxTab.DISPUTED, 0L),
                due(DUE, unit, now, now.plus(SOON), jdbc),
                due(DUE, unit, LONG_AGO, now, jdbc),
                counts.getOrDefault(InboxTab.DONE, 0L),
                due(DUE, unit, LONG_AGO, tomorrow, jdbc),
                due(DUE, unit, tomorrow, dayAfter, jdbc));
    }

    static long due(String sql, String unit, Instant from, Instant until, JdbcClient jdbc) {
        return jdbc.sql(sql)
                .params(unit, Columns.timestamp(from), Columns.timestamp(until))
                .query(Long.class)
                .single();
    }

    private static InboxCursor place(InboxTab tab, InboxRow row) {
        Instant due = row.dueAt();
        return new InboxCursor(tab.byTime() && due != null ? due : row.dispatchedAt(), row.caseId(), row.dispatch());
    }

    private static InboxRow row(ResultSet row) throws SQLException {
        return new InboxRow(
                row.getObject("case_id", UUID.class),
                row.getInt("dispatch"),
                row.getString("unit"),
                DispatchRole.valueOf(row.getString("role")),
                InboxTab.valueOf(row.getString("tab")),
                DispatchFacts.State.valueOf(row.getString("state")),
                row.getBoolean("responsible"),
                row.getString("dispute") == null ? null : DisputeFacts.State.valueOf(row.getString("dispute")),
                row.getString("section"),
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
                row.getBoolean("working"),
                row.getBoolean("missed"),
                row.getInt("reminders"),
                row.getInt("supervisions"),
                row.getInt("chases"),
                Columns.instant(row, "recorded_at"),
                Columns.instant(row, "changed_at"),
                row.getLong("version"));
    }
}
