package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 互评. Street and unit rate each other, each unseen by the other until both have or their time is over: what happened. */
public sealed interface MutualEvent extends CaseEvent {
    /**
     * 评部门. The street rated a unit's work on one dispatch.
     *
     * @param score from 1 to 5, 5 = best
     */
    @StoredAs("casefile.unit-rated")
    record UnitRated(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            Integer score,
            @Nullable Sealed comment) implements MutualEvent {}

    /**
     * 评哨. The unit rated how it was called.
     *
     * @param whistle the whistle that called it; null = dispatched directly
     * @param rightUnit was it the right unit
     * @param particulars was what it was told enough to go by
     * @param needed was it necessary to call it
     */
    @StoredAs("casefile.whistle-rated")
    record WhistleRated(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            @Nullable Integer whistle,
            Boolean rightUnit,
            Boolean particulars,
            Boolean needed,
            @Nullable Sealed comment)
            implements MutualEvent {}
}
