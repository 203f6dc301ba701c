package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 剔除、不合理诉求. What is left out of appraisal, and what is found unreasonable: what may be asked. */
public sealed interface AppraisalCommand extends CaseCommand {
    /**
     * 剔除申请. Propose to leave the case out of appraisal.
     *
     * @param ground code from the policy pack, for example {@code force-majeure}
     */
    record ProposeExclusion(UUID caseId, By by, Instant occurredAt, String ground, Sealed reason)
            implements AppraisalCommand {}

    /** 剔除审批. Agree to a proposed exclusion, or refuse it; somebody else than who proposed it. */
    record DecideExclusion(
            UUID caseId,
            By by,
            Instant occurredAt,
            Boolean excluded,
            @Nullable Sealed reason) implements AppraisalCommand {}

    /** 撤回剔除. Take a proposal back, or correct an exclusion that was agreed to. */
    record WithdrawExclusion(UUID caseId, By by, Instant occurredAt, Sealed reason) implements AppraisalCommand {}

    /** 不合理诉求认定. Propose to find this demand unreasonable; it says nothing of any other of the same person. */
    record FindUnreasonable(UUID caseId, By by, Instant occurredAt, Sealed reason) implements AppraisalCommand {}

    /** 认定复核. Confirm a proposed finding, or refuse to; somebody else than who proposed it. */
    record ConfirmFinding(
            UUID caseId,
            By by,
            Instant occurredAt,
            Boolean unreasonable,
            @Nullable Sealed reason) implements AppraisalCommand {}

    /** 撤销认定. Review a confirmed finding and set it aside; somebody else than who made it. */
    record ReviewFinding(UUID caseId, By by, Instant occurredAt, Sealed reason) implements AppraisalCommand {}
}
