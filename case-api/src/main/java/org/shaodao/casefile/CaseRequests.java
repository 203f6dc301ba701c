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
import org.shaodao.demand.Outcome;

/** The steps of a case as they are asked for over HTTP: in plain words, which become commands in sealed ones. */
public final class CaseRequests {
    static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/&()' -]{0,99}";
    static final String PERSON = "[A-Za-z0-9._-]{1,64}";
    static final int WORDS = 20_000;

    private CaseRequests() {}

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
}
