package org.shaodao.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.problem.OneLine;

/** The steps of a case as they are asked for over HTTP: in plain words, which become commands in sealed ones. */
public final class CaseRequests {
    static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/&()' -]{0,99}";
    private static final String PERSON = "[A-Za-z0-9._-]{1,64}";
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

    /**
     * A whistle.
     *
     * @param kind code of the whistle kind, for example {@code resident-demand}
     * @param reportAt the appointed time; left out = at once
     * @param authorisedBy officer who authorised the whistle
     */
    public record Whistle(
            @NotNull @Pattern(regexp = CODE) String kind,
            @NotBlank @Size(max = WORDS) String why,
            @NotNull ReportMode reportMode,
            @Nullable Instant reportAt,
            @Nullable @Size(max = 300) String meetingPlace,
            @Nullable @Size(max = 300) String contact,
            @NotNull @Pattern(regexp = PERSON) String authorisedBy,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Call> calls,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.BlowWhistle(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    kind,
                    step.seal("why", why),
                    reportMode,
                    step.appointment("reportAt", reportAt),
                    step.sealOrNull("meetingPlace", meetingPlace),
                    step.sealOrNull("contact", contact),
                    authorisedBy,
                    calls.stream().map(call -> call.command(step)).toList());
        }
    }

    /** One unit called, its part and its task. */
    public record Call(
            @NotNull @Pattern(regexp = CODE) String unit,
            @NotNull DispatchRole role,
            @NotBlank @Size(max = WORDS) String task) {
        CallingCommand.Call command(Step step) {
            return new CallingCommand.Call(step.unit("unit", unit), role, step.seal("task", task));
        }
    }

    /** A direct dispatch. */
    public record Dispatch(
            @NotNull @Valid Call call, @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.Dispatch(step.caseId(), step.by(), step.at(), call.command(step));
        }
    }

    /** An acknowledgement. */
    public record Acknowledge(@Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Acknowledge(step.caseId(), step.by(), step.at(), step.dispatch());
        }
    }

    /** An acceptance, with the officer who will handle it. */
    public record Accept(
            @NotNull @Pattern(regexp = PERSON) String handler,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Accept(step.caseId(), step.by(), step.at(), step.dispatch(), handler);
        }
    }

    /** An interim or final reply. */
    public record Reply(
            @NotNull ReplyKind kind,
            @Nullable Outcome outcome,
            @NotBlank @Size(max = WORDS) String text,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Reply(
                    step.caseId(), step.by(), step.at(), step.dispatch(), kind, outcome, step.seal("text", text));
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
