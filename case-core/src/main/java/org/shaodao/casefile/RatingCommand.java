package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 群众评事. What the resident says of it: what may be asked. */
public sealed interface RatingCommand extends CaseCommand {
    /**
     * 回访. Record what the resident said, or that they could not be asked.
     *
     * @param complainant somebody who joined the case; null = the case's own
     */
    record FollowUp(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable UUID complainant,
            CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable Sealed words)
            implements RatingCommand {}

    /**
     * 重办研判. Decide what follows from "not solved": rework by the lead, an explanation, or the proposal of an
     * exclusion.
     *
     * @param ground code from the policy pack, for the proposal of an exclusion only
     */
    record DecideOnUnsolved(
            UUID caseId,
            By by,
            Instant occurredAt,
            RedoDecision redo,
            @Nullable String ground,
            Sealed reason) implements RatingCommand {}
}
