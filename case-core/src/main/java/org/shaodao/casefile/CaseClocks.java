package org.shaodao.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.InForce;

/**
 * Which steps start which clocks, and which end them. Clocks start when a unit is called, never when it acknowledges;
 * what ends them counts when it was recorded (rule 9).
 */
final class CaseClocks {
    private static final Set<ClockKind> OF_A_DISPATCH = EnumSet.of(ClockKind.ACKNOWLEDGEMENT, ClockKind.HANDLING);

    private CaseClocks() {}

    /** The clocks after one more event; never throws, whatever the event says. */
    static List<ClockFacts> after(List<ClockFacts> clocks, CaseEvent event, Instant recordedAt) {
        return switch (event) {
            case CaseEvent.Raised e -> started(List.of(), null, e);
            case CaseEvent.NotAccepted e -> ended(clocks, clock -> true, recordedAt);
            case CaseEvent.WhistleBlown e -> clocks;
            case CaseEvent.Dispatched e -> started(clocks, e.dispatch(), e);
            case CaseEvent.Acknowledged e -> ended(clocks, of(e.dispatch(), ClockKind.ACKNOWLEDGEMENT), recordedAt);
            case CaseEvent.Accepted e -> ended(clocks, of(e.dispatch(), ClockKind.ACKNOWLEDGEMENT), recordedAt);
            case CaseEvent.Replied e ->
                switch (e.kind()) {
                    case INTERIM -> ended(clocks, of(e.dispatch(), ClockKind.ACKNOWLEDGEMENT), recordedAt);
                    case FINAL -> started(ended(clocks, whatAReplyEnds(e.dispatch()), recordedAt), null, e);
                };
            case CaseEvent.ReworkOrdered e ->
                started(ended(clocks, of(null, ClockKind.VERIFICATION), recordedAt), e.dispatch(), e);
            case CaseEvent.Verified e -> started(ended(clocks, of(null, ClockKind.VERIFICATION), recordedAt), null, e);
            case CaseEvent.FollowedUp e -> ended(clocks, of(null, ClockKind.FOLLOW_UP), recordedAt);
            case CaseEvent.Closed e -> ended(clocks, clock -> clock.kind() != ClockKind.FOLLOW_UP, recordedAt);
            case CaseEvent.Reopened e -> changed(clocks, of(null, ClockKind.WHOLE_CASE), clock -> clock.ended(null));
            case CaseEvent.DeadlineMissed e ->
                changed(clocks, clock -> clock.is(e.dispatch(), e.clock(), e.round()), ClockFacts::asMissed);
        };
    }

    /**
     * The event with the clocks that it starts.
     *
     * @param after what is known after it
     * @param whistleKind code of the kind of the whistle that the event belongs to; null = none
     */
    static CaseEvent withClocks(CaseFacts after, CaseEvent event, @Nullable String whistleKind, InForce rules) {
        Starting start = new Starting(after, event.occurredAt(), whistleKind, rules);
        return switch (event) {
            case CaseEvent.Raised e ->
                start.ofTheCase(ClockKind.WHOLE_CASE).map(e::with).orElse(e);
            case CaseEvent.Dispatched e ->
                start.all(OF_A_DISPATCH, 1).map(e::with).orElse(e);
            case CaseEvent.ReworkOrdered e ->
                start.all(EnumSet.of(ClockKind.HANDLING), e.round())
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
        its.started().forEach(clock -> all.add(ClockFacts.started(dispatch, clock, event.occurredAt())));
        return List.copyOf(all);
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
