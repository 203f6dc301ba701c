package org.shaodao.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Reckoning;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Rulebook;

/**
 * The clocks that one event starts, by the documents in force; none where the policy pack has no rule.
 *
 * @param facts what is known after the event
 */
record Starting(CaseFacts facts, CaseEvent event, Rulebook rules) {
    static final Set<ClockKind> WITH_EVERY_DISPATCH = Stream.of(ClockKind.values())
            .filter(ClockKind::startsWithDispatch)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClockKind.class)));

    /** The clock of the whole case, which began when the resident spoke. */
    List<CaseEvent> wholeCase() {
        return all(
                null, EnumSet.of(ClockKind.WHOLE_CASE), 1, null, facts.demand().raisedAt());
    }

    /** A clock of the case itself, in its next round. */
    List<CaseEvent> ofTheCase(ClockKind kind) {
        return all(null, EnumSet.of(kind), nextRound(null, kind), null, rules.now());
    }

    /** Clocks of one dispatch; the kind of the whistle that called the unit may choose them. */
    List<CaseEvent> ofADispatch(Integer number, Set<ClockKind> kinds, Integer round) {
        DispatchFacts dispatch = facts.dispatches().get(number);
        WhistleFacts whistle = dispatch == null || dispatch.whistle() == null
                ? null
                : facts.whistles().get(dispatch.whistle());
        return all(number, kinds, round, whistle == null ? null : whistle.kind(), rules.now());
    }

    /** What starts when a unit is called; of whom the district said that they must act cannot hand back. */
    Set<ClockKind> withTheDispatchOf(String unit) {
        Set<ClockKind> kinds = EnumSet.copyOf(WITH_EVERY_DISPATCH);
        if (facts.mustAct().contains(unit)) {
            kinds.remove(ClockKind.HAND_BACK_WINDOW);
        }
        return kinds;
    }

    /** A clock of one dispatch, in its next round. */
    List<CaseEvent> ofADispatch(Integer number, ClockKind kind) {
        return ofADispatch(number, EnumSet.of(kind), nextRound(number, kind));
    }

    /** The street's time to verify, once every unit has answered. */
    List<CaseEvent> verificationIfAllReplied() {
        return facts.answered() && facts.owing().findAny().isEmpty() ? ofTheCase(ClockKind.VERIFICATION) : List.of();
    }

    private int nextRound(@Nullable Integer dispatch, ClockKind kind) {
        return 1
                + (int) facts.clocks().stream()
                        .filter(clock -> clock.is(dispatch, kind))
                        .count();
    }

    private List<CaseEvent> all(
            @Nullable Integer dispatch, Set<ClockKind> kinds, Integer round, @Nullable String whistleKind, Instant at) {
        InForce inForce = rules.inForce();
        Demand demand = facts.demand();
        var set = inForce.pack().content().clockSetFor(demand.category(), demand.kind(), demand.urgency(), whistleKind);
        List<StartedClock> clocks = kinds.stream()
                .flatMap(kind -> set.rule(kind).map(rule -> started(kind, round, rule, at, inForce)).stream())
                .toList();
        return clocks.isEmpty()
                ? List.of()
                : List.of(new ClockEvent.ClocksStarted(
                        event.by(),
                        event.occurredAt(),
                        dispatch,
                        facts.unitOf(dispatch),
                        at,
                        inForce.pack().ref(),
                        inForce.calendar().ref(),
                        clocks));
    }

    private static StartedClock started(ClockKind kind, Integer round, ClockRule rule, Instant at, InForce inForce) {
        return new StartedClock(
                kind,
                round,
                Reckoning.due(at, rule.span(), rule.dayEnd(), inForce.calendar().content()));
    }
}
