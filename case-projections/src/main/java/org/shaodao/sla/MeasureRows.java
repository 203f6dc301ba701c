package org.shaodao.sla;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which measures a batch made known, and which it made history. Figures are asked for as known now or when a day ended, so
 * what was known at the end of no day is not kept.
 */
final class MeasureRows {
    private final ZoneId zone;
    private final Map<Of, Row> opened = new LinkedHashMap<>();
    private final List<Row> over = new ArrayList<>();
    private final Map<Of, Instant> closed = new LinkedHashMap<>();

    MeasureRows(ZoneId zone) {
        this.zone = zone;
    }

    private record Of(UUID caseId, Measure.Key key) {}

    private record Row(
            UUID caseId,
            Measure measure,
            Instant from,
            @Nullable Instant to) {}

    void open(UUID caseId, Measure measure, Instant at) {
        opened.put(new Of(caseId, measure.key()), new Row(caseId, measure, at, null));
    }

    /** @param to until when; null = still */
    void known(UUID caseId, Measure measure, Instant from, @Nullable Instant to) {
        over.add(new Row(caseId, measure, from, to));
    }

    void close(UUID caseId, Measure measure, Instant at) {
        Of of = new Of(caseId, measure.key());
        Row own = opened.remove(of);
        if (own == null) {
            closed.put(of, at);
        } else if (own.from().isBefore(keptSince(measure.count(), at))) {
            over.add(new Row(caseId, measure, own.from(), at));
        }
    }

    /** What is known no longer since this instant is kept if it was known before that one. */
    private Instant keptSince(Count count, Instant at) {
        return count == Count.RAISED_AT || count == Count.CLOSED // of these it matters when they were known: recurrence
                ? at
                : at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    void write(JdbcClient jdbc) {
        keyed("""
                delete from measure m
                using unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as over (case_id, count, item, since)
                where m.case_id = over.case_id and m.count = over.count and m.item = over.item
                    and m.known_to is null and m.known_from >= over.since""", this::keptSince, jdbc);
        keyed("""
                update measure m set known_to = over.at
                from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as over (case_id, count, item, at)
                where m.case_id = over.case_id and m.count = over.count and m.item = over.item
                    and m.known_to is null""", (count, at) -> at, jdbc);
        List<Row> rows = new ArrayList<>(over);
        rows.addAll(opened.values());
        Columns.of(rows)
                .with(Row::caseId)
                .with(row -> row.measure().count())
                .with(row -> row.measure().item())
                .with(Row::from)
                .with(Row::to)
                .with(row -> row.measure().result())
                .with(row -> row.measure().detail())
                .with(row -> row.measure().at())
                .with(row -> row.measure().unit())
                .with(row -> row.measure().matter().street())
                .with(row -> row.measure().matter().category())
                .with(row -> row.measure().matter().kind())
                .with(row -> row.measure().matter().urgency())
                .with(row -> row.measure().excluded())
                .write(jdbc, """
                        insert into measure (case_id, count, item, known_from, known_to, result, detail, at, unit, street,
                            category, kind, urgency, excluded)
                        select * from unnest(
                            ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                            ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])""");
    }

    private void keyed(String sql, BiFunction<Count, Instant, Instant> when, JdbcClient jdbc) {
        Columns.of(closed.entrySet())
                .with(e -> e.getKey().caseId())
                .with(e -> e.getKey().key().count())
                .with(e -> e.getKey().key().item())
                .with(e -> when.apply(e.getKey().key().count(), e.getValue()))
                .write(jdbc, sql);
    }
}
