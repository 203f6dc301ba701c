package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 核验、结案. How work is judged and a case ends: what happened. */
public sealed interface ClosingEvent extends CaseEvent {
    /**
     * 请求现场核查. The street asked people on the spot to look at the work.
     *
     * @param unit the community, or grid worker's unit, that was asked
     */
    @StoredAs("casefile.spot-check-asked")
    record SpotCheckAsked(By by, Instant occurredAt, String unit) implements ClosingEvent {}

    /**
     * 现场核查. Somebody looked at the work on the spot.
     *
     * @param evidence what they brought along
     * @param attachments the evidence itself, as far as it is a file; null = no file
     */
    @StoredAs("casefile.spot-checked")
    record SpotChecked(
            By by,
            Instant occurredAt,
            SpotFinding finding,
            List<Evidence> evidence,
            Sealed findings,
            @Nullable List<Attached> attachments)
            implements ClosingEvent {
        public SpotChecked {
            evidence = List.copyOf(evidence);
        }
    }

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

    /** 办结异议. The resident objected to the finding that the work is done. */
    @StoredAs("casefile.objection-raised")
    record ObjectionRaised(By by, Instant occurredAt, Sealed reason) implements ClosingEvent {}

    /** 异议答复. The objection was upheld, and the work goes back, or it was not, and the resident is told why. */
    @StoredAs("casefile.objection-answered")
    record ObjectionAnswered(By by, Instant occurredAt, Boolean upheld, Sealed reason) implements ClosingEvent {}

    /**
     * 结案. The case ended. Closed is neither solved nor satisfied.
     *
     * @param evidence what shows how it ended; null = nothing beside the history
     * @param attachments the evidence itself, as far as it is a file; null = no file
     */
    @StoredAs("casefile.closed")
    record Closed(
            By by,
            Instant occurredAt,
            @Nullable Sealed summary,
            @Nullable List<Evidence> evidence,
            @Nullable List<Attached> attachments)
            implements ClosingEvent {}

    /** 重新打开. The case goes on; its history stays. */
    @StoredAs("casefile.reopened")
    record Reopened(By by, Instant occurredAt, Sealed reason) implements ClosingEvent {}
}
