package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.casefile.CommitmentFacts.State;
import org.shaodao.clocks.ClockKind;

/** 承诺. What promises change. */
final class CommitmentChanges {
    private CommitmentChanges() {}

    static CaseFacts after(CaseFacts facts, CommitmentEvent event, Instant recordedAt) {
        return switch (event) {
            case CommitmentEvent.CommitmentMade e ->
                facts.with(new CommitmentFacts(e.commitment(), e.unit(), e.dueOn(), State.OPEN, false));
            case CommitmentEvent.CommitmentKept e ->
                facts.promised(e.commitment(), promise -> promise.withState(State.KEPT))
                        .changed(clock -> of(e.commitment(), clock), clock -> clock.ended(recordedAt));
            case CommitmentEvent.CommitmentBroken e ->
                facts.promised(e.commitment(), promise -> promise.withState(State.BROKEN))
                        .lapsed(clock -> of(e.commitment(), clock), recordedAt);
            case CommitmentEvent.ReopeningPutForward e ->
                facts.promised(e.commitment(), promise -> promise.withPutForward(true));
            case CommitmentEvent.ReopeningDeclined e ->
                facts.promised(e.commitment(), promise -> promise.withPutForward(false));
        };
    }

    /** Whether it is the running clock of this commitment. */
    private static boolean of(Integer commitment, ClockFacts clock) {
        return clock.runs() && clock.is(null, ClockKind.COMMITMENT, commitment);
    }

    static List<CaseEvent> starts(Starting start, CommitmentEvent event) {
        return switch (event) {
            case CommitmentEvent.CommitmentMade e -> start.through(e.dueOn(), ClockKind.COMMITMENT, e.commitment());
            case CommitmentEvent.CommitmentKept e -> List.of();
            case CommitmentEvent.CommitmentBroken e -> List.of();
            case CommitmentEvent.ReopeningPutForward e -> List.of();
            case CommitmentEvent.ReopeningDeclined e -> List.of();
        };
    }
}
