package org.shaodao.casefile;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 督办. The steps of supervision as they are asked for over HTTP. */
public final class SupervisionRequests {
    private static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}";
    private static final int WORDS = 20_000;

    private SupervisionRequests() {}

    /**
     * A reminder.
     *
     * @param rung code of the rung of the policy pack's ladder that it is; left out = none
     */
    public record Remind(
            @Nullable @Pattern(regexp = CODE) String rung,
            @NotBlank @Size(max = WORDS) String instruction,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new SupervisionCommand.Remind(
                    step.caseId(), step.by(), step.at(), step.dispatch(), rung, step.seal("instruction", instruction));
        }
    }

    /**
     * A supervision order.
     *
     * @param dispatch whose unit is ordered; left out = the street that runs the case
     * @param rung code of the rung of the policy pack's ladder that it is; left out = none
     * @param dueAt until when a report is due; left out = as the policy pack says
     */
    public record Order(
            @Nullable @Min(1) Integer dispatch,
            @Nullable @Pattern(regexp = CODE) String rung,
            @Nullable Instant dueAt,
            @NotBlank @Size(max = WORDS) String instruction,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new SupervisionCommand.OrderSupervision(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    dispatch,
                    rung,
                    step.appointment("dueAt", dueAt),
                    step.seal("instruction", instruction));
        }
    }

    /**
     * A report on supervision orders.
     *
     * @param dispatch whose unit reports; left out = the street that runs the case
     */
    public record Report(
            @Nullable @Min(1) Integer dispatch,
            @NotBlank @Size(max = WORDS) String report,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new SupervisionCommand.ReportOnSupervision(
                    step.caseId(), step.by(), step.at(), dispatch, step.seal("report", report));
        }
    }

    /**
     * A higher level.
     *
     * @param level left out = the next one
     * @param rung code of the rung of the policy pack's ladder that it is; left out = none
     */
    public record RaiseLevel(
            @Nullable Level level,
            @Nullable @Pattern(regexp = CODE) String rung,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new SupervisionCommand.RaiseLevel(
                    step.caseId(), step.by(), step.at(), level, rung, step.seal("reason", reason));
        }
    }
}
