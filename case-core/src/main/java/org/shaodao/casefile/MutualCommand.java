package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 互评. Street and unit rate each other: what may be asked. */
public sealed interface MutualCommand extends CaseCommand {
    /**
     * 评部门. The street rates a unit's work on one dispatch.
     *
     * @param score from 1 to 5, 5 = best
     */
    record RateUnit(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            Integer score,
            @Nullable Sealed comment) implements MutualCommand {}

    /**
     * 评哨. The unit rates how it was called.
     *
     * @param rightUnit was it the right unit
     * @param particulars was what it was told enough to go by
     * @param needed was it necessary to call it
     */
    record RateWhistle(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            Boolean rightUnit,
            Boolean particulars,
            Boolean needed,
            @Nullable Sealed comment)
            implements MutualCommand {}
}
