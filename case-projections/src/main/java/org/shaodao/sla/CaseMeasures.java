package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalFacts.Proposal;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.documents.PolicyPack.Thresholds;
import org.shaodao.sla.Course.Closing;
import org.shaodao.sla.Measure.Finding;

/** What a case as a whole contributes. */
final class CaseMeasures {
    private CaseMeasures() {}

    static Stream<Finding> of(CaseFacts facts, Course course, Yardsticks yardsticks) {
        Thresholds thresholds = yardsticks.thresholds(course.pack());
        return Stream.of(
                        raised(facts, course, yardsticks),
                        stops(facts, course),
                        ended(facts, course),
                        judged(course, thresholds, CourseChanges.answerable(course, facts)),
                        closings(facts, course, thresholds),
                        signals(course))
                .flatMap(stream -> stream);
    }

    /** Whether it is left out of appraisal 剔除. */
    static boolean excluded(CaseFacts facts) {
        Proposal exclusion = facts.appraisal().exclusion();
        return exclusion != null && exclusion.state() == Proposal.State.AGREED;
    }

    private static Stream<Finding> raised(CaseFacts facts, Course course, Yardsticks yardsticks) {
        Instant at = facts.demand().raisedAt();
        String unit = CourseChanges.answerable(course, facts);
        ZonedDateTime wall = at.atZone(yardsticks.zone());
        String hour = String.format(Locale.ROOT, "%d-%02d", wall.getDayOfWeek().getValue(), wall.getHour());
        Stream<Finding> came = Stream.of(
                new Finding(Count.RAISED, "", Result.COUNTED, hour, at, unit),
                new Finding(
                        Count.RAISED_AT,
                        "",
                        facts.phase() == CasePhase.MERGED ? Result.MERGED : Result.COUNTED,
                        facts.demand().place(),
                        at,
                        null));
        return facts.phase() == CasePhase.NOT_ACCEPTED
                ? came
                : Stream.concat(
                        came,
                        Stream.of(new Finding(
                                Count.WHISTLED,
                                "",
                                ClockMeasures.yes(!facts.whistles().isEmpty()),
                                at,
                                unit)));
    }

    /** More time, long stops and exclusions, by what was promised first. */
    private static Stream<Finding> stops(CaseFacts facts, Course course) {
        return facts.clocks().stream().filter(clock -> clock.round() == 1).flatMap(clock -> switch (clock.kind()) {
            case HANDLING -> extended(facts, clock);
            case WHOLE_CASE -> {
                String unit = CourseChanges.answerable(course, facts);
                boolean parked = course.parked() != null || course.parkedSince() != null;
                yield Stream.of(
                        new Finding(Count.PARKED, "", ClockMeasures.yes(parked), clock.originalDueAt(), unit),
                        new Finding(
                                Count.EXCLUDED, "", ClockMeasures.yes(excluded(facts)), clock.originalDueAt(), unit));
            }
            case ACKNOWLEDGEMENT,
                    FIRST_CONTACT,
                    ARRIVAL,
                    PROGRESS,
                    HAND_BACK_WINDOW,
                    HAND_BACK_ANSWER,
                    RULING,
                    VERIFICATION,
                    OBJECTION_WINDOW,
                    OBJECTION_ANSWER,
                    FOLLOW_UP,
                    REDO_DECISION,
                    COMMITMENT,
                    RATING_WINDOW,
                    PARKING_REVIEW,
                    SUPERVISION,
                    LADDER,
                    OUTSIDE -> Stream.<Finding>empty();
        });
    }

    private static Stream<Finding> extended(CaseFacts facts, ClockFacts clock) {
        var dispatch = clock.dispatch() == null ? null : facts.dispatches().get(clock.dispatch());
        return dispatch == null
                ? Stream.empty()
                : Stream.of(new Finding(
                        Count.EXTENDED,
                        dispatch.number().toString(),
                        ClockMeasures.yes(dispatch.extension().granted() > 0),
                        clock.originalDueAt(),
                        dispatch.unit()));
    }

    /**
     * What it took until the last close; a case that was opened again was not closed if it then ended otherwise, as a
     * duplicate or elsewhere.
     */
    private static Stream<Finding> ended(CaseFacts facts, Course course) {
        if (facts.phase() != CasePhase.CLOSED
                || course.closings().isEmpty()
                || course.closings().getLast().reopenedAt() != null) {
            return Stream.empty();
        }
        Closing last = course.closings().getLast();
        Duration whole = atLeastNothing(Duration.between(facts.demand().raisedAt(), last.at()));
        Duration net = atLeastNothing(whole.minus(course.parkedUntil(last.at())));
        Stream<Finding> times = Stream.of(
                new Finding(Count.DURATION, "", Result.COUNTED, DisputeMeasures.bucket(whole), last.at(), last.lead()),
                new Finding(
                        Count.NET_DURATION, "", Result.COUNTED, DisputeMeasures.bucket(net), last.at(), last.lead()));
        String hops = Integer.toString(course.leads().size());
        return course.leads().isEmpty()
                ? times
                : Stream.concat(
                        times, Stream.of(new Finding(Count.HOPS, "", Result.COUNTED, hops, last.at(), last.lead())));
    }

    private static Duration atLeastNothing(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** What came of finished work within the days that count against it. */
    private static Stream<Finding> judged(Course course, Thresholds thresholds, @Nullable String unit) {
        Duration window = Duration.ofDays(thresholds.reopeningWindowDays());
        Instant verified = course.firstVerified();
        Stream<Finding> reworked = verified == null
                ? Stream.empty()
                : Stream.of(new Finding(
                        Count.REWORKED,
                        "",
                        by(course.firstRework(), verified.plus(window)),
                        verified.plus(window),
                        unit));
        Stream<Finding> reopened = IntStream.range(0, course.closings().size()).mapToObj(i -> {
            Closing closing = course.closings().get(i);
            Instant end = closing.at().plus(window);
            return new Finding(
                    Count.REOPENED, Integer.toString(i + 1), by(closing.reopenedAt(), end), end, closing.lead());
        });
        return Stream.concat(reworked, reopened);
    }

    private static Stream<Finding> closings(CaseFacts facts, Course course, Thresholds thresholds) {
        return IntStream.range(0, course.closings().size()).mapToObj(i -> {
            Closing closing = course.closings().get(i);
            String item = (i + 1) + "/" + thresholds.recurrenceDays();
            return new Finding(
                    Count.CLOSED, item, Result.COUNTED, facts.demand().place(), closing.at(), closing.lead());
        });
    }

    private static Result by(@Nullable Instant at, Instant end) {
        return ClockMeasures.yes(at != null && !at.isAfter(end));
    }

    private static Stream<Finding> signals(Course course) {
        return IntStream.range(0, course.signals().size()).mapToObj(i -> {
            Course.Signal signal = course.signals().get(i);
            return new Finding(
                    signal.count(), Integer.toString(i), signal.result(), signal.detail(), signal.at(), signal.unit());
        });
    }
}
