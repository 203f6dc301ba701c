package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.sla.Sla.Moment;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 超期存量. Running clocks past due, by age: whole days from the counters, and of the days on which an age begins or ends
 * the measures themselves.
 */
public final class OverdueStock {
    /** Where ages end, in days past due. */
    private static final List<Integer> ENDS = List.of(0, 1, 3, 7, 15);

    private final @Nullable String street;
    private final @Nullable String unit;
    private final Moment moment;
    private final ZoneId zone;

    OverdueStock(@Nullable String street, @Nullable String unit, Moment moment, ZoneId zone) {
        this.street = street;
        this.unit = unit;
        this.moment = moment;
        this.zone = zone;
    }

    /**
     * One age of overdue clocks.
     *
     * @param fromDays how many days past due at least
     * @param untilDays how many at most; null = no end
     * @param clocks how many, by the kind of clock
     */
    public record Age(Integer fromDays, @Nullable Integer untilDays, SortedMap<String, Long> clocks) {}

    List<Age> read(JdbcClient jdbc) {
        List<SortedMap<String, Long>> before = new ArrayList<>();
        for (Integer days : ENDS) {
            before.add(dueBefore(moment.at().minus(Duration.ofDays(days)), jdbc));
        }
        before.add(new TreeMap<>());
        List<Age> ages = new ArrayList<>();
        for (int i = 0; i < ENDS.size(); i++) {
            Integer until = i + 1 < ENDS.size() ? ENDS.get(i + 1) : null;
            ages.add(new Age(ENDS.get(i), until, less(before.get(i), before.get(i + 1))));
        }
        return ages;
    }

    private static SortedMap<String, Long> less(SortedMap<String, Long> all, SortedMap<String, Long> older) {
        SortedMap<String, Long> rest = new TreeMap<>(all);
        older.forEach((kind, n) -> rest.merge(kind, -n, Long::sum));
        rest.values().removeIf(n -> n == 0);
        return rest;
    }

    private SortedMap<String, Long> dueBefore(Instant instant, JdbcClient jdbc) {
        SortedMap<String, Long> kinds = new TreeMap<>();
        LocalDate day = instant.atZone(zone).toLocalDate();
        Instant begin = day.atStartOfDay(zone).toInstant();
        add(kinds, 1, jdbc, "select detail, sum(n) as n from figure" + days() + " group by 1", day, begin, instant);
        if (moment.day() != null) {
            String later =
                    "select detail, sum(n) as n from figure_change" + days() + " and known_on > :known group by 1";
            add(kinds, -1, jdbc, later, day, begin, instant);
        }
        if (begin.isBefore(instant)) {
            add(
                    kinds,
                    1,
                    jdbc,
                    "select detail, count(*) as n from measure where count = 'RUNNING' and known_to is null"
                            + " and at >= :begin and at < :end"
                            + (street == null ? "" : " and street = :street")
                            + (unit == null ? "" : " and unit = :unit")
                            + " group by 1",
                    day,
                    begin,
                    instant);
        }
        kinds.values().removeIf(n -> n == 0);
        return kinds;
    }

    private String days() {
        FigureScope scope = unit != null ? FigureScope.UNIT : street != null ? FigureScope.STREET : FigureScope.CITY;
        return " where scope = '" + scope + "' and count = 'RUNNING' and street = coalesce(:street, '')"
                + " and unit = coalesce(:unit, '') and period < :day";
    }

    private void add(
            SortedMap<String, Long> kinds,
            int sign,
            JdbcClient jdbc,
            String sql,
            LocalDate day,
            Instant begin,
            Instant end) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("street", street);
        all.put("unit", unit);
        all.put("day", day);
        all.put("known", moment.day());
        all.put("begin", Columns.timestamp(begin));
        all.put("end", Columns.timestamp(end));
        all.keySet().removeIf(name -> !sql.contains(":" + name));
        jdbc.sql(sql).params(all).query(row -> {
            kinds.merge(row.getString("detail"), sign * row.getLong("n"), Long::sum);
        });
    }
}
