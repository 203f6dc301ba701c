package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.ATTACHMENTS;
import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.TICKET;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PolicyPack.Evidence;

/** 核验、结案. How finished work is judged and a case ends, as it is asked for over HTTP. */
public final class ClosingRequests {
    private ClosingRequests() {}

    /** Who is to look at the work on the spot. */
    public record AskSpotCheck(
            @NotNull @Pattern(regexp = CODE) String unit,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.AskSpotCheck(step.caseId(), step.by(), step.at(), step.unit("unit", unit));
        }
    }

    /**
     * What was seen on the spot.
     *
     * @param attachments tickets of files uploaded before that show it; left out = none
     */
    public record SpotCheck(
            @NotNull SpotFinding finding,
            @NotNull @Size(max = 4) List<@NotNull Evidence> evidence,
            @NotBlank @Size(max = WORDS) String findings,
            @Nullable @Size(max = ATTACHMENTS) List<@NotNull @Pattern(regexp = TICKET) String> attachments,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.SpotCheck(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    finding,
                    evidence,
                    step.seal("findings", findings),
                    step.attachments(attachments));
        }
    }

    /** Why work goes back. */
    public record Rework(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.OrderRework(
                    step.caseId(), step.by(), step.at(), step.dispatch(), step.seal("reason", reason));
        }
    }

    /** On what a verification rests. */
    public record Verify(
            @NotNull VerificationBasis basis,
            @Nullable @Size(max = WORDS) String findings,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.Verify(
                    step.caseId(), step.judge(), step.at(), basis, step.sealOrNull("findings", findings));
        }
    }

    /** Why the work is not done. */
    public record RaiseObjection(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.RaiseObjection(step.caseId(), step.by(), step.at(), step.seal("reason", reason));
        }
    }

    /** Whether an objection is right; if so, the lead's work goes back. */
    public record AnswerObjection(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.AnswerObjection(
                    step.caseId(), step.judge(), step.at(), upheld, step.seal("reason", reason));
        }
    }

    /**
     * The end of a case.
     *
     * @param evidence what shows how it ended; left out = nothing beside the history
     * @param attachments tickets of files uploaded before that show it; left out = none
     */
    public record Close(
            @Nullable @Size(max = WORDS) String summary,
            @Nullable @Size(max = 10) List<@NotNull Evidence> evidence,
            @Nullable @Size(max = ATTACHMENTS) List<@NotNull @Pattern(regexp = TICKET) String> attachments,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.Close(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.sealOrNull("summary", summary),
                    evidence == null ? List.of() : evidence,
                    step.attachments(attachments));
        }
    }

    /** Why a case goes on. */
    public record Reopen(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.Reopen(step.caseId(), step.by(), step.at(), step.seal("reason", reason));
        }
    }
}
