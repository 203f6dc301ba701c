package org.shaodao.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.view.Columns;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.UpTo;
import org.shaodao.view.ViewBehind;
import org.shaodao.view.Views;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 案卷历史. Finds cases for those who may know of them, and tells what happened. */
public final class Histories {
    private static final String CASES = """
            select c.case_id, c.raised_at, c.recorded_at, k.version
            from listed_case c join known_history k on k.case_id = c.case_id
            """;
    /** Rule 10: a street no longer knows of a case that the district runs. */
    private static final String NOT_RECUSED = " and not c.recused";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<SealedText>> TEXTS = new TypeReference<>() {};

    private final Views views;

    public Histories(Views views) {
        this.views = views;
    }

    /**
     * The case of this id; empty also where the reader may not know of it.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public Optional<CaseHeader> byId(UUID caseId, By reader, @Nullable NotOlderThan minimum) {
        try {
            return find(caseId, minimum)
                    .filter(known -> known.facts().knownTo(reader))
                    .map(Known::header);
        } catch (ViewBehind behind) {
            // How far a case is must not tell of it those who may not know that it is.
            if (find(caseId, null)
                    .filter(known -> !known.facts().knownTo(reader))
                    .isPresent()) {
                return Optional.empty();
            }
            throw behind;
        }
    }

    /**
     * What is known of a case, for whoever asks the rules about it; empty where the reader may not know of it.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public Optional<CaseFacts> facts(UUID caseId, By reader, @Nullable NotOlderThan minimum) {
        return find(caseId, minimum).map(Known::facts).filter(facts -> facts.knownTo(reader));
    }

    private Optional<Known> find(UUID caseId, @Nullable NotOlderThan minimum) {
        List<Found> found = views.read(
                HistoryView.NAME,
                minimum,
                jdbc -> jdbc.sql(CASES + "where c.case_id = ?")
                        .param(caseId)
                        .query((row, i) -> Found.of(row))
                        .list());
        return views.tell(found, Found::upTo, Known::new).stream().findFirst();
    }

    /**
     * Cases, the last raised first.
     *
     * @param street whose; null = all
     * @param after the case before the page; null = from the top
     * @param limit cases of a page, at least 1
     */
    public CaseList list(@Nullable String street, @Nullable CaseCursor after, int limit) {
        return cases(
                street == null
                        ? List.of()
                        : List.of(new CaseSearch.Condition("c.street = :street" + NOT_RECUSED, "street", street)),
                after,
                limit);
    }

    /**
     * Cases somebody looks for who may know of all, the last raised first.
     *
     * @param after the case before the page; null = from the top
     * @param limit cases of a page, at least 1
     */
    public CaseList search(CaseSearch search, @Nullable CaseCursor after, int limit) {
        return cases(search.conditions(), after, limit);
    }

    private CaseList cases(List<CaseSearch.Condition> conditions, @Nullable CaseCursor after, int limit) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder sql = new StringBuilder(CASES).append("where true");
        conditions.forEach(condition -> {
            sql.append(" and ").append(condition.sql());
            values.put(condition.parameter(), condition.value());
        });
        if (after != null) {
            sql.append(" and (c.raised_at, c.case_id) < (:at, :caseId)");
            values.put("at", Columns.timestamp(after.raisedAt()));
            values.put("caseId", after.caseId());
        }
        sql.append(" order by c.raised_at desc, c.case_id desc limit :limit");
        values.put("limit", limit + 1);
        List<Found> found = views.read(
                HistoryView.NAME,
                null,
                jdbc -> jdbc.sql(sql.toString())
                        .params(values)
                        .query((row, i) -> Found.of(row))
                        .list());
        boolean more = found.size() > limit;
        List<Found> page = more ? found.subList(0, limit) : found;
        return new CaseList(
                views.tell(page, Found::upTo, (row, facts) -> new Known(row, facts).header()),
                more ? page.getLast().place() : null);
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

    /**
     * What one unit was asked in a case, and what it answered, in the order of both.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public List<CaseEntry> questions(UUID caseId, String unit, @Nullable NotOlderThan minimum) {
        return views.read(
                HistoryView.NAME,
                minimum,
                jdbc -> jdbc.sql("""
                        select * from entry
                        where case_id = ? and event in ('casefile.question-put', 'casefile.question-answered')
                            and facts ->> 'unit' = ?
                        order by version""")
                        .params(caseId, unit)
                        .query((row, i) -> entry(row))
                        .list());
    }

    /** The last that happened in a case, so many entries at most, the first of them first. */
    public List<CaseEntry> latest(UUID caseId, int limit) {
        return entries(caseId, EntryOrder.NEWEST_FIRST, null, limit, null)
                .entries()
                .reversed();
    }

    /**
     * By whom and for what somebody was let know who the resident is, the last time first.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public List<CaseEntry> reveals(UUID caseId, @Nullable NotOlderThan minimum) {
        return views.read(
                HistoryView.NAME,
                minimum,
                jdbc -> jdbc.sql("""
                        select * from entry
                        where case_id = ? and event in ('casefile.contact-card-opened', 'casefile.identity-revealed')
                        order by version desc""")
                        .param(caseId)
                        .query((row, i) -> entry(row))
                        .list());
    }

    /** A row of {@link #CASES}. */
    private record Found(UpTo upTo, Instant raisedAt, Instant recordedAt) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    new UpTo(row.getObject("case_id", UUID.class), row.getLong("version")),
                    Columns.instant(row, "raised_at"),
                    Columns.instant(row, "recorded_at"));
        }

        CaseCursor place() {
            return new CaseCursor(raisedAt, upTo.caseId());
        }
    }

    private record Known(Found row, CaseFacts facts) {
        CaseHeader header() {
            return CaseHeader.of(
                    row.upTo().caseId(), facts, row.recordedAt(), row.upTo().version());
        }
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
