package org.shaodao.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.documents.ClockSet;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Rulebook;

/**
 * The clocks that one event starts, by the documents in force; none where the policy pack has no rule.
 *
 * @param facts what is known after the event
 */
record Starting(CaseFacts facts, CaseEvent event, Rulebook rules) {
    /** The clock of the whole case, which began when the resident spoke. */
    List<CaseEvent> wholeCase() {
        return all(
                null, EnumSet.of(ClockKind.WHOLE_CASE), 1, null, facts.demand().raisedAt());
    }

    /** A clock of the case itself, in its next round. */
    List<CaseEvent> ofTheCase(ClockKind kind) {
        return all(null, EnumSet.of(kind), nextRound(null, kind), null, rules.now());
    }

    /** What a unit called now has to do by when; nobody called whoever takes a matter on itself 自办. */
    List<CaseEvent> ofANewDispatch(Integer number) {
        DispatchFacts dispatch = facts.dispatches().get(number);
        if (dispatch == null) {
            return List.of();
        }
        boolean leads = dispatch.lead() && !facts.demand().anonymous();
        Set<ClockKind> kinds = Stream.of(ClockKind.values())
                .filter(kind -> kind.startsWithDispatch(leads, dispatch.whistle() != null))
                .filter(kind ->
                        kind != ClockKind.HAND_BACK_WINDOW || !facts.mustAct().contains(dispatch.unit()))
                .filter(kind -> !dispatch.own() || !kind.concernsTheCall())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClockKind.class)));
        return ofADispatch(number, kinds, 1);
    }

    /** Clocks of one dispatch; the kind of the whistle that called the unit may choose them. */
    List<CaseEvent> ofADispatch(Integer number, Set<ClockKind> kinds, Integer round) {
        DispatchFacts dispatch = facts.dispatches().get(number);
        WhistleFacts whistle = dispatch == null || dispatch.whistle() == null
                ? null
                : facts.whistles().get(dispatch.whistle());
        return all(number, kinds, round, whistle, rules.now());
    }

    /** A clock of one dispatch, in its next round. */
    List<CaseEvent> ofADispatch(Integer number, ClockKind kind) {
        return ofADispatch(number, EnumSet.of(kind), nextRound(number, kind));
    }

    /** The time to verify, once every unit has answered. */
    List<CaseEvent> verificationIfAllReplied() {
        boolean runs = facts.clocks().stream().anyMatch(ClockFacts.running(null, ClockKind.VERIFICATION));
        return facts.answered() && facts.owing().findAny().isEmpty() && !runs
                ? ofTheCase(ClockKind.VERIFICATION)
                : List.of();
    }

    private int nextRound(@Nullable Integer dispatch, ClockKind kind) {
        return 1
                + (int) facts.clocks().stream()
                        .filter(clock -> clock.is(dispatch, kind))
                        .count();
    }

    private List<CaseEvent> all(
            @Nullable Integer dispatch,
            Set<ClockKind> kinds,
            Integer round,
            @Nullable WhistleFacts whistle,
            Instant at) {
        InForce inForce = rules.inForce();
        Demand demand = facts.demand();
        WorkingCalendar calendar = inForce.calendar().content();
        ClockSet set = inForce.pack()
                .content()
                .clockSetFor(
                        demand.category(), demand.kind(), demand.urgency(), whistle == null ? null : whistle.kind());
        List<StartedClock> clocks = kinds.stream()
                .flatMap(kind -> set
                        .due(kind, at, calendar)
                        .map(due -> new StartedClock(kind, round, appointed(kind, at, due, whistle, calendar)))
                        .stream())
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

    /** Who was called to an appointed time has to be there then; by the rule where that had passed when it was recorded. */
    private static Due appointed(
            ClockKind kind, Instant at, Due byTheRule, @Nullable WhistleFacts whistle, WorkingCalendar calendar) {
        Instant reportAt = whistle == null ? null : whistle.reportAt();
        return kind == ClockKind.ARRIVAL && reportAt != null && reportAt.isAfter(at)
                ? Reckoning.appointed(at, reportAt, calendar)
                : byTheRule;
    }
}
