package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 延期. Asking for more time, and deciding about it, over HTTP. */
public final class ExtensionRequests {
    private ExtensionRequests() {}

    /** Until when the unit wants to have time, and why. */
    public record Ask(
            @NotNull Instant until,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            step.appointment("until", until);
            return new ExtensionCommand.AskExtension(
                    step.caseId(), step.by(), step.at(), step.dispatch(), until, step.seal("reason", reason));
        }
    }

    /**
     * Granted or denied, and why.
     *
     * @param until the new due instant; only where it is granted
     */
    public record Decide(
            @NotNull Boolean granted,
            @Nullable Instant until,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new ExtensionCommand.DecideExtension(
                    step.caseId(),
                    step.judge(),
                    step.at(),
                    step.dispatch(),
                    granted,
                    step.appointment("until", until),
                    step.seal("reason", reason));
        }
    }
}
