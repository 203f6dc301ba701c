package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 身份保护. Who the resident is, over HTTP: from now on, never for the past. */
public final class IdentityRequests {
    private IdentityRequests() {}

    /**
     * A contact card.
     *
     * @param purpose what name and telephone are needed for: the resident can read it
     */
    public record Card(@NotBlank @Size(max = WORDS) String purpose) implements StepRequest {
        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        @Override
        public CaseCommand command(Step step) {
            return new IdentityCommand.OpenContactCard(
                    step.caseId(), step.judge(), step.at(), step.dispatch(), step.seal("purpose", purpose));
        }
    }

    /**
     * A reveal.
     *
     * @param purpose what name and telephone are needed for: the resident can read it
     */
    public record Reveal(@NotBlank @Size(max = WORDS) String purpose) implements StepRequest {
        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        @Override
        public CaseCommand command(Step step) {
            return new IdentityCommand.RevealIdentity(
                    step.caseId(), step.judge(), step.at(), step.seal("purpose", purpose));
        }
    }
}
