package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 派单异议. Who must act, where a unit says that it is not the one: what happened. */
public sealed interface DisputeEvent extends CaseEvent {
    /**
     * 退单. The unit handed its dispatch back.
     *
     * @param ground code from the policy pack, for example {@code not-our-duty}
     * @param suggested the unit that should act instead; null = none known
     */
    @StoredAs("casefile.handed-back")
    record HandedBack(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            String ground,
            Sealed legalBasis,
            @Nullable String suggested)
            implements DisputeEvent {}

    /** 退单未受理. The unit tried to hand its dispatch back when it no longer could; that it tried is kept. */
    @StoredAs("casefile.hand-back-rejected")
    record HandBackRejected(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            String ground,
            Sealed legalBasis,
            @Nullable String suggested,
            HandBackRejection rejection)
            implements DisputeEvent {
        @Override
        public CaseRefusal refusal() {
            return new CaseRefusal.HandBackRejected(dispatch, rejection.name());
        }
    }

    /** 同意退单. The dispatch ended; a lead stays responsible until the next one takes the matter on 首接负责. */
    @StoredAs("casefile.hand-back-agreed")
    record HandBackAgreed(By by, Instant occurredAt, Integer dispatch, String unit) implements DisputeEvent {}

    /** 不同意退单. The street insists that the unit act. */
    @StoredAs("casefile.hand-back-refused")
    record HandBackRefused(By by, Instant occurredAt, Integer dispatch, String unit, Sealed reason)
            implements DisputeEvent {}

    /** 提请裁定. The district is to rule; the unit goes on working meanwhile. */
    @StoredAs("casefile.dispute-referred")
    record DisputeReferred(By by, Instant occurredAt, Integer dispatch, String unit) implements DisputeEvent {}

    /** 陈述意见. The unit suggested instead was heard; its silence would not have stopped the ruling. */
    @StoredAs("casefile.heard")
    record Heard(By by, Instant occurredAt, Integer dispatch, String unit, Sealed view) implements DisputeEvent {}

    /**
     * 裁定. The district said who must act, once and for all; a precedent for others.
     *
     * @param unit the unit that handed back
     * @param upheld whether it was right
     * @param responsible who must act; null = nobody that could be called
     * @param headnote what the ruling says beyond this case, one line in clear
     * @param catalogue whether the dispatch catalogue should learn from it
     */
    @StoredAs("casefile.dispute-ruled")
    record DisputeRuled(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            Boolean upheld,
            @Nullable String responsible,
            Sealed reasons,
            String headnote,
            Boolean catalogue)
            implements DisputeEvent {}

    /** 指定承办. The district named the lead; its dispatch follows in the same append, and it cannot hand that back. */
    @StoredAs("casefile.designated")
    record Designated(By by, Instant occurredAt, Integer dispatch, String unit) implements DisputeEvent {}

    /** 视为接受. The unit has to act although it never said that it would. */
    @StoredAs("casefile.deemed-accepted")
    record DeemedAccepted(By by, Instant occurredAt, Integer dispatch, String unit, DeemedBy deemedBy)
            implements DisputeEvent {}
}
