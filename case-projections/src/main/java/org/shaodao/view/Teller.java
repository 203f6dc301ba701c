package org.shaodao.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells generations what happened to cases, in the transaction of whoever asks it to. */
final class Teller {
    private final Map<Generation, View> views = new LinkedHashMap<>();
    private final JdbcClient jdbc;
    private final KnownCases known;
    private final Told told;

    Teller(Collection<Filling> fillings, JdbcClient jdbc, KnownCases known) {
        fillings.forEach(filling -> views.put(filling.generation(), filling.view()));
        this.jdbc = jdbc;
        this.known = known;
        this.told = new Told(jdbc, generations());
    }

    List<Generation> generations() {
        return List.copyOf(views.keySet());
    }

    /** The same for one of them. */
    Teller only(Generation generation) {
        return new Teller(List.of(new Filling(generation, Objects.requireNonNull(views.get(generation)))), jdbc, known);
    }

    /** See {@link Told#of}. */
    Map<Generation, Map<UUID, Long>> told(int segment, Collection<UUID> cases) {
        return told.of(segment, cases);
    }

    /**
     * Tells each generation some events, each the next of its case there.
     *
     * @return up to which version cases are told now
     * @throws NotTold if one of them cannot be told; the transaction is of no more use then
     */
    SortedMap<UUID, Long> tell(int segment, Map<Generation, List<Recorded>> events) {
        Map<List<Recorded>, Batch> batches = new IdentityHashMap<>();
        Map<Generation, SortedMap<UUID, Long>> versions = new HashMap<>();
        SortedMap<UUID, Long> all = new TreeMap<>();
        for (Generation generation : views.keySet()) {
            SortedMap<UUID, Long> after = new TreeMap<>();
            events.getOrDefault(generation, List.of()).forEach(event -> after.put(event.caseId(), event.version()));
            versions.put(generation, after);
            all.putAll(after);
        }
        told.note(versions);
        views.forEach((generation, view) -> {
            List<Recorded> ofGeneration = events.getOrDefault(generation, List.of());
            if (!ofGeneration.isEmpty()) {
                Batch batch = batches.computeIfAbsent(ofGeneration, next -> batch(segment, next));
                try {
                    view.project(batch, jdbc);
                } catch (RuntimeException | Error e) {
                    throw new NotTold(generation, false, e);
                }
            }
        });
        return all;
    }

    private Batch batch(int segment, List<Recorded> events) {
        Map<UUID, Long> before = new HashMap<>();
        events.forEach(event -> before.putIfAbsent(event.caseId(), event.version() - 1));
        before.values().removeIf(version -> version < 0);
        return Batch.of(segment, events, known.upTo(before), known);
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
