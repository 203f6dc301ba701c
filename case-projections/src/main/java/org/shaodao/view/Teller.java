package org.shaodao.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells one generation of a view what happened to cases, in the transaction of whoever asks it to. */
final class Teller {
    private final View view;
    private final Generation generation;
    private final JdbcClient jdbc;
    private final KnownCases known;
    private final String told;
    private final String land;

    Teller(View view, Generation generation, JdbcClient jdbc, KnownCases known) {
        this.view = view;
        this.generation = generation;
        this.jdbc = jdbc;
        this.known = known;
        this.told = "select case_id, version from %s.%s where case_id = any(?::uuid[])"
                .formatted(generation.schema(), generation.known());
        // One round trip: forget the failure that this batch gets over, look in the right schema, note how far cases
        // are told.
        this.land = """
                with healed as (
                    delete from views.failure where name = ? and generation = ? and case_id = any(?::uuid[])
                )
                insert into %1$s.%2$s (case_id, version)
                select c.case_id, c.version
                from set_config('search_path', case
                        when exists (select from views.live where name = ? and generation = ?) then '' else '%1$s, '
                    end || %3$s, false),
                    unnest(?::uuid[], ?::bigint[]) as c (case_id, version)
                on conflict (case_id) do update set version = excluded.version""".formatted(generation.schema(), generation.known(), Generations.LIVE);
    }

    Generation generation() {
        return generation;
    }

    /** Up to which version each of these cases is told; one of which nothing is told is missing. */
    Map<UUID, Long> told(Collection<UUID> cases) {
        Map<UUID, Long> found = new HashMap<>();
        jdbc.sql(told).param(Columns.array(cases)).query(row -> {
            found.put(row.getObject("case_id", UUID.class), row.getLong("version"));
        });
        return found;
    }

    /**
     * Tells these events, each the next of its case.
     *
     * @param before up to which version cases are told, these and perhaps others
     * @return up to which version each case is told now
     */
    SortedMap<UUID, Long> tell(int segment, List<Recorded> events, Map<UUID, Long> before) {
        SortedMap<UUID, Long> after = new TreeMap<>();
        events.forEach(event -> after.put(event.caseId(), event.version()));
        Map<UUID, Long> begun = new HashMap<>(before);
        begun.keySet().retainAll(after.keySet());
        Batch batch = Batch.of(segment, events, known.upTo(begun), known);
        @Nullable String[] cases = Columns.array(after.keySet());
        jdbc.sql(land)
                .params(List.of(
                        generation.view(),
                        generation.number(),
                        cases,
                        generation.view(),
                        generation.number(),
                        cases,
                        Columns.array(after.values())))
                .update();
        view.project(batch, jdbc);
        return after;
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
