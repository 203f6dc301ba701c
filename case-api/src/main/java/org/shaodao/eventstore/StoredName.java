package org.shaodao.eventstore;

/**
 * Under which name and in which shape an event is stored.
 *
 * @param name logical name, for example {@code casefile.whistle-blown}
 * @param revision revision of its shape
 */
public record StoredName(String name, String revision) implements Comparable<StoredName> {
    @Override
    public int compareTo(StoredName other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? revision.compareTo(other.revision) : byName;
    }

    @Override
    public String toString() {
        return name + " (revision " + revision + ")";
    }
}
