package org.shaodao.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how much a batch changes the figures. */
final class FigureRows {
    private final ZoneId zone;
    private final Map<FigureKey, Integer> now = new LinkedHashMap<>();
    private final Map<Known, Integer> then = new LinkedHashMap<>();

    /** A figure, and the day on which its change became known. */
    private record Known(FigureKey key, LocalDate on) {}

    FigureRows(ZoneId zone) {
        this.zone = zone;
    }

    /** @param known when that became known */
    void add(Measure measure, int n, Instant known) {
        LocalDate on = known.atZone(zone).toLocalDate();
        FigureKey.of(measure, zone).forEach(key -> {
            now.merge(key, n, Integer::sum);
            then.merge(new Known(key, on), n, Integer::sum);
        });
    }

    void write(int segment, JdbcClient jdbc) {
        keyed(changed(now), Function.identity())
                .with(e -> segment)
                .with(e -> e.getKey().id(Integer.toString(segment)))
                .with(Map.Entry::getValue)
                .write(jdbc, """
                        insert into figure as f (scope, count, street, unit, period, category, kind, urgency, result,
                            detail, excluded, segment, id, n)
                        select * from unnest(
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::boolean[], ?::int[], ?::uuid[], ?::bigint[])
                        on conflict (id) do update set n = f.n + excluded.n""");
        keyed(changed(then), Known::key)
                .with(e -> e.getKey().on())
                .with(e -> segment)
                .with(e -> e.getKey().key().id(segment + " " + e.getKey().on()))
                .with(Map.Entry::getValue)
                .write(jdbc, """
                        insert into figure_change as f (scope, count, street, unit, period, category, kind, urgency,
                            result, detail, excluded, known_on, segment, id, n)
                        select * from unnest(
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::boolean[], ?::date[], ?::int[], ?::uuid[],
                            ?::bigint[])
                        on conflict (id) do update set n = f.n + excluded.n""");
    }

    private static <K> List<Map.Entry<K, Integer>> changed(Map<K, Integer> changes) {
        return changes.entrySet().stream().filter(e -> e.getValue() != 0).toList();
    }

    private static <K> Columns<Map.Entry<K, Integer>> keyed(
            List<Map.Entry<K, Integer>> rows, Function<K, FigureKey> key) {
        return Columns.of(rows)
                .with(e -> key.apply(e.getKey()).scope())
                .with(e -> key.apply(e.getKey()).count())
                .with(e -> key.apply(e.getKey()).street())
                .with(e -> key.apply(e.getKey()).unit())
                .with(e -> key.apply(e.getKey()).period())
                .with(e -> key.apply(e.getKey()).category())
                .with(e -> key.apply(e.getKey()).kind())
                .with(e -> key.apply(e.getKey()).urgency())
                .with(e -> key.apply(e.getKey()).result())
                .with(e -> key.apply(e.getKey()).detail())
                .with(e -> key.apply(e.getKey()).excluded());
    }
}
