package org.shaodao.casefile;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.shaodao.casefile.DisputeFacts.State;
import org.shaodao.clocks.ClockKind;

/** 派单异议. What disputes change. The clock of handling runs on until the dispatch ends 首接负责. */
final class DisputeChanges {
    private DisputeChanges() {}

    static CaseFacts after(CaseFacts facts, DisputeEvent event, Instant recordedAt) {
        return switch (event) {
            case DisputeEvent.HandedBack e ->
                facts.changed(
                                e.dispatch(),
                                d -> d.atLeast(DispatchFacts.State.ACKNOWLEDGED, e.by())
                                        .withDispute(DisputeFacts.handedBack(e, recordedAt)))
                        .ended(e.dispatch(), ClockKind.ACKNOWLEDGEMENT, recordedAt)
                        .ended(e.dispatch(), ClockKind.HAND_BACK_WINDOW, recordedAt);
            case DisputeEvent.HandBackRejected e -> facts;
            case DisputeEvent.HandBackAgreed e ->
                succeeded(
                        facts.ended(e.dispatch(), ClockKind.HAND_BACK_ANSWER, recordedAt),
                        e.dispatch(),
                        State.AGREED,
                        recordedAt);
            case DisputeEvent.HandBackRefused e ->
                facts.changed(e.dispatch(), d -> d.withDispute(d.dispute().withRefusedBy(e.by().person())))
                        .ended(e.dispatch(), ClockKind.HAND_BACK_ANSWER, recordedAt);
            case DisputeEvent.DisputeReferred e ->
                disputed(facts, e.dispatch(), State.REFERRED)
                        .lapsed(ClockFacts.running(e.dispatch(), ClockKind.HAND_BACK_ANSWER), recordedAt);
            case DisputeEvent.Heard e -> facts;
            case DisputeEvent.DisputeRuled e -> ruled(facts, e, recordedAt);
            case DisputeEvent.Designated e -> mustAct(facts, e.unit(), recordedAt);
            case DisputeEvent.DeemedAccepted e ->
                takenOn(
                        facts.changed(e.dispatch(), DispatchFacts::deemedAccepted)
                                .lapsed(ClockFacts.running(e.dispatch(), ClockKind.HAND_BACK_WINDOW), recordedAt),
                        e.dispatch(),
                        recordedAt);
        };
    }

    /** A unit took its dispatch on: nothing of it is disputed any more, and whoever led before is free. */
    static CaseFacts takenOn(CaseFacts facts, Integer dispatch, Instant at) {
        return facts.changed(dispatch, d -> d.withDispute(d.dispute().withdrawn()))
                .ended(dispatch, ClockKind.HAND_BACK_WINDOW, at)
                .lapsed(ClockFacts.running(dispatch, ClockKind.HAND_BACK_ANSWER), at)
                .lapsed(ClockFacts.running(dispatch, ClockKind.RULING), at)
                .takingOver(dispatch, at);
    }

    private static CaseFacts ruled(CaseFacts facts, DisputeEvent.DisputeRuled e, Instant recordedAt) {
        CaseFacts over = facts.ended(e.dispatch(), ClockKind.RULING, recordedAt);
        CaseFacts ruled = e.upheld()
                ? succeeded(over, e.dispatch(), State.UPHELD, recordedAt)
                : disputed(over, e.dispatch(), State.REJECTED);
        return e.responsible() == null
                ? ruled
                : e.upheld()
                        ? mustAct(ruled, e.responsible(), recordedAt)
                        : ruled.withMustAct(and(ruled, e.responsible()));
    }

    /** The unit was right: its dispatch is over, though a lead stays responsible until another takes the matter on. */
    private static CaseFacts succeeded(CaseFacts facts, Integer dispatch, State state, Instant at) {
        return over(
                disputed(facts, dispatch, state)
                        .changed(dispatch, d -> d.withDispute(d.dispute().withResponsible(d.lead()))),
                dispatch,
                at);
    }

    /** The district said who must act: what else the unit had in hand of this case becomes part of that. */
    private static CaseFacts mustAct(CaseFacts facts, String unit, Instant at) {
        CaseFacts named = facts.withMustAct(and(facts, unit));
        for (DispatchFacts other :
                facts.atWork().filter(d -> d.unit().equals(unit)).toList()) {
            named = over(named, other.number(), at);
        }
        return named;
    }

    private static CaseFacts over(CaseFacts facts, Integer dispatch, Instant at) {
        return facts.changed(dispatch, DispatchFacts::ended).lapsed(clock -> dispatch.equals(clock.dispatch()), at);
    }

    private static CaseFacts disputed(CaseFacts facts, Integer dispatch, State state) {
        return facts.changed(dispatch, d -> d.withDispute(d.dispute().withState(state)));
    }

    private static SortedSet<String> and(CaseFacts facts, String unit) {
        SortedSet<String> all = new TreeSet<>(facts.mustAct());
        all.add(unit);
        return Collections.unmodifiableSortedSet(all);
    }

    static List<CaseEvent> starts(Starting start, DisputeEvent event) {
        return switch (event) {
            case DisputeEvent.HandedBack e -> start.ofADispatch(e.dispatch(), ClockKind.HAND_BACK_ANSWER);
            case DisputeEvent.HandBackRejected e -> List.of();
            case DisputeEvent.HandBackAgreed e -> start.verificationIfAllReplied();
            case DisputeEvent.HandBackRefused e -> List.of();
            case DisputeEvent.DisputeReferred e -> start.ofADispatch(e.dispatch(), ClockKind.RULING);
            case DisputeEvent.Heard e -> List.of();
            case DisputeEvent.DisputeRuled e -> e.responsible() == null ? start.verificationIfAllReplied() : List.of();
            case DisputeEvent.Designated e -> List.of();
            case DisputeEvent.DeemedAccepted e -> List.of();
        };
    }
}
