package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 办理. What a unit did on its dispatch.
 *
 * @param section which section of the unit handles it; null = not said
 * @param asked whether the unit asked for particulars
 * @param answered whether it was told them
 * @param attempts when the resident was tried in vain, as it counts
 * @param lateEntries what was entered late, the first of its kind, until the other side confirms it
 */
@RecordBuilder
public record WorkFacts(
        @Nullable String section,
        Boolean asked,
        Boolean answered,
        List<Instant> attempts,
        SortedMap<LateEntry, Pending> lateEntries)
        implements WorkFactsBuilder.With {
    static final WorkFacts NONE = new WorkFacts(null, false, false, List.of(), Collections.emptySortedMap());

    /** A late entry that nobody confirmed yet: when it is said to have happened, and when it was recorded. */
    public record Pending(Instant happenedAt, Instant recordedAt) {}

    WorkFacts tried(Instant at) {
        return withAttempts(Stream.concat(attempts.stream(), Stream.of(at)).toList());
    }

    WorkFacts late(LateEntry entry, Pending pending) {
        SortedMap<LateEntry, Pending> all = new TreeMap<>(lateEntries);
        all.putIfAbsent(entry, pending);
        return withLateEntries(Collections.unmodifiableSortedMap(all));
    }

    WorkFacts confirmed(LateEntry entry) {
        SortedMap<LateEntry, Pending> all = new TreeMap<>(lateEntries);
        all.remove(entry);
        return withLateEntries(Collections.unmodifiableSortedMap(all));
    }
}
