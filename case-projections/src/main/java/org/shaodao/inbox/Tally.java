package org.shaodao.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how much a batch changes the number of dispatches in each tab of each unit. */
final class Tally {
    private final Map<Place, Integer> changes =
            new TreeMap<>(Comparator.comparing(Place::unit).thenComparing(Place::tab));

    private record Place(String unit, InboxTab tab) {}

    /** @param from null for a dispatch that is new */
    void move(@Nullable Item from, Item to) {
        if (from != null) {
            add(from, -1);
        }
        add(to, 1);
    }

    private void add(Item item, int n) {
        changes.merge(new Place(item.unit(), item.tab()), n, Integer::sum);
    }

    void write(int segment, JdbcClient jdbc) {
        List<Map.Entry<Place, Integer>> rows =
                changes.entrySet().stream().filter(e -> e.getValue() != 0).toList();
        Columns.of(rows)
                .with(e -> e.getKey().unit())
                .with(e -> e.getKey().tab())
                .with(e -> segment)
                .with(Map.Entry::getValue)
                .write(jdbc, """
                        insert into tally as t (unit, tab, segment, n)
                        select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[])
                        on conflict (unit, tab, segment) do update set n = t.n + excluded.n""");
    }
}
