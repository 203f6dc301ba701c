package org.shaodao.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that was published, in the order of publication; never changed, only replaced by a fuller one. */
final class Shelf {
    private static final Comparator<Edition> LATER =
            Comparator.comparing(Edition::effectiveFrom).thenComparing(Edition::sequence);

    private final Map<DocumentKind, List<Edition>> editions;
    private final NavigableSet<Instant> starts = new TreeSet<>();
    private final Map<Instant, Assembly> assembled = new ConcurrentHashMap<>();

    private Shelf(Map<DocumentKind, List<Edition>> editions) {
        this.editions = editions;
        editions.values().forEach(all -> all.forEach(edition -> starts.add(edition.effectiveFrom())));
    }

    static Shelf empty() {
        return new Shelf(Map.of());
    }

    List<Edition> of(DocumentKind kind) {
        return editions.getOrDefault(kind, List.of());
    }

    /** Number of the last publication of a kind; -1 where there is none. */
    long last(DocumentKind kind) {
        return of(kind).isEmpty() ? -1 : of(kind).getLast().sequence();
    }

    Shelf with(DocumentKind kind, List<Edition> more) {
        List<Edition> all = new ArrayList<>(of(kind));
        all.addAll(more);
        Map<DocumentKind, List<Edition>> next = new EnumMap<>(DocumentKind.class);
        next.putAll(editions);
        next.put(kind, List.copyOf(all));
        return new Shelf(next);
    }

    Optional<Edition> find(DocumentKind kind, String id, String version) {
        return versions(kind, id).stream()
                .filter(edition -> edition.published().version().equals(version))
                .findFirst();
    }

    /** The versions of one document in the order of publication. */
    List<Edition> versions(DocumentKind kind, String id) {
        return of(kind).stream().filter(edition -> edition.id().equals(id)).toList();
    }

    /**
     * Of each document of a kind the version in force: that with the latest start, of several the last published. One
     * that cannot be read is none.
     */
    SortedMap<String, Edition> inForce(DocumentKind kind, Instant at) {
        return inForce(kind, at, Instant.MAX);
    }

    /** The same by what had been published at another moment. */
    SortedMap<String, Edition> inForce(DocumentKind kind, Instant at, Instant published) {
        SortedMap<String, Edition> inForce = new TreeMap<>();
        of(kind).stream()
                .filter(edition -> edition.readable()
                        && !edition.effectiveFrom().isAfter(at)
                        && !edition.recordedAt().isAfter(published))
                .forEach(edition -> inForce.merge(edition.id(), edition, (a, b) -> LATER.compare(a, b) > 0 ? a : b));
        return inForce;
    }

    /** What was in force at a moment, put together once for all moments between two starts. */
    Assembly assembly(Instant at) {
        Instant since = starts.floor(at);
        return since == null
                ? Assembly.of(this, at)
                : assembled.computeIfAbsent(since, start -> Assembly.of(this, start));
    }
}
