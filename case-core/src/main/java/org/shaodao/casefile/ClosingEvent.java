package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 核验、结案. How work is judged and a case ends: what happened. */
public sealed interface ClosingEvent extends CaseEvent {
    /**
     * 重办. The street sent a unit's work back.
     *
     * @param round which round of work on this dispatch begins; the first work is round 1
     */
    @StoredAs("casefile.rework-ordered")
    record ReworkOrdered(By by, Instant occurredAt, Integer dispatch, String unit, Integer round, Sealed reason)
            implements ClosingEvent {}

    /** 核验. The street found the units' work done. */
    @StoredAs("casefile.verified")
    record Verified(
            By by,
            Instant occurredAt,
            VerificationBasis basis,
            @Nullable Sealed findings) implements ClosingEvent {}

    /** 结案. The case ended. Closed is neither solved nor satisfied. */
    @StoredAs("casefile.closed")
    record Closed(By by, Instant occurredAt, @Nullable Sealed summary) implements ClosingEvent {}

    /** 重新打开. The case goes on; its history stays. */
    @StoredAs("casefile.reopened")
    record Reopened(By by, Instant occurredAt, Sealed reason) implements ClosingEvent {}
}
