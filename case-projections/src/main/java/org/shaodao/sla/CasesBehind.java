package org.shaodao.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.sla.Sla.Moment;
import org.shaodao.view.Columns;
import org.shaodao.view.UpTo;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cases behind a number.
 *
 * @param results only those that came out so
 * @param details only those with one of these details; null = any
 * @param appraised whether cases left out of appraisal 剔除 are left out
 */
record CasesBehind(
        SlaQuery query,
        Moment moment,
        Count count,
        Collection<Result> results,
        @Nullable Collection<String> details,
        boolean appraised,
        ZoneId zone) {

    /** So many of them at most. */
    List<CountedPage.Found> found(@Nullable CountedCursor after, int limit, JdbcClient jdbc) {
        Reading reading = new Reading(query, moment, null, List.of(count), false, zone);
        String sql = "select m.*, k.version from measure m join known_sla k using (case_id)"
                + " where count = :count and result = any(:results::text[]) and at >= :from and at < :until"
                + reading.narrowed()
                + reading.valid()
                + (details == null ? "" : " and detail = any(:details::text[])")
                + (appraised ? " and not excluded" : "")
                + (after == null ? "" : " and (at, case_id, item) < (:at, :caseId, :item)")
                + " order by at desc, case_id desc, item desc limit :limit";
        return jdbc.sql(sql)
                .params(parameters(sql, after, limit))
                .query((row, i) -> found(row))
                .list();
    }

    private Map<String, @Nullable Object> parameters(String sql, @Nullable CountedCursor after, int limit) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("count", count.name());
        all.put("results", Columns.array(results));
        all.put("from", Columns.timestamp(query.from().atStartOfDay(zone).toInstant()));
        all.put("until", Columns.timestamp(end()));
        all.put("street", query.street());
        all.put("unit", query.unit());
        all.put("category", query.category());
        all.put("moment", Columns.timestamp(moment.at()));
        all.put("limit", limit);
        all.put("details", details == null ? null : Columns.array(details));
        if (after != null) {
            all.put("at", Columns.timestamp(after.at()));
            all.put("caseId", after.caseId());
            all.put("item", after.item());
        }
        all.keySet().removeIf(name -> !sql.contains(":" + name));
        return all;
    }

    /** Nothing counts before its time has come. */
    private Instant end() {
        Instant until = query.until().atStartOfDay(zone).toInstant();
        Instant known = moment.day() == null ? moment.at().plusMillis(1) : moment.at();
        return until.isBefore(known) ? until : known;
    }

    private static CountedPage.Found found(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        return new CountedPage.Found(
                new UpTo(caseId, row.getLong("version")),
                new CountedCase(
                        caseId,
                        row.getString("item"),
                        Columns.instant(row, "at"),
                        null,
                        null,
                        row.getString("street"),
                        row.getString("unit"),
                        row.getString("category"),
                        Result.valueOf(row.getString("result")),
                        row.getString("detail"),
                        row.getBoolean("excluded")));
    }
}
