package org.shaodao.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far generations were told of cases: read, and written down, for all of them in one round trip. */
final class Told {
    private static final String READ = """
            select %1$d, case_id, version from %2$s.%3$s where case_id = any((select cases from asked)::uuid[])""";
    private static final String WRITE = """
            told_%1$d as (
                insert into %2$s.%3$s (case_id, version) select * from unnest(?::uuid[], ?::bigint[])
                on conflict (case_id) do update set version = excluded.version
            )""";

    private final JdbcClient jdbc;
    private final List<Generation> generations;
    private final String hold;
    private final String read;
    private final String write;

    Told(JdbcClient jdbc, List<Generation> generations) {
        this.jdbc = jdbc;
        this.generations = generations;
        // In the order of their names, so that nobody waits for whoever waits for him.
        this.hold = "select pg_advisory_xact_lock(hashtext(schema), ?) from unnest(array[%s]) as schema"
                .formatted(generations.stream()
                        .map(generation -> "'" + generation.schema() + "'")
                        .sorted()
                        .collect(Collectors.joining(", ")));
        this.read = "with asked as (select ?::uuid[] as cases) " + each(READ, " union all ");
        String names = generations.stream()
                .map(generation -> "('%s', %d)".formatted(generation.view(), generation.number()))
                .collect(Collectors.joining(", "));
        this.write = """
                with healed as (
                    delete from views.failure where (name, generation) in (%1$s) and case_id = any(?::uuid[])
                ),
                %2$s
                select set_config('search_path', %3$s || %4$s, false)""".formatted(names, each(WRITE, ",\n"), first(names), Generations.LIVE);
    }

    private String each(String sql, String between) {
        return IntStream.range(0, generations.size())
                .mapToObj(i -> sql.formatted(
                        i, generations.get(i).schema(), generations.get(i).known()))
                .collect(Collectors.joining(between));
    }

    /** Where to look before the live generations: in one that is told before its time, and so alone. */
    private static String first(String names) {
        return """
                coalesce((
                    select string_agg('view_' || name || '_' || generation || ', ', '') from (values %s) as told (name, generation)
                    where not exists (select from views.live l where l.name = told.name and l.generation = told.generation)), '')""".formatted(names);
    }

    /**
     * Up to which version each of these cases of one segment is told; one of which nothing is told is missing. Nobody
     * else tells these generations of cases of that segment before the transaction ends, not even a node that was taken
     * for dead.
     */
    Map<Generation, Map<UUID, Long>> of(int segment, Collection<UUID> cases) {
        jdbc.sql(hold).param(segment).query(row -> {});
        Map<Generation, Map<UUID, Long>> found = new HashMap<>();
        generations.forEach(generation -> found.put(generation, new HashMap<>()));
        jdbc.sql(read).param(Columns.array(cases)).query(row -> {
            Objects.requireNonNull(found.get(generations.get(row.getInt(1))))
                    .put(row.getObject(2, UUID.class), row.getLong(3));
        });
        return found;
    }

    /**
     * Notes how far each case is told now, which gets over earlier failures. From here on names without a schema are
     * tables of these generations.
     */
    void note(Map<Generation, SortedMap<UUID, Long>> versions) {
        List<Object> params = new ArrayList<>();
        params.add(Columns.array(versions.values().stream()
                .flatMap(map -> map.keySet().stream())
                .distinct()
                .toList()));
        for (Generation generation : generations) {
            SortedMap<UUID, Long> cases = Objects.requireNonNull(versions.get(generation));
            params.add(Columns.array(cases.keySet()));
            params.add(Columns.array(cases.values()));
        }
        jdbc.sql(write).params(params).query(String.class).single();
    }
}
