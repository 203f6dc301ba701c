package org.shaodao.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.view.Columns;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.Views;

/** 派单异议. Reads open disputes and precedents. */
public final class Disputes {
    private final Views views;

    public Disputes(Views views) {
        this.views = views;
    }

    /**
     * Open disputes, the longest open first.
     *
     * @param street the street that runs the case; null = any
     * @param unit the unit that handed back or was suggested; null = any
     * @param after the one before the page; null = from the top
     * @param limit rows of a page, at least 1
     */
    public DisputePage<DisputeRow> open(
            @Nullable String street, @Nullable String unit, @Nullable DisputeCursor after, int limit) {
        String sql = "select * from dispute where true"
                + (street == null ? "" : " and street = :street")
                + (unit == null ? "" : " and (unit = :unit or suggested = :unit)")
                + (after == null ? "" : " and (since, case_id, dispatch) > (:at, :caseId, :dispatch)")
                + " order by since, case_id, dispatch limit :limit";
        return DisputePage.of(
                views.read(
                        DisputesView.NAME,
                        null,
                        jdbc -> jdbc.sql(sql)
                                .param("street", street)
                                .param("unit", unit)
                                .param("at", after == null ? null : Columns.timestamp(after.at()))
                                .param("caseId", after == null ? null : after.caseId())
                                .param("dispatch", after == null ? null : after.dispatch())
                                .param("limit", limit + 1)
                                .query((row, i) -> dispute(row))
                                .list()),
                limit,
                last -> new DisputeCursor(last.since(), last.caseId(), last.dispatch()));
    }

    /** Rulings, the last first. */
    public DisputePage<PrecedentRow> precedents(PrecedentQuery query) {
        DisputeCursor after = query.after();
        String sql = "select * from precedent where true"
                + (query.category() == null
                        ? ""
                        : " and (category = :category or starts_with(category, :category || '/'))")
                + (query.places() == null ? "" : " and place = any(:places::text[])")
                + (query.ground() == null ? "" : " and ground = :ground")
                + (after == null ? "" : " and (ruled_at, case_id, dispatch) < (:at, :caseId, :dispatch)")
                + " order by ruled_at desc, case_id desc, dispatch desc limit :limit";
        return DisputePage.of(
                views.read(
                        DisputesView.NAME,
                        null,
                        jdbc -> jdbc.sql(sql)
                                .param("category", query.category())
                                .param("places", query.places() == null ? null : Columns.array(query.places()))
                                .param("ground", query.ground())
                                .param("at", after == null ? null : Columns.timestamp(after.at()))
                                .param("caseId", after == null ? null : after.caseId())
                                .param("dispatch", after == null ? null : after.dispatch())
                                .param("limit", query.limit() + 1)
                                .query((row, i) -> precedent(row))
                                .list()),
                query.limit(),
                last -> new DisputeCursor(last.ruledAt(), last.caseId(), last.dispatch()));
    }

    /**
     * The ruling on one dispatch.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public Optional<PrecedentRow> precedent(UUID caseId, int dispatch, @Nullable NotOlderThan minimum) {
        return views.read(
                DisputesView.NAME,
                minimum,
                jdbc -> jdbc.sql("select * from precedent where case_id = ? and dispatch = ?")
                        .params(caseId, dispatch)
                        .query((row, i) -> precedent(row))
                        .optional());
    }

    private static DisputeRow dispute(ResultSet row) throws SQLException {
        return new DisputeRow(
                row.getObject("case_id", UUID.class),
                row.getInt("dispatch"),
                row.getString("number"),
                row.getString("street"),
                row.getString("category"),
                row.getString("place"),
                row.getString("subject"),
                row.getString("unit"),
                DisputeFacts.State.valueOf(row.getString("state")),
                row.getString("ground"),
                row.getString("suggested"),
                Columns.instant(row, "since"),
                row.getObject("due_at") == null ? null : Columns.instant(row, "due_at"));
    }

    private static PrecedentRow precedent(ResultSet row) throws SQLException {
        return new PrecedentRow(
                row.getObject("case_id", UUID.class),
                row.getInt("dispatch"),
                row.getString("number"),
                row.getString("category"),
                row.getString("place"),
                row.getString("ground"),
                row.getString("unit"),
                row.getBoolean("upheld"),
                row.getString("responsible"),
                row.getString("headnote"),
                row.getBoolean("catalogue"),
                Columns.instant(row, "ruled_at"));
    }
}
