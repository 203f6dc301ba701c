package org.shaodao.console;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how much a batch changes the number of what waits in each tab of each desk. */
final class ConsoleTally {
    private final Map<Place, Integer> changes = new TreeMap<>(
            Comparator.comparing(Place::street).thenComparing(Place::desk).thenComparing(Place::tab));

    /** @param street empty where the district runs the case: a column of a key is never null */
    private record Place(String street, ConsoleDesk desk, ConsoleTab tab) {}

    void add(ConsoleView.Row row, int n) {
        changes.merge(
                new Place(
                        Objects.requireNonNullElse(row.street(), ""),
                        row.desk(),
                        row.key().waiting().tab()),
                n,
                Integer::sum);
    }

    void write(int segment, JdbcClient jdbc) {
        List<Map.Entry<Place, Integer>> rows =
                changes.entrySet().stream().filter(e -> e.getValue() != 0).toList();
        Columns.of(rows)
                .with(e -> e.getKey().street())
                .with(e -> e.getKey().desk())
                .with(e -> e.getKey().tab())
                .with(e -> segment)
                .with(Map.Entry::getValue)
                .write(jdbc, """
                        insert into waiting_tally as t (street, desk, tab, segment, n)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[])
                        on conflict (street, desk, tab, segment) do update set n = t.n + excluded.n""");
    }
}
