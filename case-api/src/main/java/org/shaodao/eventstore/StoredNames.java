package org.shaodao.eventstore;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.StoredAs;

/**
 * Which class is which stored name. The families of events are sealed, so the list is complete: an event that is not
 * in it cannot have been written by this version.
 */
public final class StoredNames {
    private final Map<Class<?>, StoredName> byClass = new LinkedHashMap<>();
    private final Map<String, Class<?>> byName = new LinkedHashMap<>();

    /**
     * @param families sealed interfaces whose permitted records are the events
     * @throws IllegalArgumentException if a family is not sealed, a permitted type is neither a record nor sealed, a
     *     record has no {@link StoredAs}, or two records share a name
     */
    public StoredNames(Collection<? extends Class<?>> families) {
        families.forEach(this::addFamily);
    }

    private void addFamily(Class<?> family) {
        Class<?>[] members = family.getPermittedSubclasses();
        if (members == null) {
            throw new IllegalArgumentException(family.getName() + " is no sealed family of events");
        }
        for (Class<?> member : members) {
            if (member.isRecord()) {
                addRecord(member);
            } else {
                addFamily(member);
            }
        }
    }

    private void addRecord(Class<?> event) {
        StoredAs as = event.getAnnotation(StoredAs.class);
        if (as == null) {
            throw new IllegalArgumentException(event.getName() + " has no @StoredAs name");
        }
        Class<?> namesake = byName.putIfAbsent(as.value(), event);
        if (namesake != null && namesake != event) {
            throw new IllegalArgumentException(
                    event.getName() + " and " + namesake.getName() + " are both stored as " + as.value());
        }
        byClass.put(event, new StoredName(as.value(), as.revision()));
    }

    /** Every name this version writes, in its newest revision. */
    public Set<StoredName> all() {
        return new LinkedHashSet<>(byClass.values());
    }

    @Nullable StoredName of(Class<?> event) {
        return byClass.get(event);
    }

    @Nullable Class<?> classOf(String name) {
        return byName.get(name);
    }
}
