package org.shaodao.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 复发. Whether a like demand of another case came after a closing. Two cases may be projected side by side; so whoever
 * changes either side settles the closings concerned anew, one at a time for each category and place, and what comes out
 * depends on nothing but what is known of both.
 */
final class Recurrence {
    private static final String DAYS = "make_interval(days => split_part(c.item, '/', 2)::int)";
    private static final String DEMANDS = """
            with d as (
                select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    as d (category, place, at, known)
            )
            """;

    /** The closings after which a demand came, or no longer comes. */
    private static final String FOLLOWED = DEMANDS + """
            select distinct c.case_id, c.item, c.category, c.detail
            from d join measure c on c.category = d.category and c.detail = d.place and c.count = 'CLOSED'
                and c.at < d.at and c.at >= d.at - interval '400 days' and c.at + %s >= d.at
            order by 1, 2""".formatted(DAYS);

    /**
     * The same, but only those that one demand more can change: it had not recurred yet, or that was known later than this
     * demand. So a place where the same comes again and again settles each closing about once.
     */
    private static final String NOT_YET_RECURRED = DEMANDS + """
            select distinct c.case_id, c.item, c.category, c.detail from (
                select d.at as came, m.* from d join measure m on m.category = d.category and m.detail = d.place
                    and m.count = 'RECURRED' and m.known_to is null and m.result = 'NO' and m.at >= d.at
                union all
                select d.at as came, m.* from d join measure m on m.category = d.category and m.detail = d.place
                    and m.count = 'RECURRED' and m.known_to is null and m.result = 'YES' and m.known_from > d.known
                union all
                select d.at as came, m.* from d join measure m on m.category = d.category and m.detail = d.place
                    and m.count = 'RECURRED' and m.known_to > d.known
            ) c
            where c.at >= c.came and c.at - %s < c.came
            order by 1, 2""".formatted(DAYS);

    private final FigureRows figures;
    private final ZoneId zone;
    private final List<Came> came = new ArrayList<>();
    private final List<Came> gone = new ArrayList<>();
    private final Set<Closing> closings = new LinkedHashSet<>();

    Recurrence(FigureRows figures, ZoneId zone) {
        this.figures = figures;
        this.zone = zone;
    }

    /** A demand, as far as likeness goes, and since when that is known. */
    private record Came(String category, String place, Instant at, Instant known) {
        static Came of(Measure measure, Instant known) {
            return new Came(measure.matter().category(), measure.detail(), measure.at(), known);
        }
    }

    private record Closing(UUID caseId, String item, String category, String place) {}

    /** A measure, and from when until when it was known. */
    private record Row(
            UUID caseId,
            Measure measure,
            Instant from,
            @Nullable Instant to) {
        Closing closing() {
            return new Closing(caseId, measure.item(), measure.matter().category(), measure.detail());
        }
    }

    /** Since when a like demand was known, and until when. */
    private record Span(Instant from, @Nullable Instant to) {
        boolean covers(Instant instant) {
            return !instant.isBefore(from) && (to == null || instant.isBefore(to));
        }
    }

    /**
     * Notes what a batch changed.
     *
     * @param before what a case contributed before; null where it did not
     * @param after what it contributes from now on
     * @param known when that became known
     */
    void concerns(UUID caseId, @Nullable Measure before, @Nullable Measure after, Instant known) {
        if (before != null && after != null && sameDemand(before, after)) {
            return;
        }
        for (Measure measure :
                Stream.of(before, after).flatMap(Stream::ofNullable).toList()) {
            if (measure.count() == Count.RAISED_AT) {
                boolean counted = measure == after && measure.result() == Result.COUNTED;
                (counted ? came : gone).add(Came.of(measure, known));
            } else if (measure.count() == Count.CLOSED) {
                closings.add(new Row(caseId, measure, known, null).closing());
            }
        }
    }

    private static boolean sameDemand(Measure before, Measure after) {
        return before.count() == Count.RAISED_AT
                && before.result() == after.result()
                && Came.of(before, Instant.EPOCH).equals(Came.of(after, Instant.EPOCH));
    }

    /** Call when the other measures of the batch are written. */
    void settle(JdbcClient jdbc) {
        if (came.isEmpty() && gone.isEmpty() && closings.isEmpty()) {
            return;
        }
        lock(jdbc);
        closings.addAll(asked(gone, FOLLOWED, jdbc));
        closings.addAll(asked(came, NOT_YET_RECURRED, jdbc));
        Map<Closing, List<Row>> old = new HashMap<>();
        List<Row> counted = new ArrayList<>();
        known(jdbc).forEach(row -> {
            if (row.measure().count() == Count.CLOSED) {
                counted.add(row);
            } else {
                old.computeIfAbsent(row.closing(), none -> new ArrayList<>()).add(row);
            }
        });
        Map<Closing, List<Row>> now = judged(counted, jdbc);
        List<Row> before = new ArrayList<>();
        List<Row> after = new ArrayList<>();
        for (Closing closing : closings) {
            List<Row> then = old.getOrDefault(closing, List.of());
            List<Row> rows = now.getOrDefault(closing, List.of());
            if (!rows.equals(then)) {
                before.addAll(then);
                after.addAll(rows);
            }
        }
        replace(before, after, jdbc);
    }

    private void lock(JdbcClient jdbc) {
        Set<String> kinds = new TreeSet<>();
        Stream.concat(came.stream(), gone.stream()).forEach(c -> kinds.add(c.category() + ' ' + c.place()));
        closings.forEach(c -> kinds.add(c.category() + ' ' + c.place()));
        jdbc.sql("""
                        select pg_advisory_xact_lock(key) from (
                            select distinct hashtextextended('measure'::regclass::oid || ' ' || kind, 0) as key
                            from unnest(?::text[]) as kind order by 1) keys""").param(Columns.array(kinds)).query(row -> {});
    }

    private static Set<Closing> asked(List<Came> demands, String closings, JdbcClient jdbc) {
        if (demands.isEmpty()) {
            return Set.of();
        }
        List<@Nullable String[]> columns = List.of(
                Columns.array(demands.stream().map(Came::category).toList()),
                Columns.array(demands.stream().map(Came::place).toList()),
                Columns.array(demands.stream().map(Came::at).toList()),
                Columns.array(demands.stream().map(Came::known).toList()));
        return new LinkedHashSet<>(jdbc.sql(closings)
                .params(columns)
                .query((row, i) -> new Closing(
                        row.getObject("case_id", UUID.class),
                        row.getString("item"),
                        row.getString("category"),
                        row.getString("detail")))
                .list());
    }

    /** What is known of the closings concerned, and of what came after them, in the order of being known. */
    private List<Row> known(JdbcClient jdbc) {
        List<@Nullable String[]> columns = List.of(
                Columns.array(closings.stream().map(Closing::caseId).toList()),
                Columns.array(closings.stream().map(Closing::item).toList()),
                Columns.array(closings.stream().map(Closing::category).toList()),
                Columns.array(closings.stream().map(Closing::place).toList()));
        return jdbc.sql("""
                        select m.* from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as c (id, what, kind, place)
                        join measure m on m.case_id = c.id and m.count in ('CLOSED', 'RECURRED') and m.item = c.what
                            and m.category = c.kind and m.detail = c.place
                        order by m.known_from""").params(columns).query((row, i) -> row(row)).list();
    }

    /** How closings came out, by what is known of demands like theirs that came within their days. */
    private static Map<Closing, List<Row>> judged(List<Row> counted, JdbcClient jdbc) {
        List<List<Span>> likes = new ArrayList<>();
        counted.forEach(row -> likes.add(new ArrayList<>()));
        List<Measure> measures = counted.stream().map(Row::measure).toList();
        List<@Nullable String[]> columns = List.of(
                Columns.array(IntStream.range(0, counted.size()).boxed().toList()),
                Columns.array(counted.stream().map(Row::caseId).toList()),
                Columns.array(measures.stream().map(c -> c.matter().category()).toList()),
                Columns.array(measures.stream().map(Measure::detail).toList()),
                Columns.array(measures.stream().map(Measure::at).toList()),
                Columns.array(measures.stream().map(Recurrence::end).toList()));
        jdbc.sql("""
                        select c.i, m.known_from, m.known_to
                        from unnest(?::int[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                            as c (i, id, kind, place, at, until)
                        join measure m on m.category = c.kind and m.detail = c.place and m.count = 'RAISED_AT'
                            and m.result = 'COUNTED' and m.case_id <> c.id and m.at > c.at and m.at <= c.until
                        order by m.known_from""").params(columns).query(row -> {
            likes.get(row.getInt("i")).add(new Span(Columns.instant(row, "known_from"), to(row)));
        });
        Map<Closing, List<Row>> judged = new HashMap<>();
        for (int i = 0; i < counted.size(); i++) {
            Row row = counted.get(i);
            judged.computeIfAbsent(row.closing(), none -> new ArrayList<>()).addAll(judged(row, likes.get(i)));
        }
        return judged;
    }

    private static Instant end(Measure closing) {
        int days = Integer.parseInt(closing.item().substring(closing.item().indexOf('/') + 1));
        return closing.at().plus(Duration.ofDays(days));
    }

    /** How a closing came out, in each stretch of time in which that did not change. */
    private static List<Row> judged(Row closing, List<Span> likes) {
        TreeSet<Instant> turns = new TreeSet<>();
        turns.add(closing.from());
        for (Span like : likes) {
            turns.add(like.from());
            if (like.to() != null) {
                turns.add(like.to());
            }
        }
        turns.removeIf(turn -> turn.isBefore(closing.from()) || closing.to() != null && !turn.isBefore(closing.to()));
        List<Row> rows = new ArrayList<>();
        for (Instant turn : turns) {
            Result result = ClockMeasures.yes(likes.stream().anyMatch(like -> like.covers(turn)));
            if (rows.isEmpty() || rows.getLast().measure().result() != result) {
                if (!rows.isEmpty()) {
                    Row last = rows.removeLast();
                    rows.add(new Row(last.caseId(), last.measure(), last.from(), turn));
                }
                rows.add(new Row(closing.caseId(), recurred(closing.measure(), result), turn, closing.to()));
            }
        }
        return rows;
    }

    private static Measure recurred(Measure closing, Result result) {
        return new Measure(
                Count.RECURRED,
                closing.item(),
                result,
                closing.detail(),
                end(closing),
                closing.unit(),
                closing.matter(),
                closing.excluded());
    }

    private void replace(List<Row> before, List<Row> after, JdbcClient jdbc) {
        before.forEach(row -> count(row, -1));
        after.forEach(row -> count(row, 1));
        Columns.of(before)
                .with(Row::caseId)
                .with(row -> row.measure().item())
                .with(Row::from)
                .write(jdbc, """
                        delete from measure m
                        using unnest(?::uuid[], ?::text[], ?::timestamptz[]) as old (case_id, item, known_from)
                        where m.case_id = old.case_id and m.count = 'RECURRED' and m.item = old.item
                            and m.known_from = old.known_from""");
        MeasureRows rows = new MeasureRows(zone);
        after.forEach(row -> rows.known(row.caseId(), row.measure(), row.from(), row.to()));
        rows.write(jdbc);
    }

    private void count(Row row, int n) {
        figures.add(row.measure(), n, row.from());
        if (row.to() != null) {
            figures.add(row.measure(), -n, row.to());
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Measure measure = new Measure(
                Count.valueOf(row.getString("count")),
                row.getString("item"),
                Result.valueOf(row.getString("result")),
                row.getString("detail"),
                Columns.instant(row, "at"),
                row.getString("unit"),
                new Matter(
                        row.getString("street"),
                        row.getString("category"),
                        DemandKind.valueOf(row.getString("kind")),
                        Urgency.valueOf(row.getString("urgency"))),
                row.getBoolean("excluded"));
        return new Row(row.getObject("case_id", UUID.class), measure, Columns.instant(row, "known_from"), to(row));
    }

    private static @Nullable Instant to(ResultSet row) throws SQLException {
        return row.getObject("known_to") == null ? null : Columns.instant(row, "known_to");
    }
}
