package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.clocks.ClockKind;

/** 吹哨、派单. What calls change. Clocks start when a unit is called, never when it acknowledges. */
final class CallingChanges {
    private CallingChanges() {}

    static CaseFacts after(CaseFacts facts, CallingEvent event, Instant recordedAt) {
        return switch (event) {
            case CallingEvent.WhistleBlown e ->
                facts.with(new WhistleFacts(e.whistle(), e.kind(), e.reportMode(), e.reportAt()))
                        .withPhase(CasePhase.HANDLING);
            case CallingEvent.Dispatched e ->
                facts.with(DispatchFacts.sent(e))
                        .withPhase(CasePhase.HANDLING)
                        .lapsed(ClockFacts.running(null, ClockKind.VERIFICATION), recordedAt);
        };
    }

    static List<CaseEvent> starts(Starting start, CallingEvent event) {
        return switch (event) {
            case CallingEvent.WhistleBlown e -> List.of();
            case CallingEvent.Dispatched e -> start.ofADispatch(e.dispatch(), start.withTheDispatchOf(e.unit()), 1);
        };
    }
}
