package org.shaodao.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.Duty;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.demand.DemandKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.view.Columns;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 案卷历史. Finds cases, says who may know of them, and tells what happened. */
public final class Histories {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<SealedText>> TEXTS = new TypeReference<>() {};

    private final Views views;

    public Histories(Views views) {
        this.views = views;
    }

    /**
     * The case of this id.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public Optional<CaseHeader> byId(UUID caseId, @Nullable NotOlderThan minimum) {
        return find("h.case_id = ?", List.of(caseId), minimum);
    }

    /** The case of this public number. */
    public Optional<CaseHeader> byNumber(String number) {
        return find("h.number = ?", List.of(number), null);
    }

    /** The case that has this number in another system; the first recorded if several claim it. */
    public Optional<CaseHeader> byOutsideNumber(OutsideNumber outside) {
        return find("h.outside_source = ? and h.outside_number = ?", List.of(outside.source(), outside.number()), null);
    }

    /**
     * Cases, the last raised first.
     *
     * @param street whose; null = all
     * @param after the case before the page; null = from the top
     * @param limit cases of a page, at least 1
     */
    public CaseList list(@Nullable String street, @Nullable CaseCursor after, int limit) {
        String sql = "select h.*, v.version from header h join case_version v on v.case_id = h.case_id where true"
                + (street == null ? "" : " and h.street = :street")
                + (after == null ? "" : " and (h.raised_at, h.case_id) < (:at, :caseId)")
                + " order by h.raised_at desc, h.case_id desc limit :limit";
        return views.read(HistoryView.NAME, null, jdbc -> {
            List<CaseHeader> found = jdbc.sql(sql)
                    .param("street", street)
                    .param("at", after == null ? null : Columns.timestamp(after.raisedAt()))
                    .param("caseId", after == null ? null : after.caseId())
                    .param("limit", limit + 1)
                    .query((row, i) -> header(row, List.of()))
                    .list();
            boolean more = found.size() > limit;
            List<CaseHeader> page = more ? found.subList(0, limit) : found;
            CaseHeader last = more ? page.getLast() : null;
            return new CaseList(
                    List.copyOf(page), last == null ? null : new CaseCursor(last.raisedAt(), last.caseId()));
        });
    }

    /** Whether a unit has a part in a case: it runs it, raised it or was called. */
    public boolean knownTo(UUID caseId, String unit) {
        return views.read(
                HistoryView.NAME,
                null,
                jdbc -> jdbc.sql("select exists (select from participant where case_id = ? and unit = ?)")
                        .params(caseId, unit)
                        .query(Boolean.class)
                        .single());
    }

    /**
     * What happened in a case, a page at a time.
     *
     * @param beyond the version next to which the page begins, itself not told again; null = from the end that comes
     *     first
     * @param limit entries of a page, at least 1
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public CaseEntries entries(
            UUID caseId, EntryOrder order, @Nullable Long beyond, int limit, @Nullable NotOlderThan minimum) {
        String sql = switch (order) {
            case OLDEST_FIRST -> "select * from entry where case_id = ? and version > ? order by version limit ?";
            case NEWEST_FIRST -> "select * from entry where case_id = ? and version < ? order by version desc limit ?";
        };
        long start = switch (order) {
            case OLDEST_FIRST -> -1;
            case NEWEST_FIRST -> Long.MAX_VALUE;
        };
        List<CaseEntry> found = views.read(
                HistoryView.NAME,
                minimum,
                jdbc -> jdbc.sql(sql)
                        .params(caseId, beyond == null ? start : beyond, limit + 1)
                        .query((row, i) -> entry(row))
                        .list());
        boolean more = found.size() > limit;
        List<CaseEntry> page = more ? found.subList(0, limit) : found;
        return new CaseEntries(List.copyOf(page), more ? page.getLast().version() : null);
    }

    static CaseDispatch dispatch(ResultSet row) throws SQLException {
        return new CaseDispatch(
                row.getInt("dispatch"),
                row.getString("unit"),
                Duty.valueOf(row.getString("duty")),
                row.getObject("whistle", Integer.class),
                CaseDispatch.State.valueOf(row.getString("state")),
                row.getInt("round"));
    }

    private Optional<CaseHeader> find(String which, List<Object> params, @Nullable NotOlderThan minimum) {
        return views.read(
                HistoryView.NAME,
                minimum,
                jdbc -> jdbc.sql("""
                        select h.*, v.version from header h join case_version v on v.case_id = h.case_id
                        where %s
                        order by h.recorded_at, h.case_id limit 1""".formatted(which))
                        .params(params)
                        .query((row, i) -> header(row, dispatches(row.getObject("case_id", UUID.class), jdbc)))
                        .optional());
    }

    private static List<CaseDispatch> dispatches(UUID caseId, JdbcClient jdbc) {
        return jdbc.sql("select * from dispatch where case_id = ? order by dispatch")
                .param(caseId)
                .query((row, i) -> dispatch(row))
                .list();
    }

    private static List<CaseHeader> withDispatches(List<CaseHeader> cases, JdbcClient jdbc) {
        Map<UUID, List<CaseDispatch>> dispatches = new HashMap<>();
        jdbc.sql("select * from dispatch where case_id = any(?::uuid[]) order by case_id, dispatch")
                .param(Columns.array(cases.stream().map(CaseHeader::caseId).toList()))
                .query(row -> {
                    dispatches
                            .computeIfAbsent(row.getObject("case_id", UUID.class), id -> new ArrayList<>())
                            .add(dispatch(row));
                });
        return cases.stream()
                .map(one -> one.with(dispatches.getOrDefault(one.caseId(), List.of())))
                .toList();
    }

    private static CaseHeader header(ResultSet row, List<CaseDispatch> dispatches) throws SQLException {
        String outside = row.getString("outside_number");
        return new CaseHeader(
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("street"),
                DemandKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getString("category"),
                row.getString("place"),
                row.getString("subject"),
                CasePhase.valueOf(row.getString("phase")),
                row.getObject("complainant", UUID.class),
                Columns.instant(row, "raised_at"),
                Columns.instant(row, "recorded_at"),
                row.getLong("version"),
                outside == null ? null : new OutsideNumber(row.getString("outside_source"), outside),
                dispatches);
    }

    private static CaseEntry entry(ResultSet row) throws SQLException {
        return new CaseEntry(
                row.getLong("version"),
                row.getString("event"),
                Columns.instant(row, "recorded_at"),
                Columns.instant(row, "occurred_at"),
                new By(
                        row.getString("actor"),
                        row.getString("unit"),
                        Role.valueOf(row.getString("role")),
                        row.getString("asserted")),
                JSON.readValue(row.getString("facts"), FACTS),
                JSON.readValue(row.getString("texts"), TEXTS));
    }
}
