package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.VersionRef;
import org.shaodao.fact.By;
import org.shaodao.fact.StoredAs;

/** 时限. Deadlines: what happened. */
public sealed interface ClockEvent extends CaseEvent {
    /**
     * 时限起算. The step before it started clocks, and by what: a later version of either document never changes them
     * silently.
     *
     * @param dispatch whose clocks; null = the case's own
     * @param unit whose dispatch it is; null = the case's own
     * @param startedAt when they started: when the step was recorded, so that nobody can backdate another's clock
     * @param pack the policy pack that says how long they are
     * @param calendar by which working time was counted
     */
    @StoredAs("casefile.clocks-started")
    record ClocksStarted(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            Instant startedAt,
            VersionRef pack,
            VersionRef calendar,
            List<StartedClock> clocks)
            implements ClockEvent {
        public ClocksStarted {
            clocks = List.copyOf(clocks);
        }
    }

    /**
     * 时限调整. Running clocks got other due instants: the same promises, in the same round. What was missed stays so.
     *
     * @param dispatch whose clocks; null = the case's own
     * @param unit whose dispatch it is; null = the case's own
     * @param pack the policy pack in force then
     * @param calendar by which working time was counted anew
     */
    @StoredAs("casefile.deadlines-revised")
    record DeadlinesRevised(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            RevisionCause cause,
            VersionRef pack,
            VersionRef calendar,
            List<StartedClock> clocks)
            implements ClockEvent {
        public DeadlinesRevised {
            clocks = List.copyOf(clocks);
        }
    }

    /**
     * 更正超时. A deadline that was recorded as missed turned out to have been kept: what it asks for was entered afterwards,
     * and counts when it happened. The miss stays in the history.
     *
     * @param dispatch whose clock; null = the case's own
     * @param unit whose dispatch it is; null = the case's own
     * @param doneAt when it was done, as it counts
     */
    @StoredAs("casefile.deadline-corrected")
    record DeadlineCorrected(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            ClockKind clock,
            Integer round,
            Instant dueAt,
            Instant doneAt)
            implements ClockEvent {}

    /**
     * 超时. A deadline passed without what it asks for; occurred at its due instant.
     *
     * @param dispatch whose clock; null = the case's own
     * @param unit who should have done it; null = the street or the district
     * @param observedAt when that was found, later than the due instant by the time nobody watched
     */
    @StoredAs("casefile.deadline-missed")
    record DeadlineMissed(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            ClockKind clock,
            Integer round,
            Instant dueAt,
            Instant observedAt)
            implements ClockEvent {}

    /**
     * 期满. The time in which something could be done is over; nobody missed anything. Occurred at its due instant.
     *
     * @param dispatch whose window; null = the case's own
     * @param unit whose dispatch it is; null = the case's own
     * @param observedAt when that was found
     */
    @StoredAs("casefile.window-closed")
    record WindowClosed(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            ClockKind clock,
            Integer round,
            Instant dueAt,
            Instant observedAt)
            implements ClockEvent {}
}
