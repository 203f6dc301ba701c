package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;

/** 受理. What the events of an intake change. */
final class IntakeChanges {
    private IntakeChanges() {}

    static CaseFacts after(CaseFacts facts, IntakeEvent event, Instant recordedAt) {
        return switch (event) {
            case IntakeEvent.Raised e -> facts;
            case IntakeEvent.NotAccepted e ->
                facts.withPhase(CasePhase.NOT_ACCEPTED).lapsed(clock -> true, recordedAt);
        };
    }

    static List<CaseEvent> starts(Starting start, IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.Raised e -> start.wholeCase();
            case IntakeEvent.NotAccepted e -> List.of();
        };
    }
}
