package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.problem.OneLine;
import org.shaodao.problem.Problem;

/** 派单异议. The steps of a dispute as they are asked for over HTTP. */
public final class DisputeRequests {
    private DisputeRequests() {}

    /**
     * A hand-back.
     *
     * @param ground code from the policy pack, for example {@code not-our-duty}
     * @param suggested the unit that should act instead; left out = none known
     */
    public record HandBack(
            @NotNull @Pattern(regexp = CODE) String ground,
            @NotBlank @Size(max = WORDS) String legalBasis,
            @Nullable @Pattern(regexp = CODE) String suggested,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new DisputeCommand.HandBack(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.dispatch(),
                    ground,
                    step.seal("legalBasis", legalBasis),
                    suggested == null ? null : step.unit("suggested", suggested));
        }
    }

    /** Agreement to a hand-back. */
    public record AgreeToHandBack(@Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new DisputeCommand.AgreeToHandBack(step.caseId(), step.by(), step.at(), step.dispatch());
        }
    }

    /** Why a hand-back is refused. */
    public record RefuseHandBack(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new DisputeCommand.RefuseHandBack(
                    step.caseId(), step.judge(), step.at(), step.dispatch(), step.seal("reason", reason));
        }
    }

    /** What the suggested unit thinks of it. */
    public record BeHeard(
            @NotBlank @Size(max = WORDS) String view,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new DisputeCommand.BeHeard(
                    step.caseId(), step.by(), step.at(), step.dispatch(), step.seal("view", view));
        }
    }

    /**
     * A ruling.
     *
     * @param upheld whether the unit is right to hand back
     * @param responsible the unit that must act instead; left out where the unit itself must, or nobody could be called
     * @param task what that unit is to do; given with it
     * @param headnote what the ruling says beyond this case, one line without anything that tells who a person is
     * @param catalogue whether the dispatch catalogue should learn from it
     */
    public record RuleOnDispute(
            @NotNull Boolean upheld,
            @Nullable @Pattern(regexp = CODE) String responsible,
            @Nullable @Size(max = WORDS) String task,
            @NotBlank @Size(max = WORDS) String reasons,

            @NotBlank @Size(max = 100) @OneLine String headnote,

            @NotNull Boolean catalogue,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            if (PersonalData.isIn(headnote)) {
                throw Problem.field("headnote", "personal-data");
            }
            return new DisputeCommand.RuleOnDispute(
                    step.caseId(),
                    step.judge(),
                    step.at(),
                    step.dispatch(),
                    upheld,
                    responsible == null ? null : step.unit("responsible", responsible),
                    step.sealOrNull("task", task),
                    step.seal("reasons", reasons),
                    headnote.strip(),
                    catalogue);
        }
    }

    /** The unit designated as lead, and its task. */
    public record Designate(
            @NotNull @Pattern(regexp = CODE) String unit,
            @NotBlank @Size(max = WORDS) String task,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new DisputeCommand.Designate(
                    step.caseId(), step.judge(), step.at(), step.unit("unit", unit), step.seal("task", task));
        }
    }
}
