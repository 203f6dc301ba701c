package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 剔除、不合理诉求. What is left out of appraisal, and what is found unreasonable: what happened. */
public sealed interface AppraisalEvent extends CaseEvent {
    /**
     * 剔除申请. It was proposed to leave the case out of appraisal.
     *
     * @param ground code from the policy pack, for example {@code force-majeure}
     */
    @StoredAs("casefile.exclusion-proposed")
    record ExclusionProposed(By by, Instant occurredAt, String ground, Sealed reason) implements AppraisalEvent {}

    /** 剔除审批. A proposed exclusion was agreed to or refused by a second person. */
    @StoredAs("casefile.exclusion-decided")
    record ExclusionDecided(
            By by,
            Instant occurredAt,
            String ground,
            Boolean excluded,
            @Nullable Sealed reason) implements AppraisalEvent {}

    /** 撤回剔除. The case counts in appraisal as if no exclusion had been proposed. */
    @StoredAs("casefile.exclusion-withdrawn")
    record ExclusionWithdrawn(By by, Instant occurredAt, String ground, Sealed reason) implements AppraisalEvent {}

    /** 不合理诉求认定. It was proposed to find this demand unreasonable. */
    @StoredAs("casefile.finding-proposed")
    record FindingProposed(By by, Instant occurredAt, Sealed reason) implements AppraisalEvent {}

    /** 认定复核. A proposed finding was confirmed or refused by a second person. */
    @StoredAs("casefile.finding-decided")
    record FindingDecided(
            By by,
            Instant occurredAt,
            Boolean unreasonable,
            @Nullable Sealed reason) implements AppraisalEvent {}

    /** 撤销认定. A confirmed finding was set aside. */
    @StoredAs("casefile.finding-set-aside")
    record FindingSetAside(By by, Instant occurredAt, Sealed reason) implements AppraisalEvent {}
}
