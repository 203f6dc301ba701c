package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 互评. How street and unit rate each other, as it is asked for over HTTP. */
public final class MutualRequests {
    private MutualRequests() {}

    /** How the street finds a unit's work, from 1 to 5, 5 = best. */
    public record RateUnit(
            @NotNull @Min(1) @Max(5) Integer score,
            @Nullable @Size(max = WORDS) String comment,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new MutualCommand.RateUnit(
                    step.caseId(), step.by(), step.at(), step.dispatch(), score, step.sealOrNull("comment", comment));
        }
    }

    /** How a unit finds that it was called: was it the right unit, was it told enough, was it needed. */
    public record RateWhistle(
            @NotNull Boolean rightUnit,
            @NotNull Boolean particulars,
            @NotNull Boolean needed,
            @Nullable @Size(max = WORDS) String comment,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new MutualCommand.RateWhistle(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.dispatch(),
                    rightUnit,
                    particulars,
                    needed,
                    step.sealOrNull("comment", comment));
        }
    }
}
