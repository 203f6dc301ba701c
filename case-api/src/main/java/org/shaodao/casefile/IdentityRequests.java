package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 身份保护. Who the resident is, over HTTP. */
final class IdentityRequests {
    private IdentityRequests() {}

    /** What name and telephone are needed for: the resident can read it. */
    record Purpose(@NotBlank @Size(max = WORDS) String purpose) {}

    /** A contact card from now on; it is never opened for the past. */
    record Card(String purpose, Duration lasts) implements StepRequest {
        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        @Override
        public CaseCommand command(Step step) {
            return new IdentityCommand.OpenContactCard(
                    step.caseId(),
                    step.judge(),
                    step.at(),
                    step.dispatch(),
                    step.at().plus(lasts),
                    step.seal("purpose", purpose));
        }
    }

    /** A reveal from now on. */
    record Reveal(String purpose, Duration lasts) implements StepRequest {
        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        @Override
        public CaseCommand command(Step step) {
            return new IdentityCommand.RevealIdentity(
                    step.caseId(), step.judge(), step.at(), step.at().plus(lasts), step.seal("purpose", purpose));
        }
    }
}
