package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.PERSON;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 吹哨、派单. Calls as they are asked for over HTTP. */
public final class CallingRequests {
    private CallingRequests() {}

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

    /** One more unit for a whistle. */
    public record AddUnit(
            @NotNull @Valid Call call, @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.AddUnit(step.caseId(), step.by(), step.at(), step.whistle(), call.command(step));
        }
    }

    /**
     * Another lead.
     *
     * @param task what it is to do; needed where the unit is not at work on the case yet
     * @param previousLead what becomes of the lead once the next one has accepted or replied
     */
    public record ChangeLead(
            @NotNull @Pattern(regexp = CODE) String unit,
            @Nullable @Size(max = WORDS) String task,
            @NotNull PreviousLead previousLead,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.ChangeLead(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.unit("unit", unit),
                    step.sealOrNull("task", task),
                    previousLead,
                    step.seal("reason", reason));
        }
    }

    /** Why a whistle is taken back. */
    public record WithdrawWhistle(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.WithdrawWhistle(
                    step.caseId(), step.by(), step.at(), step.whistle(), step.seal("reason", reason));
        }
    }

    /** That a unit may leave. */
    public record Release(
            @Nullable @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.Release(
                    step.caseId(), step.by(), step.at(), step.dispatch(), step.sealOrNull("reason", reason));
        }
    }

    /** The unit asked for, and why. */
    public record AskForUnit(
            @NotNull @Pattern(regexp = CODE) String wanted,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.AskForUnit(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.dispatch(),
                    step.unit("wanted", wanted),
                    step.seal("reason", reason));
        }
    }

    /** Why a community calls its street. */
    public record CallStreet(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.CallStreet(step.caseId(), step.by(), step.at(), step.seal("reason", reason));
        }
    }

    /**
     * Work that the street or a community of it does itself.
     *
     * @param unit the street office, or the community
     * @param handler officer who will handle it
     */
    public record HandleOurselves(
            @NotNull @Pattern(regexp = CODE) String unit,
            @NotNull @Pattern(regexp = PERSON) String handler,
            @NotBlank @Size(max = WORDS) String task,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new CallingCommand.HandleOurselves(
                    step.caseId(), step.by(), step.at(), step.unit("unit", unit), handler, step.seal("task", task));
        }
    }
}
