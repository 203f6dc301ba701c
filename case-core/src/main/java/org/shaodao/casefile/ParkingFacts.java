package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;

/**
 * 挂账. What is known of the long stop of a case: proposed, or approved and lasting.
 *
 * @param proposedBy who proposed it; null = nobody
 * @param ground code of the policy pack
 * @param reviewOn when it is to be looked at again
 * @param since when it was approved; null = not yet
 */
@RecordBuilder
public record ParkingFacts(
        @Nullable By proposedBy,
        @Nullable String ground,
        @Nullable LocalDate reviewOn,
        @Nullable Instant since) implements ParkingFactsBuilder.With {
    static final ParkingFacts NONE = new ParkingFacts(null, null, null, null);

    /** Whether the case stands still. */
    public boolean parked() {
        return since != null;
    }
}
