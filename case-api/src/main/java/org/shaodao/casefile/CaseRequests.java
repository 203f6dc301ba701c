package org.shaodao.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.problem.OneLine;

/** The steps of a case as they are asked for over HTTP: in plain words, which become commands in sealed ones. */
public final class CaseRequests {
    static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/&()' -]{0,99}";
    static final String PERSON = "[A-Za-z0-9._-]{1,64}";
    static final int WORDS = 20_000;

    private CaseRequests() {}

    /**
     * A demand.
     *
     * @param urgency left out = normal
     * @param street the street office that runs the case; a street's own callers leave it out
     * @param subject one line for lists, without anything that tells who the person is
     * @param occurredAt when the resident said it; left out = now
     */
    public record Raise(
            @NotNull DemandKind kind,
            @Nullable Urgency urgency,
            @NotNull Channel channel,
            @NotNull @Pattern(regexp = CODE) String category,
            @NotNull @Pattern(regexp = CODE) String place,

            @NotBlank @Size(max = 100) @OneLine String subject,

            @NotBlank @Size(max = WORDS) String narrative,
            @Nullable @Pattern(regexp = CODE) String street,
            @Nullable @Size(max = 100) String name,
            @Nullable @Pattern(regexp = "[+0-9() -]{5,25}") String phone,
            @Nullable @Size(max = 300) String address,
            @Nullable @Valid Outside outside,
            @Nullable Instant occurredAt) {}

    /** The number the matter has in another system. */
    public record Outside(
            @NotNull @Pattern(regexp = CODE) String source,
            @NotNull @Pattern(regexp = CODE) String number) {}

    /** Why a demand is not accepted, and the lawful way instead. */
    public record NotAccept(
            @NotNull LegalRoute route,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.NotAccept(step.caseId(), step.by(), step.at(), route, step.seal("reason", reason));
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

    /** What the resident said; each answer may be missing. */
    public record FollowUp(
            @NotNull CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable @Size(max = WORDS) String words,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new RatingCommand.FollowUp(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    result,
                    contacted,
                    solved,
                    satisfied,
                    step.sealOrNull("words", words));
        }
    }

    /** The end of a case. */
    public record Close(
            @Nullable @Size(max = WORDS) String summary,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ClosingCommand.Close(step.caseId(), step.by(), step.at(), step.sealOrNull("summary", summary));
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
