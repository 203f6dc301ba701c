package org.shaodao.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.clocks.ClockKind;
import org.shaodao.sla.Measure.Finding;

/**
 * What the clocks of a case contribute. A clock belongs to the period of its due instant in force; one that ended before
 * it because the case took another turn is out, one that ended so afterwards stays (product rules 7a and 7b).
 */
final class ClockMeasures {
    private ClockMeasures() {}

    static Stream<Finding> of(CaseFacts facts, Course course) {
        return Stream.concat(
                facts.clocks().stream().flatMap(clock -> of(facts, course, clock)),
                facts.whistles().keySet().stream().flatMap(whistle -> whistle(facts, whistle)));
    }

    private static Stream<Finding> of(CaseFacts facts, Course course, ClockFacts clock) {
        Stream<Finding> running = running(clock)
                ? Stream.of(new Finding(
                        Count.RUNNING,
                        item(clock) + "/" + clock.kind(),
                        Result.COUNTED,
                        clock.kind().name(),
                        clock.dueAt(),
                        unitOf(facts, clock)))
                : Stream.empty();
        Stream<Finding> original = clock.kind() == ClockKind.HANDLING && counts(clock, clock.originalDueAt(), false)
                ? Stream.of(finding(
                        Count.HANDLED_ORIGINALLY,
                        handled(facts, course, clock, clock.originalDueAt()),
                        clock.originalDueAt(),
                        facts,
                        clock))
                : Stream.empty();
        Stream<Finding> due = counts(clock, clock.dueAt(), true) ? due(facts, course, clock) : Stream.empty();
        return Stream.of(running, original, due).flatMap(stream -> stream);
    }

    /** Whether somebody must still do what it measures, and time passes. */
    private static boolean running(ClockFacts clock) {
        return clock.counts()
                && !clock.kind().window()
                && clock.kind() != ClockKind.LADDER
                && clock.kind() != ClockKind.PROGRESS;
    }

    /** Whether a clock counts at a due instant of it; while it stands still it has none unless that had passed before. */
    private static boolean counts(ClockFacts clock, Instant due, boolean pauses) {
        boolean turned =
                clock.lapsed() && Objects.requireNonNull(clock.endedAt()).isBefore(due);
        boolean standsStill = pauses && clock.stoppedAt() != null && !due.isBefore(clock.stoppedAt());
        return !turned && !standsStill;
    }

    private static Stream<Finding> due(CaseFacts facts, Course course, ClockFacts clock) {
        return switch (clock.kind()) {
            case ACKNOWLEDGEMENT -> Stream.of(inTime(Count.ACKNOWLEDGED, facts, clock));
            case FIRST_CONTACT -> Stream.of(inTime(Count.CONTACTED, facts, clock));
            case ARRIVAL -> Stream.of(inTime(Count.ARRIVED, facts, clock));
            case HANDLING ->
                Stream.of(finding(
                        Count.HANDLED, handled(facts, course, clock, clock.dueAt()), clock.dueAt(), facts, clock));
            case PROGRESS ->
                seen(facts, clock)
                        ? Stream.of(finding(Count.IDLE, yes(!done(clock, clock.dueAt())), clock.dueAt(), facts, clock))
                        : Stream.empty();
            case HAND_BACK_WINDOW -> {
                boolean silent = clock.dispatch() != null
                        && course.sent(clock.dispatch()).silent();
                yield Stream.of(finding(Count.SILENCE, yes(silent), clock.dueAt(), facts, clock));
            }
            case FOLLOW_UP ->
                Stream.of(new Finding(
                        Count.FOLLOWED_UP,
                        item(clock),
                        course.followUps().getOrDefault(clock.round(), Result.NOBODY_ASKED),
                        clock.dueAt(),
                        CourseChanges.answerable(course, facts)));
            case HAND_BACK_ANSWER,
                    RULING,
                    VERIFICATION,
                    OBJECTION_WINDOW,
                    OBJECTION_ANSWER,
                    REDO_DECISION,
                    COMMITMENT,
                    RATING_WINDOW,
                    PARKING_REVIEW,
                    SUPERVISION,
                    LADDER,
                    OUTSIDE,
                    WHOLE_CASE -> Stream.empty();
        };
    }

    private static Finding inTime(Count count, CaseFacts facts, ClockFacts clock) {
        Result result = done(clock, clock.dueAt()) ? Result.IN_TIME : Result.MISSED;
        return finding(count, result, clock.dueAt(), facts, clock);
    }

    private static Finding finding(Count count, Result result, Instant at, CaseFacts facts, ClockFacts clock) {
        return new Finding(count, item(clock), result, at, unitOf(facts, clock));
    }

    /** Whether what it measures was done by then. */
    private static boolean done(ClockFacts clock, Instant due) {
        return clock.endedAt() != null && !clock.lapsed() && !clock.endedAt().isAfter(due);
    }

    /** A final reply counts once it was accepted; until somebody judged it, it is pending. */
    private static Result handled(CaseFacts facts, Course course, ClockFacts clock, Instant due) {
        if (!done(clock, due) || clock.dispatch() == null) {
            return Result.MISSED;
        }
        if (course.sent(clock.dispatch()).accepted().contains(clock.round())) {
            return Result.IN_TIME;
        }
        DispatchFacts dispatch = facts.dispatches().get(clock.dispatch());
        boolean waits = dispatch != null
                && dispatch.state() == DispatchFacts.State.REPLIED
                && dispatch.round().equals(clock.round());
        return waits ? Result.PENDING : Result.MISSED;
    }

    /** Whether the unit showed in time that it has seen its dispatch; whoever took the matter on themselves had. */
    private static boolean seen(CaseFacts facts, ClockFacts halfway) {
        DispatchFacts dispatch =
                halfway.dispatch() == null ? null : facts.dispatches().get(halfway.dispatch());
        return dispatch != null
                && (dispatch.own()
                        || facts.clocks().stream()
                                .anyMatch(clock -> clock.is(halfway.dispatch(), ClockKind.ACKNOWLEDGEMENT)
                                        && done(clock, halfway.dueAt())));
    }

    private static Stream<Finding> whistle(CaseFacts facts, Integer whistle) {
        List<ClockFacts> arrivals = facts.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.ARRIVAL && called(facts, clock, whistle))
                .filter(clock -> counts(clock, clock.dueAt(), true))
                .toList();
        return arrivals.stream()
                .map(ClockFacts::dueAt)
                .max(Comparator.naturalOrder())
                .map(last -> new Finding(
                        Count.ANSWERED_WHISTLE,
                        whistle.toString(),
                        arrivals.stream().allMatch(clock -> done(clock, clock.dueAt()))
                                ? Result.IN_TIME
                                : Result.MISSED,
                        last,
                        null))
                .stream();
    }

    private static boolean called(CaseFacts facts, ClockFacts clock, Integer whistle) {
        DispatchFacts dispatch =
                clock.dispatch() == null ? null : facts.dispatches().get(clock.dispatch());
        return dispatch != null && whistle.equals(dispatch.whistle());
    }

    static Result yes(boolean yes) {
        return yes ? Result.YES : Result.NO;
    }

    private static String item(ClockFacts clock) {
        return (clock.dispatch() == null ? 0 : clock.dispatch()) + "/" + clock.round();
    }

    /** Who holds it; null = the street or the district. */
    static @Nullable String unitOf(CaseFacts facts, ClockFacts clock) {
        DispatchFacts dispatch =
                clock.dispatch() == null ? null : facts.dispatches().get(clock.dispatch());
        return dispatch == null || !clock.kind().ofTheUnit() ? null : dispatch.unit();
    }
}
