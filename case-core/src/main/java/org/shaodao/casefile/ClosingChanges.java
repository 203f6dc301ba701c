package org.shaodao.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.shaodao.clocks.ClockKind;

/** 核验、结案. What judging work and ending a case changes. */
final class ClosingChanges {
    private ClosingChanges() {}

    static CaseFacts after(CaseFacts facts, ClosingEvent event, Instant recordedAt) {
        return switch (event) {
            case ClosingEvent.ReworkOrdered e ->
                facts.changed(e.dispatch(), d -> d.sentBack(e.round()))
                        .withAnswered(false)
                        .withPhase(CasePhase.HANDLING)
                        .ended(null, ClockKind.VERIFICATION, recordedAt)
                        .lapsed(ClockFacts.running(null, ClockKind.FOLLOW_UP), recordedAt);
            case ClosingEvent.Verified e ->
                facts.withPhase(CasePhase.VERIFIED).ended(null, ClockKind.VERIFICATION, recordedAt);
            case ClosingEvent.Closed e ->
                facts.withPhase(CasePhase.CLOSED).ended(null, ClockKind.WHOLE_CASE, recordedAt);
            case ClosingEvent.Reopened e ->
                facts.withPhase(CasePhase.HANDLING)
                        .withAnswered(false)
                        .lapsed(ClockFacts.running(null, ClockKind.FOLLOW_UP), recordedAt)
                        .changed(clock -> clock.is(null, ClockKind.WHOLE_CASE), ClockFacts::resumed);
        };
    }

    static List<CaseEvent> starts(Starting start, ClosingEvent event) {
        return switch (event) {
            case ClosingEvent.ReworkOrdered e ->
                start.ofADispatch(e.dispatch(), EnumSet.of(ClockKind.HANDLING, ClockKind.PROGRESS), e.round());
            case ClosingEvent.Verified e -> start.ofTheCase(ClockKind.FOLLOW_UP);
            case ClosingEvent.Closed e -> List.of();
            case ClosingEvent.Reopened e -> List.of();
        };
    }
}
