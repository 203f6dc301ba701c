package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.casefile.CallingFacts.Handover;
import org.shaodao.clocks.ClockKind;

/** 吹哨、派单. What calls change. Clocks start when a unit is called, never when it acknowledges. */
final class CallingChanges {
    private CallingChanges() {}

    static CaseFacts after(CaseFacts facts, CallingEvent event, Instant recordedAt) {
        return switch (event) {
            case CallingEvent.WhistleBlown e ->
                facts.with(new WhistleFacts(e.whistle(), e.kind(), e.reportMode(), e.reportAt(), false))
                        .withPhase(CasePhase.HANDLING);
            case CallingEvent.Dispatched e -> begun(facts, DispatchFacts.sent(e), recordedAt);
            case CallingEvent.LeadChanged e ->
                facts.handingOver(e.previous(), new Handover(e.dispatch(), e.previousLead()), recordedAt);
            case CallingEvent.WhistleWithdrawn e -> withdrawn(facts, e, recordedAt);
            case CallingEvent.Released e ->
                facts.ending(e.dispatch(), recordedAt)
                        .changed(e.dispatch(), d -> d.withPresence(d.presence().withReleased(true)))
                        .raisedIfNobodyCame();
            case CallingEvent.UnitAskedFor e ->
                facts.changed(e.dispatch(), d -> d.atLeast(DispatchFacts.State.ACKNOWLEDGED, e.by()))
                        .ended(e.dispatch(), ClockKind.ACKNOWLEDGEMENT, recordedAt);
            case CallingEvent.StreetCalled e -> facts;
            case CallingEvent.TakenOn e ->
                DisputeChanges.takenOn(begun(facts, DispatchFacts.takenOn(e), recordedAt), e.dispatch(), recordedAt);
        };
    }

    /** A new lead ends whatever was arranged about the lead before. */
    private static CaseFacts begun(CaseFacts facts, DispatchFacts dispatch, Instant recordedAt) {
        CaseFacts begun = facts.with(dispatch)
                .withPhase(CasePhase.HANDLING)
                .lapsed(ClockFacts.running(null, ClockKind.VERIFICATION), recordedAt);
        return dispatch.lead() ? begun.withoutHandovers() : begun;
    }

    private static CaseFacts withdrawn(CaseFacts facts, CallingEvent.WhistleWithdrawn e, Instant recordedAt) {
        WhistleFacts whistle = facts.whistles().get(e.whistle());
        CaseFacts next = whistle == null ? facts : facts.with(whistle.withWithdrawn(true));
        for (Integer dispatch : e.dispatches()) {
            next = next.ending(dispatch, recordedAt);
        }
        return next.raisedIfNobodyCame();
    }

    static List<CaseEvent> starts(Starting start, CallingEvent event) {
        return switch (event) {
            case CallingEvent.WhistleBlown e -> List.of();
            case CallingEvent.Dispatched e -> start.ofANewDispatch(e.dispatch());
            case CallingEvent.LeadChanged e -> start.firstContactByANewLead(e.dispatch());
            case CallingEvent.WhistleWithdrawn e -> start.verificationIfAllReplied();
            case CallingEvent.Released e -> start.verificationIfAllReplied();
            case CallingEvent.UnitAskedFor e -> List.of();
            case CallingEvent.StreetCalled e -> List.of();
            case CallingEvent.TakenOn e -> start.ofANewDispatch(e.dispatch());
        };
    }
}
