package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 群众评事. What the resident says of it: what happened. */
public sealed interface RatingEvent extends CaseEvent {
    /**
     * 回访. The resident was asked, or a call was not answered. Each answer is a question of its own and may be missing;
     * silence is none of them.
     *
     * @param complainant somebody who joined the case; null = the case's own
     * @param source who asked
     * @param contacted did the unit contact you
     */
    @StoredAs("casefile.followed-up")
    record FollowedUp(
            By by,
            Instant occurredAt,
            @Nullable UUID complainant,
            RatingSource source,
            CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable Sealed words)
            implements RatingEvent {}

    /**
     * 未接通. The call before it was the last of as many as the policy pack asks for.
     *
     * @param complainant somebody who joined the case; null = the case's own
     * @param attempts how many calls nobody answered
     */
    @StoredAs("casefile.resident-not-reached")
    record ResidentNotReached(
            By by, Instant occurredAt, @Nullable UUID complainant, Integer attempts) implements RatingEvent {}

    /** 重办研判. It was decided what follows from "not solved"; the rework or the proposal comes in the same append. */
    @StoredAs("casefile.unsolved-decided")
    record UnsolvedDecided(By by, Instant occurredAt, RedoDecision redo, Sealed reason) implements RatingEvent {}
}
