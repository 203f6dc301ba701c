package org.shaodao.returns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Columns;
import org.shaodao.view.Views;

/** 待回传. Reads which results another system waits for. */
public final class OwedResults {
    private final Views views;

    public OwedResults(Views views) {
        this.views = views;
    }

    /**
     * The results of a source that are to be returned, the longest waiting first.
     *
     * @param after the last of the page before; null = from the top
     * @param limit how many at most
     */
    public List<OwedResult> of(String source, OwedResult.@Nullable Place after, int limit) {
        return views.read(
                ReturnsView.NAME,
                null,
                jdbc -> jdbc.sql("select * from owed_result where source = :source"
                                + (after == null ? "" : " and (since, case_id) > (:since, :caseId)")
                                + " order by since, case_id limit :limit")
                        .param("source", source)
                        .param("since", after == null ? null : Columns.timestamp(after.since()))
                        .param("caseId", after == null ? null : after.caseId())
                        .param("limit", limit)
                        .query((row, i) -> new OwedResult(
                                row.getObject("case_id", UUID.class),
                                row.getString("number"),
                                row.getString("outside_number"),
                                row.getLong("version"),
                                Columns.instant(row, "since"),
                                row.getObject("due_at") == null ? null : Columns.instant(row, "due_at")))
                        .list());
    }
}
