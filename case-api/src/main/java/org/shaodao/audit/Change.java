package org.shaodao.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two states of a case.
 *
 * @param before null where it was not so
 * @param after null where it is not so any more
 */
record Change(Item item, String field, Line.@Nullable Value before, Line.@Nullable Value after) {

    /** What is different; nothing between a state and itself. */
    static List<Change> between(List<Line> before, List<Line> after) {
        return beside(before, after).stream().filter(Change::differs).toList();
    }

    /** Everything that is so in one or both, beside each other and in order. */
    static List<Change> beside(List<Line> one, List<Line> other) {
        Map<Item, Map<String, Change>> all = new TreeMap<>(Item.IN_ORDER);
        for (Line line : one) {
            of(line, all).put(line.field(), new Change(line.item(), line.field(), line.value(), null));
        }
        for (Line line : other) {
            of(line, all)
                    .merge(
                            line.field(),
                            new Change(line.item(), line.field(), null, line.value()),
                            (a, b) -> new Change(line.item(), line.field(), a.before(), b.after()));
        }
        List<Change> beside = new ArrayList<>();
        all.values().forEach(item -> beside.addAll(item.values()));
        return List.copyOf(beside);
    }

    /** Whether one says something else than the other. */
    boolean differs() {
        return before == null || !before.equals(after);
    }

    private static Map<String, Change> of(Line line, Map<Item, Map<String, Change>> all) {
        return all.computeIfAbsent(line.item(), item -> new LinkedHashMap<>());
    }
}
