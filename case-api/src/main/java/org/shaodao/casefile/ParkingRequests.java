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

/** 挂账. The long stop of a case over HTTP. */
public final class ParkingRequests {
    private ParkingRequests() {}

    /**
     * Why a case should stand still, and on which day it is looked at again.
     *
     * @param ground code of the policy pack
     */
    public record Propose(
            @NotNull @Pattern(regexp = CODE) String ground,
            @NotNull LocalDate reviewOn,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ParkingCommand.ProposeParking(
                    step.caseId(),
                    step.judge(),
                    step.at(),
                    ground,
                    step.day("reviewOn", reviewOn),
                    step.seal("reason", reason));
        }
    }

    /** That the case may stand still. */
    public record Approve(
            @Nullable @Size(max = WORDS) String remark,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ParkingCommand.ApproveParking(
                    step.caseId(), step.judge(), step.at(), step.sealOrNull("remark", remark));
        }
    }

    /** That the case goes on standing still, until another day. */
    public record Review(
            @NotNull LocalDate reviewOn,
            @NotBlank @Size(max = WORDS) String findings,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ParkingCommand.ReviewParking(
                    step.caseId(),
                    step.judge(),
                    step.at(),
                    step.day("reviewOn", reviewOn),
                    step.seal("findings", findings));
        }
    }

    /** Why the case goes on. */
    public record Resume(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ParkingCommand.ResumeCase(step.caseId(), step.by(), step.at(), step.seal("reason", reason));
        }
    }
}
