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
            case MutualEvent e -> MutualChanges.starts(start, e);
            case CommitmentEvent e -> CommitmentChanges.starts(start, e);
            case AppraisalEvent e -> AppraisalChanges.starts(start, e);
            case SupervisionEvent e -> SupervisionChanges.starts(start, e);
            case ClockEvent e -> ClockChanges.starts(start, e);
            case ExtensionEvent e -> ExtensionChanges.starts(start, e);
            case ParkingEvent e -> ParkingChanges.starts(start, e);
            case LinkEvent e -> LinkChanges.starts(start, e);
            case IdentityEvent e -> List.of();
        };
    }

    /**
     * The deadlines that passed before anybody noticed, and that a step would now end too late, stop or move: they are
     * missed first.
     *
     * @param before what is known before the step
     * @param after what would be known after it
     * @param imported whether another system tells of it, which binds its own clock alone
     */
    static List<CaseEvent> missedBy(CaseFacts before, CaseFacts after, Instant now, boolean imported) {
        List<CaseEvent> missed = new ArrayList<>();
        for (ClockFacts clock : before.clocks()) {
            boolean stands = after.clocks().stream()
                    .filter(then -> then.is(clock.dispatch(), clock.kind(), clock.round()))
                    .anyMatch(then -> then.counts() && then.dueAt().equals(clock.dueAt()) || then.inTime());
            boolean promise = clock.kind() != ClockKind.LADDER; // what ends in time leads no further up
            if (promise && clock.passedUnnoticed(now) && !stands && (!imported || clock.kind() == ClockKind.OUTSIDE)) {
                missed.add(passed(before, clock, WATCHER, now));
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

    /**
     * That a clock was found to have passed its due instant: missed, a window that closed, or for whoever could have
     * handed back and was silent 视为接受.
     */
    static CaseEvent passed(CaseFacts facts, ClockFacts clock, By by, Instant now) {
        Instant due = clock.dueAt();
        Integer dispatch = clock.dispatch();
        String unit = clock.kind().ofTheUnit() ? facts.unitOf(dispatch) : null;
        if (clock.kind() == ClockKind.HAND_BACK_WINDOW && dispatch != null && unit != null) {
            return new DisputeEvent.DeemedAccepted(by, due, dispatch, unit, DeemedBy.SILENCE);
        }
        return clock.kind().window()
                ? new ClockEvent.WindowClosed(by, due, dispatch, unit, clock.kind(), clock.round(), due, now)
                : new ClockEvent.DeadlineMissed(by, due, dispatch, unit, clock.kind(), clock.round(), due, now);
    }
}
