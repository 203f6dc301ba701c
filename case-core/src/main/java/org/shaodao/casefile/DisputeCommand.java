package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 派单异议. Who must act, where a unit says that it is not the one: what may be asked. */
public sealed interface DisputeCommand extends CaseCommand {
    /**
     * 退单. The unit says that the matter is not its own.
     *
     * @param ground code from the policy pack
     * @param suggested the unit that should act instead; null = none known
     */
    record HandBack(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            String ground,
            Sealed legalBasis,
            @Nullable String suggested)
            implements DisputeCommand {}

    /** 同意退单. The street agrees: the dispatch ends, and another unit is to be called. */
    record AgreeToHandBack(UUID caseId, By by, Instant occurredAt, Integer dispatch) implements DisputeCommand {}

    /** 不同意退单. The street insists; the district is to rule. */
    record RefuseHandBack(UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed reason)
            implements DisputeCommand {}

    /** 提请裁定. The street was silent beyond its time; the district is to rule. */
    record ReferDispute(UUID caseId, By by, Instant occurredAt, Integer dispatch) implements DisputeCommand {}

    /** 陈述意见. The unit suggested instead says what it thinks of that. */
    record BeHeard(UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed view) implements DisputeCommand {}

    /**
     * 裁定. The district says who must act.
     *
     * @param upheld whether the unit is right to hand back
     * @param responsible the unit that must act instead; null where the unit itself must, or nobody that could be called
     * @param task what the responsible unit is to do; given where it is called
     * @param headnote what the ruling says beyond this case, one line in clear
     * @param catalogue whether the dispatch catalogue should learn from it
     */
    record RuleOnDispute(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            Boolean upheld,
            @Nullable String responsible,
            @Nullable Sealed task,
            Sealed reasons,
            String headnote,
            Boolean catalogue)
            implements DisputeCommand {}

    /** 指定承办. The district names the lead where no unit called was willing. */
    record Designate(UUID caseId, By by, Instant occurredAt, String unit, Sealed task) implements DisputeCommand {}
}
