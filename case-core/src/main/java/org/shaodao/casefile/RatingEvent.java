package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 群众评事. What the resident says of it: what happened. */
public sealed interface RatingEvent extends CaseEvent {
    /**
     * 回访. The resident was asked. Each answer is a question of its own and may be missing; silence is none of them.
     *
     * @param contacted did the unit contact you
     */
    @StoredAs("casefile.followed-up")
    record FollowedUp(
            By by,
            Instant occurredAt,
            CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable Sealed words)
            implements RatingEvent {}
}
