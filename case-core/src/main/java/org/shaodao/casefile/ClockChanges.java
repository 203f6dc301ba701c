package org.shaodao.casefile;

import java.util.List;
import java.util.stream.Stream;

/** 时限. What events about clocks change. */
final class ClockChanges {
    private ClockChanges() {}

    static CaseFacts after(CaseFacts facts, ClockEvent event) {
        return switch (event) {
            case ClockEvent.ClocksStarted e ->
                facts.withClocks(
                        Stream.concat(facts.clocks().stream(), started(e)).toList());
            case ClockEvent.DeadlineCorrected e ->
                facts.changed(clock -> clock.is(e.dispatch(), e.clock(), e.round()), ClockFacts::asCorrected);
            case ClockEvent.DeadlineMissed e ->
                facts.changed(clock -> clock.is(e.dispatch(), e.clock(), e.round()), ClockFacts::asMissed);
        };
    }

    private static Stream<ClockFacts> started(ClockEvent.ClocksStarted e) {
        return e.clocks().stream().map(clock -> ClockFacts.started(e.dispatch(), clock, e.startedAt()));
    }

    static List<CaseEvent> starts(ClockEvent event) {
        return switch (event) {
            case ClockEvent.ClocksStarted e -> List.of();
            case ClockEvent.DeadlineCorrected e -> List.of();
            case ClockEvent.DeadlineMissed e -> List.of();
        };
    }
}
