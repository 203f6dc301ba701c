package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;

/** 时限. What events about clocks change. */
final class ClockChanges {
    private ClockChanges() {}

    static CaseFacts after(CaseFacts facts, ClockEvent event) {
        return switch (event) {
            case ClockEvent.DeadlineCorrected e ->
                facts.changed(clock -> clock.is(e.dispatch(), e.clock(), e.round()), ClockFacts::asCorrected);
            case ClockEvent.ClocksStarted e -> {
                boolean up = e.clocks().stream().anyMatch(clock -> clock.kind() == ClockKind.LADDER);
                CaseFacts before = up ? wayUpTaken(facts, e.dispatch(), e.startedAt()) : facts;
                yield before.withClocks(
                        Stream.concat(before.clocks().stream(), started(e)).toList());
            }
            case ClockEvent.DeadlinesRevised e -> {
                CaseFacts revised = facts;
                for (StartedClock clock : e.clocks()) {
                    revised = revised.changed(
                            known -> known.runs() && known.is(e.dispatch(), clock.kind(), clock.round()),
                            known -> known.revised(clock, e.cause()));
                }
                yield revised;
            }
            case ClockEvent.DeadlineMissed e -> {
                CaseFacts missed =
                        facts.changed(clock -> clock.is(e.dispatch(), e.clock(), e.round()), ClockFacts::asMissed);
                yield e.clock() == ClockKind.LADDER ? wayUpTaken(missed, e.dispatch(), e.observedAt()) : missed;
            }
            case ClockEvent.WindowClosed e ->
                facts.lapsed(clock -> clock.is(e.dispatch(), e.clock(), e.round()), e.dueAt());
        };
    }

    /** The clock of the ladder only says when to look: one was reached, or an earlier one takes its place. */
    private static CaseFacts wayUpTaken(CaseFacts facts, @Nullable Integer dispatch, Instant at) {
        return facts.lapsed(ClockFacts.running(dispatch, ClockKind.LADDER), at);
    }

    private static Stream<ClockFacts> started(ClockEvent.ClocksStarted e) {
        return e.clocks().stream().map(clock -> ClockFacts.started(e.dispatch(), clock, e.startedAt()));
    }

    static List<CaseEvent> starts(Starting start, ClockEvent event) {
        return switch (event) {
            case ClockEvent.ClocksStarted e -> List.of();
            case ClockEvent.DeadlineCorrected e -> List.of();
            case ClockEvent.DeadlinesRevised e -> List.of();
            case ClockEvent.DeadlineMissed e -> start.nextRung(e.dispatch());
            case ClockEvent.WindowClosed e -> List.of();
        };
    }
}
