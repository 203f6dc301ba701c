package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step somebody asks for, in plain words. */
public interface StepRequest {
    /** When it was true in the world; null = now. */
    @Nullable Instant occurredAt();

    /** Whether a resident whose case joined another takes the step there; what is their own alone is not taken there. */
    default boolean goesOnWithTheSurvivor() {
        return true;
    }

    /** What the case is told: a {@link CaseCommand}, or a {@link PairCommand} that tells another one too. */
    Object command(Step step);
}
