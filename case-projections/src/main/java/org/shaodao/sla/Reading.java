package org.shaodao.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.sla.Sla.Moment;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One reading of figures: what is added up now, less what became known after the moment, less what is due after it.
 *
 * @param months whether figures by month answer, which tell matters apart, or those by day
 */
record Reading(
        SlaQuery query,
        Moment moment,
        @Nullable Grouping grouping,
        Collection<Count> counts,
        boolean months,
        ZoneId zone) {

    void figures(JdbcClient jdbc, SortedMap<String, Counts> groups) {
        add(jdbc, figure("figure", ""), 1, groups);
        if (moment.day() != null) {
            add(jdbc, figure("figure_change", " and known_on > :known"), -1, groups);
        }
        if (aheadFrom().isBefore(aheadUntil())) {
            add(jdbc, ahead(), -1, groups);
        }
    }

    private String figure(String table, String known) {
        String scope = months
                ? " where scope = 'MATTER'" + narrowed()
                : " where scope = '" + scope() + "' and street = coalesce(:street, '') and unit = coalesce(:unit, '')";
        return "select " + group("period::text") + " as grouped, count, result, detail, excluded, sum(n) as n from "
                + table
                + scope + " and count = any(:counts::text[]) and period >= :from and period < :until" + known
                + " group by 1, 2, 3, 4, 5";
    }

    /** What of the last period read lies after the moment: it counts when its time has come. */
    private String ahead() {
        String period = months ? "date_trunc('month', at at time zone :zone)" : "(at at time zone :zone)";
        return "select " + group(period + "::date::text")
                + " as grouped, count, result, detail, excluded, count(*) as n"
                + " from measure where count = any(:counts::text[]) and at >= :ahead and at < :end" + narrowed()
                + valid()
                + " group by 1, 2, 3, 4, 5";
    }

    private String group(String period) {
        return grouping == null ? "''" : grouping == Grouping.PERIOD ? period : grouping.column();
    }

    /** Which measures are about what is asked for. */
    String narrowed() {
        return (query.street() == null ? "" : " and street = :street")
                + (query.unit() == null ? "" : " and unit = :unit")
                + (query.category() == null
                        ? ""
                        : " and (category = :category or starts_with(category, :category || '/'))");
    }

    /** Which measures were known at the moment. */
    String valid() {
        return moment.day() == null
                ? " and known_to is null"
                : " and known_from < :moment and (known_to is null or known_to >= :moment)";
    }

    /** The first instant that is not yet: what is due now is due. */
    private Instant aheadFrom() {
        Instant begin = query.from().atStartOfDay(zone).toInstant();
        Instant ahead = moment.day() == null ? moment.at().plusMillis(1) : moment.at();
        return ahead.isBefore(begin) ? begin : ahead;
    }

    private Instant aheadUntil() {
        return until().atStartOfDay(zone).toInstant();
    }

    /** Days after the moment are not read at all; months are read whole. */
    private LocalDate until() {
        LocalDate tomorrow = moment.today(zone).plusDays(1);
        return !months && query.until().isAfter(tomorrow) ? tomorrow : query.until();
    }

    private void add(JdbcClient jdbc, String sql, int sign, SortedMap<String, Counts> groups) {
        jdbc.sql(sql).params(parameters(sql)).query(row -> {
            groups.computeIfAbsent(row.getString("grouped"), group -> new Counts())
                    .add(counted(row, sign));
        });
    }

    private Map<String, @Nullable Object> parameters(String sql) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("street", query.street());
        all.put("unit", query.unit());
        all.put("category", query.category());
        all.put("counts", Columns.array(counts));
        all.put("from", query.from());
        all.put("until", until());
        all.put("known", moment.day());
        all.put("ahead", Columns.timestamp(aheadFrom()));
        all.put("end", Columns.timestamp(aheadUntil()));
        all.put("moment", Columns.timestamp(moment.at()));
        all.put("zone", zone.getId());
        all.keySet().removeIf(name -> !sql.contains(":" + name));
        return all;
    }

    private FigureScope scope() {
        return query.unit() != null ? FigureScope.UNIT : query.street() != null ? FigureScope.STREET : FigureScope.CITY;
    }

    private static Counts.Row counted(ResultSet row, int sign) throws SQLException {
        return new Counts.Row(
                Count.valueOf(row.getString("count")),
                Result.valueOf(row.getString("result")),
                row.getString("detail"),
                row.getBoolean("excluded"),
                sign * row.getLong("n"));
    }
}
