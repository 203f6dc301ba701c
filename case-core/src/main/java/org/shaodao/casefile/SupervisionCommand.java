package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 督办. How pressure grows on whom nothing comes from: what may be asked. */
public sealed interface SupervisionCommand extends CaseCommand {
    /**
     * 催办. Remind a unit of what it owes.
     *
     * @param rung code of the rung of the ladder that this is; null = none
     */
    record Remind(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            @Nullable String rung,
            @Nullable Sealed instruction)
            implements SupervisionCommand {}

    /**
     * 督办. Order the unit, or the street that runs the case, to act and to report.
     *
     * @param dispatch whose unit is ordered; null = the street
     * @param rung code of the rung of the ladder that this is; null = none
     * @param dueAt until when a report is due; null = as the policy pack says
     */
    record OrderSupervision(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String rung,
            @Nullable Instant dueAt,
            Sealed instruction)
            implements SupervisionCommand {}

    /**
     * 督办反馈. Answer every supervision order that waits for the unit's, or the street's, report.
     *
     * @param dispatch whose unit reports; null = the street
     */
    record ReportOnSupervision(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            Sealed report) implements SupervisionCommand {}

    /**
     * 提级. Put the case under the eyes of a higher level.
     *
     * @param level null = the next one
     * @param rung code of the rung of the ladder that this is; null = none
     */
    record RaiseLevel(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Level level,
            @Nullable String rung,
            Sealed reason) implements SupervisionCommand {}

    /**
     * 自动催督. Open the rungs of the ladder that were reached and open by themselves; the case knows which.
     *
     * @param dispatch whose deadline passed; null = one of the case itself
     */
    record OpenRungs(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch) implements SupervisionCommand {}
}
