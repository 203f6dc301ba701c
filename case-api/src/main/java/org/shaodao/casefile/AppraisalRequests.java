package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 剔除、不合理诉求. What is left out of appraisal and what is found unreasonable, as it is asked for over HTTP. */
public final class AppraisalRequests {
    private AppraisalRequests() {}

    /** Why the case is to be left out, with the code of the ground from the policy pack. */
    public record ProposeExclusion(
            @NotNull @Pattern(regexp = CODE) String ground,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new AppraisalCommand.ProposeExclusion(
                    step.caseId(), step.judge(), step.at(), ground, step.seal("reason", reason));
        }
    }

    /** Whether the case is left out. */
    public record DecideExclusion(
            @NotNull Boolean excluded,
            @Nullable @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new AppraisalCommand.DecideExclusion(
                    step.caseId(), step.judge(), step.at(), excluded, step.sealOrNull("reason", reason));
        }
    }

    /** Why the case counts after all. */
    public record WithdrawExclusion(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new AppraisalCommand.WithdrawExclusion(
                    step.caseId(), step.by(), step.at(), step.seal("reason", reason));
        }
    }

    /** Why the demand is unreasonable. */
    public record FindUnreasonable(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new AppraisalCommand.FindUnreasonable(
                    step.caseId(), step.judge(), step.at(), step.seal("reason", reason));
        }
    }

    /** Whether the demand is unreasonable. */
    public record ConfirmFinding(
            @NotNull Boolean unreasonable,
            @Nullable @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new AppraisalCommand.ConfirmFinding(
                    step.caseId(), step.judge(), step.at(), unreasonable, step.sealOrNull("reason", reason));
        }
    }

    /** Why a finding does not hold. */
    public record ReviewFinding(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new AppraisalCommand.ReviewFinding(
                    step.caseId(), step.judge(), step.at(), step.seal("reason", reason));
        }
    }
}
