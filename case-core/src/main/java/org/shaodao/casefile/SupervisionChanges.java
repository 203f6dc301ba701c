package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.casefile.SupervisionFacts.Taken;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.PolicyPack.Measure;

/** 督办. What pressure changes: it is counted, and an order asks for a report. */
final class SupervisionChanges {
    private SupervisionChanges() {}

    static CaseFacts after(CaseFacts facts, SupervisionEvent event, Instant recordedAt) {
        SupervisionFacts known = facts.supervision();
        return switch (event) {
            case SupervisionEvent.Reminded e ->
                facts.withSupervision(
                        known.and(new Taken(e.dispatch(), Measure.REMIND, e.rung(), e.clock(), e.round(), true)));
            case SupervisionEvent.SupervisionOrdered e ->
                facts.withSupervision(known.and(
                                new Taken(e.dispatch(), Measure.SUPERVISE, e.rung(), e.clock(), e.round(), false)))
                        .lapsed(ClockFacts.running(e.dispatch(), ClockKind.SUPERVISION), recordedAt);
            case SupervisionEvent.SupervisionReported e ->
                facts.withSupervision(known.reported(e.dispatch()))
                        .ended(e.dispatch(), ClockKind.SUPERVISION, recordedAt);
            case SupervisionEvent.LevelRaised e ->
                facts.withSupervision(
                        known.and(new Taken(e.dispatch(), Measure.RAISE_LEVEL, e.rung(), e.clock(), e.round(), true))
                                .withLevel(e.level()));
        };
    }

    /** The way up ends when nothing that was missed is owed any more, whatever brought that about. */
    static CaseFacts untilNothingIsOwed(CaseFacts facts, Instant at) {
        return facts.clocks().stream().noneMatch(clock -> clock.runs() && clock.kind() == ClockKind.LADDER)
                ? facts
                : facts.lapsed(
                        clock -> clock.kind() == ClockKind.LADDER
                                && Ladder.owed(facts, clock.dispatch())
                                        .findAny()
                                        .isEmpty(),
                        at);
    }

    static List<CaseEvent> starts(Starting start, SupervisionEvent event) {
        return switch (event) {
            case SupervisionEvent.Reminded e -> List.of();
            case SupervisionEvent.SupervisionOrdered e -> start.report(e);
            case SupervisionEvent.SupervisionReported e -> List.of();
            case SupervisionEvent.LevelRaised e -> List.of();
        };
    }
}
