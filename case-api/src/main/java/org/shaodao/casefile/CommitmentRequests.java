package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 承诺. Dated promises, as they are asked for over HTTP. */
public final class CommitmentRequests {
    private CommitmentRequests() {}

    /** A promise: who will do what, and the last day that is still in time. */
    public record MakeCommitment(
            @NotNull @Pattern(regexp = CODE) String unit,
            @NotBlank @Size(max = WORDS) String what,
            @NotNull LocalDate dueOn,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CommitmentCommand.MakeCommitment(
                    step.caseId(), step.by(), step.at(), unit, step.seal("what", what), dueOn);
        }
    }

    /** The proof that a promise was kept. */
    public record KeepCommitment(
            @NotBlank @Size(max = WORDS) String proof,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CommitmentCommand.KeepCommitment(
                    step.caseId(), step.by(), step.at(), step.commitment(), step.seal("proof", proof));
        }
    }

    /** Why a promise is not going to be kept. */
    public record BreakCommitment(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CommitmentCommand.BreakCommitment(
                    step.caseId(), step.by(), step.at(), step.commitment(), step.seal("reason", reason));
        }
    }

    /** Why a case stays as it is in spite of a promise. */
    public record DeclineReopening(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CommitmentCommand.DeclineReopening(
                    step.caseId(), step.by(), step.at(), step.commitment(), step.seal("reason", reason));
        }
    }
}
