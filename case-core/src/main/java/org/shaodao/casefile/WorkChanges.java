package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.casefile.DispatchFacts.State;
import org.shaodao.clocks.ClockKind;

/** 办理. What a unit's work changes. What ends a clock counts when it was recorded (rule 9). */
final class WorkChanges {
    private WorkChanges() {}

    static CaseFacts after(CaseFacts facts, WorkEvent event, Instant recordedAt) {
        return switch (event) {
            case WorkEvent.Acknowledged e ->
                facts.changed(e.dispatch(), d -> d.atLeast(State.ACKNOWLEDGED, e.by()))
                        .ended(e.dispatch(), ClockKind.ACKNOWLEDGEMENT, recordedAt);
            case WorkEvent.Accepted e ->
                DisputeChanges.takenOn(
                        facts.changed(e.dispatch(), d -> d.acceptedBy(e.handler(), e.by()))
                                .ended(e.dispatch(), ClockKind.ACKNOWLEDGEMENT, recordedAt),
                        e.dispatch(),
                        recordedAt);
            case WorkEvent.Replied e -> replied(facts, e, recordedAt);
        };
    }

    private static CaseFacts replied(CaseFacts facts, WorkEvent.Replied e, Instant recordedAt) {
        CaseFacts seen = facts.changed(e.dispatch(), d -> d.atLeast(State.ACKNOWLEDGED, e.by()))
                .ended(e.dispatch(), ClockKind.ACKNOWLEDGEMENT, recordedAt);
        return switch (e.kind()) {
            case INTERIM -> seen;
            case FINAL ->
                DisputeChanges.takenOn(
                        seen.changed(e.dispatch(), d -> d.atLeast(State.REPLIED, e.by()))
                                .withAnswered(true)
                                .ended(e.dispatch(), ClockKind.HANDLING, recordedAt),
                        e.dispatch(),
                        recordedAt);
        };
    }

    static List<CaseEvent> starts(Starting start, WorkEvent event) {
        return switch (event) {
            case WorkEvent.Acknowledged e -> List.of();
            case WorkEvent.Accepted e -> List.of();
            case WorkEvent.Replied e -> start.verificationIfAllReplied();
        };
    }
}
