package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/**
 * 督办. How pressure grows on whom nothing comes from: what happened. A measure that is a rung of the ladder names it, and
 * the missed clock by which it opened by itself.
 */
public sealed interface SupervisionEvent extends CaseEvent {
    /**
     * 催办. The unit was reminded.
     *
     * @param clock which missed clock opened the rung; null = a person did
     * @param round of that clock
     */
    @StoredAs("casefile.reminded")
    record Reminded(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            @Nullable String rung,
            @Nullable ClockKind clock,
            @Nullable Integer round,
            @Nullable Sealed instruction)
            implements SupervisionEvent {}

    /**
     * 督办. The unit, or the street, was ordered to act and to report.
     *
     * @param dispatch whose unit; null = the street that runs the case
     * @param clock which missed clock opened the rung; null = a person did
     * @param round of that clock
     * @param dueAt until when a report was asked for; null = as the policy pack says
     */
    @StoredAs("casefile.supervision-ordered")
    record SupervisionOrdered(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            @Nullable String rung,
            @Nullable ClockKind clock,
            @Nullable Integer round,
            @Nullable Instant dueAt,
            @Nullable Sealed instruction)
            implements SupervisionEvent {}

    /**
     * 督办反馈. The unit, or the street, reported on what it was ordered to do.
     *
     * @param dispatch whose unit; null = the street that runs the case
     */
    @StoredAs("casefile.supervision-reported")
    record SupervisionReported(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            Sealed report) implements SupervisionEvent {}

    /**
     * 提级. The case came under the eyes of a higher level.
     *
     * @param dispatch whose missed clock opened the rung; null = the case's own, or a person did
     * @param clock which missed clock opened the rung; null = a person did
     * @param round of that clock
     */
    @StoredAs("casefile.level-raised")
    record LevelRaised(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            @Nullable String rung,
            @Nullable ClockKind clock,
            @Nullable Integer round,
            Level level,
            @Nullable Sealed reason)
            implements SupervisionEvent {}
}
