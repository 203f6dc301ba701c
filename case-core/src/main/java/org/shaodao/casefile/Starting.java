package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.documents.ClockSet;
import org.shaodao.documents.Rulebook;

/**
 * The clocks that one event starts, by the documents in force; none where the policy pack has no rule.
 *
 * @param facts what is known after the event
 */
record Starting(CaseFacts facts, CaseEvent event, Rulebook rules) {
    /** The clock of the whole case, which began when the resident spoke. */
    List<CaseEvent> wholeCase() {
        return all(null, EnumSet.of(ClockKind.WHOLE_CASE), 1, facts.demand().raisedAt());
    }

    /** Clocks of the case itself, each in its next round. */
    List<CaseEvent> ofTheCase(ClockKind... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> all(null, EnumSet.of(kind), nextRound(null, kind), rules.now()).stream())
                .toList();
    }

    /** A clock of the case itself, in its next round, that is due when somebody decided. */
    List<CaseEvent> ofTheCase(ClockKind kind, Due due) {
        return started(null, rules.now(), List.of(new StartedClock(kind, nextRound(null, kind), due)));
    }

    /** What a unit called now has to do by when; nobody called whoever takes a matter on itself 自办. */
    List<CaseEvent> ofANewDispatch(Integer number) {
        DispatchFacts dispatch = facts.dispatches().get(number);
        return dispatch == null ? List.of() : ofADispatch(number, asked(dispatch), 1);
    }

    /** What is asked of whoever is called so. */
    private Set<ClockKind> asked(DispatchFacts dispatch) {
        boolean leads = dispatch.lead() && !facts.demand().anonymous();
        return Stream.of(ClockKind.values())
                .filter(kind -> kind.startsWithDispatch(leads, dispatch.whistle() != null))
                .filter(kind ->
                        kind != ClockKind.HAND_BACK_WINDOW || !facts.mustAct().contains(dispatch.unit()))
                .filter(kind -> !dispatch.own() || !kind.concernsTheCall())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClockKind.class)));
    }

    private boolean done(ClockKind kind, DispatchFacts dispatch) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> dispatch.state() != DispatchFacts.State.SENT;
            case FIRST_CONTACT -> contacted(dispatch.number());
            case HAND_BACK_WINDOW ->
                dispatch.state().compareTo(DispatchFacts.State.ACCEPTED) >= 0
                        || dispatch.dispute().state() != DisputeFacts.State.NONE;
            case ARRIVAL -> dispatch.presence().arrivedAt() != null;
            case HANDLING,
                    PROGRESS,
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
                    OUTSIDE,
                    WHOLE_CASE -> false;
        };
    }

    /** What the rules that fit now ask and those before did not, from when the unit was called. */
    List<CaseEvent> missingAfterACorrection() {
        return facts.parking().parked() ? List.of() : missing();
    }

    private List<CaseEvent> missing() {
        return facts.atWork()
                .flatMap(dispatch -> {
                    List<ClockFacts> known = facts.clocks().stream()
                            .filter(clock -> dispatch.number().equals(clock.dispatch()))
                            .toList();
                    Set<ClockKind> missing = asked(dispatch);
                    missing.removeIf(kind -> known.isEmpty() || done(kind, dispatch));
                    known.forEach(clock -> missing.remove(clock.kind()));
                    Instant called = known.stream()
                            .map(ClockFacts::startedAt)
                            .min(Comparator.naturalOrder())
                            .orElse(rules.now());
                    return all(dispatch.number(), missing, 1, called).stream();
                })
                .toList();
    }

    /** Clocks of one dispatch; the kind of the whistle that called the unit may choose them. */
    List<CaseEvent> ofADispatch(Integer number, Set<ClockKind> kinds, Integer round) {
        return all(number, kinds, round, rules.now());
    }

    /** Whoever is to lead from now on has to contact the resident, unless somebody of the case did. */
    List<CaseEvent> firstContactByANewLead(Integer dispatch) {
        return contacted(dispatch) || facts.demand().anonymous()
                ? List.of()
                : ofADispatch(dispatch, ClockKind.FIRST_CONTACT);
    }

    /** Whether this unit has to contact the resident already, or somebody of the case did. */
    private boolean contacted(Integer dispatch) {
        return facts.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.FIRST_CONTACT)
                .anyMatch(clock -> dispatch.equals(clock.dispatch()) || !clock.runs() && !clock.lapsed());
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

    /** A clock of the case itself that runs through a day somebody named. */
    List<CaseEvent> through(LocalDate day, ClockKind kind, Integer round) {
        Due due = Reckoning.through(day, rules.now(), rules.inForce().calendar().content());
        return started(null, rules.now(), List.of(new StartedClock(kind, round, due)));
    }

    /** Until a supervision order is reported on: as it says, otherwise as the policy pack says. */
    List<CaseEvent> report(SupervisionEvent.SupervisionOrdered e) {
        Integer dispatch = e.dispatch();
        Instant dueAt = e.dueAt();
        if (dueAt != null) {
            return dueBy(
                    dispatch,
                    ClockKind.SUPERVISION,
                    Due.given(dueAt, rules.inForce().calendar().content()));
        }
        return dispatch == null ? ofTheCase(ClockKind.SUPERVISION) : ofADispatch(dispatch, ClockKind.SUPERVISION);
    }

    /** Until the ladder is to be looked at again. */
    List<CaseEvent> nextRung(@Nullable Integer dispatch) {
        return new Ladder(facts, rules)
                .next(dispatch)
                .filter(due -> facts.clocks().stream()
                        .filter(ClockFacts.running(dispatch, ClockKind.LADDER))
                        .noneMatch(clock -> clock.dueAt().equals(due.at())))
                .map(due -> dueBy(dispatch, ClockKind.LADDER, due))
                .orElse(List.of());
    }

    /** A clock that is due at an instant known otherwise than by its rule, in its next round. */
    private List<CaseEvent> dueBy(@Nullable Integer dispatch, ClockKind kind, Due due) {
        return started(dispatch, rules.now(), List.of(new StartedClock(kind, nextRound(dispatch, kind), due)));
    }

    private int nextRound(@Nullable Integer dispatch, ClockKind kind) {
        return 1
                + (int) facts.clocks().stream()
                        .filter(clock -> clock.is(dispatch, kind))
                        .count();
    }

    private List<CaseEvent> all(@Nullable Integer dispatch, Set<ClockKind> kinds, Integer round, Instant at) {
        ClockSet set = clockSet(facts, dispatch, rules);
        return started(
                dispatch,
                at,
                kinds.stream()
                        .flatMap(kind -> clock(dispatch, kind, round, set, at).stream())
                        .toList());
    }

    private List<CaseEvent> started(@Nullable Integer dispatch, Instant at, List<StartedClock> clocks) {
        return clocks.isEmpty()
                ? List.of()
                : List.of(new ClockEvent.ClocksStarted(
                        event.by(),
                        event.occurredAt(),
                        dispatch,
                        facts.unitOf(dispatch),
                        at,
                        rules.inForce().pack().ref(),
                        rules.inForce().calendar().ref(),
                        clocks));
    }

    /** By its rule, unless a time was appointed or somebody was promised more. */
    private Optional<StartedClock> clock(
            @Nullable Integer dispatch, ClockKind kind, Integer round, ClockSet set, Instant at) {
        return set.due(kind, at, calendar())
                .map(due -> decided(dispatch, kind, at, due.at())
                        .map(other -> new StartedClock(kind, round, other))
                        .orElseGet(() -> new StartedClock(
                                kind, round, due, set.rule(kind).orElse(null))));
    }

    /** Who was called early enough to an appointed time has to be there then; the earliest promise to a resident holds. */
    private Optional<Due> decided(@Nullable Integer dispatch, ClockKind kind, Instant at, Instant byRule) {
        WhistleFacts whistle = whistle(facts, dispatch);
        if (kind == ClockKind.ARRIVAL && whistle != null) {
            return CallingRules.appointment(whistle, at, rules)
                    .map(reportAt -> Reckoning.appointed(at, reportAt, calendar()));
        }
        return LinkRules.held(kind, dispatch == null ? null : facts.dispatches().get(dispatch))
                ? facts.link().earlier(kind, rules.now(), byRule).map(promise -> promise.due(calendar()))
                : Optional.empty();
    }

    /** The other system that a duplicate came from waits for its result, wherever the matter is handled now. */
    List<CaseEvent> outsideOfADuplicate() {
        boolean runs = facts.clocks().stream().anyMatch(ClockFacts.running(null, ClockKind.OUTSIDE));
        return runs
                ? List.of()
                : facts.link()
                        .earlier(ClockKind.OUTSIDE, rules.now(), Instant.MAX)
                        .map(promise -> dueBy(null, ClockKind.OUTSIDE, promise.due(calendar())))
                        .orElse(List.of());
    }

    private WorkingCalendar calendar() {
        return rules.inForce().calendar().content();
    }

    /** The rules that the clocks of a dispatch, or of the case itself, go by. */
    static ClockSet clockSet(CaseFacts facts, @Nullable Integer dispatch, Rulebook rules) {
        WhistleFacts whistle = whistle(facts, dispatch);
        Demand demand = facts.demand();
        return rules.inForce()
                .pack()
                .content()
                .clockSetFor(
                        demand.category(), demand.kind(), demand.urgency(), whistle == null ? null : whistle.kind());
    }

    private static @Nullable WhistleFacts whistle(CaseFacts facts, @Nullable Integer dispatch) {
        DispatchFacts called = dispatch == null ? null : facts.dispatches().get(dispatch);
        return called == null || called.whistle() == null
                ? null
                : facts.whistles().get(called.whistle());
    }
}
