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
    /** 回访. Record what the resident said, or that they could not be asked. */
    record FollowUp(
            UUID caseId,
            By by,
            Instant occurredAt,
            CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable Sealed words)
            implements RatingCommand {}
}
