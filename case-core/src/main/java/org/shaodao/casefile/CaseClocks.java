package org.shaodao.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/** What a step does to clocks beside what it does to its case: it starts some, and misses those it ends too late. */
final class CaseClocks {
    private static final By WATCHER = new By("deadline-watcher", null, Role.SYSTEM, null);

    private CaseClocks() {}

    /**
     * The clocks that an event starts, by the documents in force.
     *
     * @param after what is known after it
     */
    static List<CaseEvent> startedBy(CaseFacts after, CaseEvent event, Rulebook rules) {
        Starting start = new Starting(after, event, rules);
        return switch (event) {
            case IntakeEvent e -> IntakeChanges.starts(start, e);
            case CallingEvent e -> CallingChanges.starts(start, e);
            case WorkEvent e -> WorkChanges.starts(start, e);
            case DisputeEvent e -> DisputeChanges.starts(start, e);
            case ClosingEvent e -> ClosingChanges.starts(start, e);
            case RatingEvent e -> RatingChanges.starts(start, e);
            case ClockEvent e -> ClockChanges.starts(e);
        };
    }

    /**
     * The deadlines that passed before anybody noticed, and that a step would now end too late: they are missed first.
     *
     * @param before what is known before the step
     * @param after what would be known after it
     */
    static List<CaseEvent> missedBy(CaseFacts before, CaseFacts after, Instant now) {
        List<CaseEvent> missed = new ArrayList<>();
        for (ClockFacts clock : before.clocks()) {
            boolean tooLate = after.clocks().stream()
                    .anyMatch(then ->
                            then.is(clock.dispatch(), clock.kind(), clock.round()) && !then.runs() && !then.inTime());
            if (clock.runs() && !clock.missed() && clock.dueAt().isBefore(now) && tooLate) {
                missed.add(missed(before, clock, WATCHER, now));
            }
        }
        return missed;
    }

    /**
     * The deadlines that were recorded as missed, and that a step showed to have been kept (rule 9).
     *
     * @param after what would be known after it
     */
    static List<CaseEvent> correctedBy(CaseFacts after, CaseCommand c) {
        List<CaseEvent> corrected = new ArrayList<>();
        for (ClockFacts clock : after.clocks()) {
            Instant doneAt = clock.endedAt();
            if (doneAt != null && clock.inTime() && clock.missed() && !clock.corrected() && !clock.lapsed()) {
                corrected.add(new ClockEvent.DeadlineCorrected(
                        c.by(),
                        c.occurredAt(),
                        clock.dispatch(),
                        after.unitOf(clock.dispatch()),
                        clock.kind(),
                        clock.round(),
                        clock.dueAt(),
                        doneAt));
            }
        }
        return corrected;
    }

    /** That a clock was found to have passed: missed, or for whoever could have handed back and was silent 视为接受. */
    static CaseEvent missed(CaseFacts facts, ClockFacts clock, By by, Instant now) {
        DispatchFacts dispatch =
                clock.dispatch() == null ? null : facts.dispatches().get(clock.dispatch());
        if (clock.kind() == ClockKind.HAND_BACK_WINDOW && dispatch != null) {
            return new DisputeEvent.DeemedAccepted(
                    by, clock.dueAt(), dispatch.number(), dispatch.unit(), DeemedBy.SILENCE);
        }
        return new ClockEvent.DeadlineMissed(
                by,
                clock.dueAt(),
                clock.dispatch(),
                clock.kind().ofTheUnit() ? facts.unitOf(clock.dispatch()) : null,
                clock.kind(),
                clock.round(),
                clock.dueAt(),
                now);
    }
}
