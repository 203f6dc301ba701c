package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.DueStep;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.clocks.WorkingCalendar;

/**
 * 并案拆单. What is known of the other cases a case has to do with.
 *
 * @param merged the case it joined; null unless it is merged
 * @param joined the duplicates that joined it, by their ids
 * @param neighbours whoever joined it without a case of their own
 * @param consents the other streets' cases it may be merged with
 * @param splitFrom the case whose call it was a part of
 * @param parts the cases that were split off it
 * @param linked the cases it is linked with
 */
@RecordBuilder
public record LinkFacts(
        @Nullable Merged merged,
        SortedMap<UUID, Joined> joined,
        List<UUID> neighbours,
        Set<UUID> consents,
        @Nullable Other splitFrom,
        List<Other> parts,
        List<Linked> linked)
        implements LinkFactsBuilder.With {
    static final LinkFacts NONE =
            new LinkFacts(null, Collections.emptySortedMap(), List.of(), Set.of(), null, List.of(), List.of());

    /** Another case. */
    public record Other(UUID caseId, String number) {}

    /**
     * The case that goes on for this one, and where this one was when it joined.
     *
     * @param phase of this case then
     * @param dispatches of this case as they were then
     * @param clocks of this case as they were then
     */
    public record Merged(
            Other survivor, CasePhase phase, SortedMap<Integer, DispatchFacts> dispatches, List<ClockFacts> clocks) {}

    /**
     * A duplicate that joined.
     *
     * @param complainants whoever raised it, and whoever had joined it before
     * @param promised what its resident was promised by when
     */
    public record Joined(String number, List<UUID> complainants, Instant raisedAt, List<RunningDue> promised) {}

    /** A case that is read with this one, and what this one is to it. */
    public record Linked(Other other, Relation relation) {}

    /** Everybody who joined: each is asked, and each rates. */
    public List<UUID> coComplainants() {
        return Stream.concat(
                        joined.values().stream().flatMap(each -> each.complainants().stream()), neighbours.stream())
                .distinct()
                .toList();
    }

    /** The earliest promise to somebody who joined, of these clocks: still to come, and before that instant. */
    Optional<Promise> earlier(ClockKind kind, Instant now, Instant before) {
        return joined.values().stream()
                .flatMap(duplicate -> duplicate.promised().stream()
                        .filter(due -> due.clock() == kind)
                        .filter(due ->
                                due.dueAt().isBefore(before) && due.dueAt().isAfter(now))
                        .map(due -> new Promise(duplicate.number(), due.dueAt())))
                .min(Comparator.comparing(Promise::dueAt));
    }

    /** What the resident of a duplicate was promised. */
    record Promise(String number, Instant dueAt) {
        Due due(WorkingCalendar calendar) {
            DueStep step = new DueStep(DueStepKind.PROMISED_EARLIER, calendar.wall(dueAt), null, null, null, number);
            return new Due(dueAt, false, List.of(step));
        }
    }

    LinkFacts joinedBy(UUID duplicate, Joined facts) {
        SortedMap<UUID, Joined> all = new TreeMap<>(joined);
        all.put(duplicate, facts);
        return withJoined(Collections.unmodifiableSortedMap(all));
    }

    LinkFacts without(UUID duplicate) {
        SortedMap<UUID, Joined> all = new TreeMap<>(joined);
        all.remove(duplicate);
        return withJoined(Collections.unmodifiableSortedMap(all));
    }

    LinkFacts consentedTo(UUID other) {
        return withConsents(Stream.concat(consents.stream(), Stream.of(other)).collect(Collectors.toUnmodifiableSet()));
    }

    LinkFacts withNeighbour(UUID complainant) {
        return withNeighbours(and(neighbours, complainant));
    }

    LinkFacts withPart(Other part) {
        return withParts(and(parts, part));
    }

    LinkFacts linkedWith(Linked other) {
        return withLinked(and(linked, other));
    }

    private static <T> List<T> and(List<T> all, T next) {
        List<T> more = new ArrayList<>(all);
        more.add(next);
        return List.copyOf(more);
    }
}
