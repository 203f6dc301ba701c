package org.shaodao.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is different between two JSON texts; nothing if and only if they are equal as JSON. Entries of a list that name
 * themselves by code, id or date are compared by that name wherever they stand; a changed order is said as the order of
 * names before and after.
 */
final class Difference {
    private static final List<String> NAMES = List.of("code", "id", "date", "year", "street");

    private static final int LONGEST_TOLD = 240;

    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    /**
     * One place that differs.
     *
     * @param path properties and positions from the root; an entry that names itself stands in brackets, for example
     *     {@code /units[linxi-water]/active}
     * @param before null where it was added
     * @param after null where it was removed
     */
    record Change(
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    static List<Change> between(JsonNode before, JsonNode after) {
        Difference difference = new Difference();
        difference.compare("", before, after);
        return List.copyOf(difference.changes);
    }

    /**
     * A change as a page tells it.
     *
     * @param before null where it was added
     * @param after null where it was removed
     */
    record Told(
            String path, @Nullable String before, @Nullable String after) {}

    /** Changes as a page tells them: long values shortened. */
    static List<Told> told(List<Change> changes) {
        return changes.stream()
                .map(change -> new Told(change.path(), shortened(change.before()), shortened(change.after())))
                .toList();
    }

    private static @Nullable String shortened(@Nullable JsonNode value) {
        String text = value == null ? "" : value.isString() ? value.asString() : value.toString();
        String start = text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + '…' : text;
        return value == null ? null : start;
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            members(before, after).forEach(name -> compare(Pointer.to(path, name), before.get(name), after.get(name)));
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            list(path, before, after);
        } else {
            changes.add(new Change(path, before, after));
        }
    }

    private void list(String path, JsonNode before, JsonNode after) {
        String name = NAMES.stream()
                .filter(each -> named(before, each) && named(after, each))
                .findFirst()
                .orElse(null);
        if (name == null) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(Pointer.to(path, i), before.get(i), after.get(i));
            }
            return;
        }
        Map<String, JsonNode> was = byName(before, name);
        Map<String, JsonNode> is = byName(after, name);
        both(was.keySet(), is.keySet()).forEach(each -> compare(path + '[' + each + ']', was.get(each), is.get(each)));
        List<String> orderBefore = was.keySet().stream().filter(is::containsKey).toList();
        List<String> orderAfter = is.keySet().stream().filter(was::containsKey).toList();
        if (!orderBefore.equals(orderAfter)) {
            changes.add(new Change(path, names(orderBefore), names(orderAfter)));
        }
    }

    /** Whether every entry has this name, and no two the same. */
    private static boolean named(JsonNode list, String name) {
        Set<String> names = new LinkedHashSet<>();
        return list.valueStream()
                .allMatch(entry -> entry.path(name).isValueNode()
                        && names.add(entry.path(name).asString()));
    }

    private static Map<String, JsonNode> byName(JsonNode list, String name) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        list.forEach(entry -> byName.put(entry.path(name).asString(), entry));
        return byName;
    }

    private static Set<String> members(JsonNode before, JsonNode after) {
        return both(before.propertyNames(), after.propertyNames());
    }

    private static Set<String> both(Iterable<String> before, Iterable<String> after) {
        Set<String> both = new LinkedHashSet<>();
        before.forEach(both::add);
        after.forEach(both::add);
        return both;
    }

    private static JsonNode names(List<String> names) {
        var list = JsonNodeFactory.instance.arrayNode();
        names.forEach(list::add);
        return list;
    }
}
