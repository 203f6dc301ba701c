package org.shaodao.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/**
 * Which steps start which clocks, and which end them. Clocks start when a unit is called, never when it acknowledges;
 * what ends them counts when it was recorded (rule 9).
 */
final class CaseClocks {
    private static final By WATCHER = new By("deadline-watcher", null, Role.SYSTEM, null);
    private static final Set<ClockKind> OF_A_DISPATCH = Stream.of(ClockKind.values())
            .filter(ClockKind::startsWithDispatch)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClockKind.class)));

    private CaseClocks() {}

    /** The clocks after one more event; never throws, whatever the event says. */
    static List<ClockFacts> after(List<ClockFacts> clocks, CaseEvent event, Instant recordedAt) {
        return switch (event) {
            case CaseEvent.Raised e -> started(List.of(), null, e);
            case CaseEvent.NotAccepted e -> lapsed(clocks, clock -> true, recordedAt);
            case CaseEvent.WhistleBlown e -> clocks;
            case CaseEvent.Dispatched e ->
                started(lapsed(clocks, of(null, ClockKind.VERIFICATION), recordedAt), e.dispatch(), e);
            case CaseEvent.Acknowledged e -> ended(clocks, of(e.dispatch(), ClockKind.ACKNOWLEDGEMENT), recordedAt);
            case CaseEvent.Accepted e -> ended(clocks, of(e.dispatch(), ClockKind.ACKNOWLEDGEMENT), recordedAt);
            case CaseEvent.Replied e ->
                switch (e.kind()) {
                    case INTERIM -> ended(clocks, of(e.dispatch(), ClockKind.ACKNOWLEDGEMENT), recordedAt);
                    case FINAL -> started(ended(clocks, whatAReplyEnds(e.dispatch()), recordedAt), null, e);
                };
            case CaseEvent.ReworkOrdered e ->
                started(
                        lapsed(
                                ended(clocks, of(null, ClockKind.VERIFICATION), recordedAt),
                                of(null, ClockKind.FOLLOW_UP),
                                recordedAt),
                        e.dispatch(),
                        e);
            case CaseEvent.Verified e -> started(ended(clocks, of(null, ClockKind.VERIFICATION), recordedAt), null, e);
            case CaseEvent.FollowedUp e -> ended(clocks, of(null, ClockKind.FOLLOW_UP), recordedAt);
            case CaseEvent.Closed e -> ended(clocks, of(null, ClockKind.WHOLE_CASE), recordedAt);
            case CaseEvent.Reopened e ->
                changed(
                        lapsed(clocks, of(null, ClockKind.FOLLOW_UP), recordedAt),
                        of(null, ClockKind.WHOLE_CASE),
                        clock -> clock.ended(null));
            case CaseEvent.DeadlineMissed e ->
                changed(clocks, clock -> clock.is(e.dispatch(), e.clock(), e.round()), ClockFacts::asMissed);
        };
    }

    /**
     * The deadlines that passed before anybody noticed, and that a step would now end: they are missed first.
     *
     * @param before what is known before the step
     * @param after what would be known after it
     */
    static List<CaseEvent> missedBy(CaseFacts before, CaseFacts after, Instant now) {
        List<CaseEvent> missed = new ArrayList<>();
        for (ClockFacts clock : before.clocks()) {
            boolean ends = after.clocks().stream()
                    .anyMatch(then -> then.is(clock.dispatch(), clock.kind(), clock.round()) && !then.runs());
            if (clock.runs() && !clock.missed() && clock.dueAt().isBefore(now) && ends) {
                missed.add(missed(before, clock, WATCHER, now));
            }
        }
        return missed;
    }

    /** That a clock was found to be missed. */
    static CaseEvent missed(CaseFacts facts, ClockFacts clock, By by, Instant now) {
        DispatchFacts dispatch =
                clock.dispatch() == null ? null : facts.dispatches().get(clock.dispatch());
        return new CaseEvent.DeadlineMissed(
                by,
                clock.dueAt(),
                clock.dispatch(),
                dispatch == null ? null : dispatch.unit(),
                clock.kind(),
                clock.round(),
                clock.dueAt(),
                now);
    }

    /**
     * The event with the clocks that it starts.
     *
     * @param after what is known after it
     */
    static CaseEvent withClocks(CaseFacts after, CaseEvent event, Rulebook rules) {
        Starting start = new Starting(after, rules);
        return switch (event) {
            case CaseEvent.Raised e -> start.wholeCase().map(e::with).orElse(e);
            case CaseEvent.Dispatched e ->
                start.ofADispatch(e.dispatch(), OF_A_DISPATCH, 1).map(e::with).orElse(e);
            case CaseEvent.ReworkOrdered e ->
                start.ofADispatch(e.dispatch(), EnumSet.of(ClockKind.HANDLING), e.round())
                        .map(e::with)
                        .orElse(e);
            case CaseEvent.Replied e ->
                after.answered() && after.atWork().findAny().isEmpty()
                        ? start.ofTheCase(ClockKind.VERIFICATION).map(e::with).orElse(e)
                        : e;
            case CaseEvent.Verified e ->
                start.ofTheCase(ClockKind.FOLLOW_UP).map(e::with).orElse(e);
            case CaseEvent.NotAccepted e -> e;
            case CaseEvent.WhistleBlown e -> e;
            case CaseEvent.Acknowledged e -> e;
            case CaseEvent.Accepted e -> e;
            case CaseEvent.FollowedUp e -> e;
            case CaseEvent.Closed e -> e;
            case CaseEvent.Reopened e -> e;
            case CaseEvent.DeadlineMissed e -> e;
        };
    }

    private static Predicate<ClockFacts> whatAReplyEnds(Integer dispatch) {
        return of(dispatch, ClockKind.ACKNOWLEDGEMENT).or(of(dispatch, ClockKind.HANDLING));
    }

    private static Predicate<ClockFacts> of(@Nullable Integer dispatch, ClockKind kind) {
        return clock -> Objects.equals(clock.dispatch(), dispatch) && clock.kind() == kind;
    }

    private static List<ClockFacts> started(List<ClockFacts> clocks, @Nullable Integer dispatch, CaseEvent event) {
        StartedClocks its = event.clocks();
        if (its == null) {
            return clocks;
        }
        List<ClockFacts> all = new ArrayList<>(clocks);
        its.started().forEach(clock -> all.add(ClockFacts.started(dispatch, clock, its.at())));
        return List.copyOf(all);
    }

    private static List<ClockFacts> lapsed(List<ClockFacts> clocks, Predicate<ClockFacts> which, Instant at) {
        return changed(clocks, which.and(ClockFacts::runs), clock -> clock.lapsed(at));
    }

    private static List<ClockFacts> ended(List<ClockFacts> clocks, Predicate<ClockFacts> which, Instant at) {
        return changed(clocks, which.and(ClockFacts::runs), clock -> clock.ended(at));
    }

    private static List<ClockFacts> changed(
            List<ClockFacts> clocks, Predicate<ClockFacts> which, UnaryOperator<ClockFacts> change) {
        return clocks.stream()
                .map(clock -> which.test(clock) ? change.apply(clock) : clock)
                .toList();
    }
}
