package org.shaodao.sla;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.documents.VersionRef;

/**
 * What the figures remember of a case beyond where it stands: when things first happened, and who answered for it then.
 *
 * @param pack the policy pack that its clocks last went by
 * @param calendar the calendar that its clocks last went by
 * @param leads every unit that ever held the lead
 * @param dispatches by their number
 * @param acceptedLead the dispatch of the lead whose final reply was last accepted; null = none was
 * @param firstVerified when its work was first found done
 * @param firstRework when work was first sent back
 * @param closings in order
 * @param parkedSince since when it stands still; null = it does not
 * @param parked how long it stood still before that; null = it never did
 * @param voices what was answered, by the person's id; empty = the case's own complainant
 * @param followUps how asking came out, by the round of the clock
 * @param signals what somebody should look at, in order
 */
@RecordBuilder
record Course(
        @Nullable VersionRef pack,
        @Nullable VersionRef calendar,
        SortedSet<String> leads,
        SortedMap<Integer, Sent> dispatches,
        @Nullable Integer acceptedLead,
        @Nullable Instant firstVerified,
        @Nullable Instant firstRework,
        List<Closing> closings,
        @Nullable Instant parkedSince,
        @Nullable Duration parked,
        SortedMap<String, Voice> voices,
        SortedMap<Integer, Result> followUps,
        List<Signal> signals)
        implements CourseBuilder.With {
    static final Course NONE = new Course(
            null,
            null,
            new TreeSet<>(),
            new TreeMap<>(),
            null,
            null,
            null,
            List.of(),
            null,
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            List.of());

    /**
     * One dispatch.
     *
     * @param disputeEnded when its dispute ended by agreement or ruling
     * @param silent whether its unit let the window for handing back pass in silence
     * @param accepted the rounds whose final reply was accepted
     * @param outcome what its last final reply says
     */
    @RecordBuilder
    record Sent(
            @Nullable Instant disputeEnded,
            Boolean silent,
            SortedSet<Integer> accepted,
            @Nullable Outcome outcome) implements CourseSentBuilder.With {
        static final Sent NONE = new Sent(null, false, new TreeSet<>(), null);

        Sent accepted(Integer round) {
            SortedSet<Integer> all = new TreeSet<>(accepted);
            all.add(round);
            return withAccepted(all);
        }
    }

    /**
     * @param lead the unit whose final reply was accepted then
     * @param reopenedAt when it was opened again; null = it was not
     */
    @RecordBuilder
    record Closing(
            Instant at, @Nullable String lead, @Nullable Instant reopenedAt) implements CourseClosingBuilder.With {}

    /** The first answers of one person to somebody independent, each question by itself. */
    @RecordBuilder
    record Voice(
            @Nullable Answer<Boolean> contacted,
            @Nullable Answer<Solved> solved,
            @Nullable Answer<Satisfied> satisfied) implements CourseVoiceBuilder.With {
        static final Voice NONE = new Voice(null, null, null);
    }

    /**
     * @param lead the unit whose final reply was accepted then; null = none was
     * @param claimed whether that reply said "solved"
     */
    record Answer<T>(T said, Instant at, @Nullable String lead, Boolean claimed) {}

    /** Something to count once and for all. */
    record Signal(
            Count count,
            Result result,
            String detail,
            Instant at,
            @Nullable String unit) {}

    Sent sent(Integer dispatch) {
        return dispatches.getOrDefault(dispatch, Sent.NONE);
    }

    Course with(Integer dispatch, Sent sent) {
        SortedMap<Integer, Sent> all = new TreeMap<>(dispatches);
        all.put(dispatch, sent);
        return withDispatches(all);
    }

    Course with(String person, Voice voice) {
        SortedMap<String, Voice> all = new TreeMap<>(voices);
        all.put(person, voice);
        return withVoices(all);
    }

    /** With the better known of two ways how asking came out. */
    Course followedUp(Integer round, Result result) {
        SortedMap<Integer, Result> all = new TreeMap<>(followUps);
        all.merge(round, result, (known, now) -> known == Result.ANSWERED ? known : now);
        return withFollowUps(all);
    }

    Course signal(Count count, Result result, String detail, Instant at, @Nullable String unit) {
        return withSignals(and(signals, new Signal(count, result, detail, at, unit)));
    }

    Course closed(Instant at, @Nullable String lead) {
        return withClosings(and(closings, new Closing(at, lead, null)));
    }

    Course reopened(Instant at) {
        if (closings.isEmpty() || closings.getLast().reopenedAt() != null) {
            return this;
        }
        List<Closing> before = closings.subList(0, closings.size() - 1);
        return withClosings(and(before, closings.getLast().withReopenedAt(at)));
    }

    private static <T> List<T> and(List<T> all, T next) {
        return Stream.concat(all.stream(), Stream.of(next)).toList();
    }

    /** How long it stood still until then. */
    Duration parkedUntil(Instant at) {
        Duration before = parked == null ? Duration.ZERO : parked;
        return parkedSince == null || at.isBefore(parkedSince)
                ? before
                : before.plus(Duration.between(parkedSince, at));
    }
}
