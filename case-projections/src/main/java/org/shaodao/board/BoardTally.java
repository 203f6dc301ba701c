package org.shaodao.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how much a batch changes the number of items in each state, by street, owner and reason. */
final class BoardTally {
    private final Map<Place, Integer> changes = new TreeMap<>(Comparator.comparing(Place::street)
            .thenComparing(Place::owner)
            .thenComparing(Place::listing)
            .thenComparing(Place::state));

    /** @param street empty where the district runs the case: a column of a key is never null */
    private record Place(String street, String owner, Listing listing, BoardState state) {}

    /** @param from null for an item that is new */
    void move(@Nullable BoardItem from, BoardItem to) {
        if (from != null) {
            add(from, -1);
        }
        add(to, 1);
    }

    private void add(BoardItem item, int n) {
        Place place =
                new Place(Objects.requireNonNullElse(item.street(), ""), item.owner(), item.listing(), item.state());
        changes.merge(place, n, Integer::sum);
    }

    void write(int segment, JdbcClient jdbc) {
        List<Map.Entry<Place, Integer>> rows =
                changes.entrySet().stream().filter(e -> e.getValue() != 0).toList();
        Columns.of(rows)
                .with(e -> e.getKey().street())
                .with(e -> e.getKey().owner())
                .with(e -> e.getKey().listing())
                .with(e -> e.getKey().state())
                .with(e -> segment)
                .with(Map.Entry::getValue)
                .write(jdbc, """
                        insert into board_tally as t (street, owner, listing, state, segment, n)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[])
                        on conflict (street, owner, listing, state, segment) do update set n = t.n + excluded.n""");
    }
}
