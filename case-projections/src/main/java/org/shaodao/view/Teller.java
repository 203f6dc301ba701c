package org.shaodao.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells one generation of a view what happened to cases, in the transaction of whoever asks it to. */
final class Teller {
    private final View view;
    private final Generation generation;
    private final JdbcClient jdbc;
    private final CommonKnowledge common;
    private final String land;
    private final String versions;
    private final String known;

    Teller(View view, Generation generation, JdbcClient jdbc, CommonKnowledge common) {
        this.view = view;
        this.generation = generation;
        this.jdbc = jdbc;
        this.common = common;
        // One round trip: forget the failure that this batch gets over, choose the schema, note what is known now.
        this.land = """
                with healed as (
                    delete from views.failure where name = ? and generation = ? and case_id = any(?::uuid[])
                )
                insert into %1$s.known_case (case_id, version, facts)
                select c.case_id, c.version, c.facts
                from set_config('search_path', '%1$s', true),
                    unnest(?::uuid[], ?::bigint[], ?::json[]) as c (case_id, version, facts)
                on conflict (case_id) do update set version = excluded.version, facts = excluded.facts""".formatted(generation.schema());
        String known =
                "select case_id, version%s from " + generation.schema() + ".known_case where case_id = any(?::uuid[])";
        this.versions = known.formatted("");
        this.known = known.formatted(", facts");
    }

    /** What the generation knows of a case: up to which version, and what that made of it. */
    record Known(long version, @Nullable CaseFacts facts) {}

    Generation generation() {
        return generation;
    }

    /** What is known of these cases; one of which nothing is known is missing. */
    Map<UUID, Known> known(Collection<UUID> cases) {
        Map<UUID, Known> found = new HashMap<>();
        List<UUID> forgotten = new ArrayList<>();
        jdbc.sql(versions).param(Columns.array(cases)).query(row -> {
            UUID caseId = row.getObject("case_id", UUID.class);
            long version = row.getLong("version");
            CaseFacts facts = common.facts(caseId, version);
            if (facts == null) {
                forgotten.add(caseId);
            } else {
                found.put(caseId, new Known(version, facts));
            }
        });
        if (!forgotten.isEmpty()) {
            jdbc.sql(known).param(Columns.array(forgotten)).query(row -> {
                found.put(
                        row.getObject("case_id", UUID.class), new Known(row.getLong("version"), KnownCases.facts(row)));
            });
        }
        return found;
    }

    /**
     * Tells these events, each the next of its case.
     *
     * @return up to which version each case is told now
     */
    SortedMap<UUID, Long> tell(int segment, List<Recorded> events, Map<UUID, Known> known) {
        Map<UUID, CaseFacts> facts = new HashMap<>();
        known.forEach((caseId, before) -> {
            if (before.facts() != null) {
                facts.put(caseId, before.facts());
            }
        });
        Batch batch = Batch.of(segment, events, facts);
        SortedMap<UUID, Change> last = batch.last();
        @Nullable String[] cases = Columns.array(last.keySet());
        SortedMap<UUID, Long> versions = new TreeMap<>();
        last.forEach((caseId, change) -> versions.put(caseId, change.recorded().version()));
        jdbc.sql(land)
                .params(List.of(
                        generation.view(),
                        generation.number(),
                        cases,
                        cases,
                        Columns.array(versions.values()),
                        Columns.array(last.values().stream().map(this::written).toList())))
                .update();
        view.project(batch, jdbc);
        return versions;
    }

    private @Nullable String written(Change change) {
        CaseFacts facts = change.after();
        Recorded last = change.recorded();
        return facts == null ? null : common.written(last.caseId(), last.version(), facts);
    }

    static Recorded recorded(DomainEventMessage<?> event) {
        return new Recorded(
                UUID.fromString(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                event.getTimestamp(),
                (CaseEvent) event.getPayload());
    }

    /** The events by case, in order. */
    static SortedMap<UUID, List<Recorded>> byCase(List<Recorded> events) {
        return events.stream().collect(Collectors.groupingBy(Recorded::caseId, TreeMap::new, Collectors.toList()));
    }

    /** An error in one line, with its causes. */
    static String said(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? error.toString() : error + ", because of " + said(cause);
    }
}
