package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 办理. What a unit does with its dispatch: what happened. */
public sealed interface WorkEvent extends CaseEvent {
    /** 签收. The unit has seen the dispatch. */
    @StoredAs("casefile.acknowledged")
    record Acknowledged(By by, Instant occurredAt, Integer dispatch, String unit) implements WorkEvent {}

    /** 接受. The unit takes the matter on, with a named handler. */
    @StoredAs("casefile.accepted")
    record Accepted(By by, Instant occurredAt, Integer dispatch, String unit, String handler) implements WorkEvent {}

    /**
     * 答复. The unit answered.
     *
     * @param outcome null for an interim reply
     */
    @StoredAs("casefile.replied")
    record Replied(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            ReplyKind kind,
            @Nullable Outcome outcome,
            Sealed text)
            implements WorkEvent {}
}
