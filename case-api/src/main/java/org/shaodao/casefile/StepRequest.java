package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step somebody asks for, in plain words. */
public interface StepRequest {
    /** When it was true in the world; null = now. */
    @Nullable Instant occurredAt();

    /** What the case is told. */
    CaseCommand command(Step step);
}
