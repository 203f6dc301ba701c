package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Solved;

/** 群众评事. What the resident's word changes. */
final class RatingChanges {
    private RatingChanges() {}

    static CaseFacts after(CaseFacts facts, RatingEvent event, Instant recordedAt) {
        return switch (event) {
            case RatingEvent.FollowedUp e -> {
                CaseFacts heard = facts.withRating(facts.rating().followed(e, recordedAt));
                yield e.result() == CallResult.NOT_REACHED ? heard : asked(heard, e.complainant(), recordedAt);
            }
            case RatingEvent.ResidentNotReached e ->
                asked(facts.withRating(facts.rating().notReached(e.complainant())), e.complainant(), recordedAt);
            case RatingEvent.UnsolvedDecided e ->
                ClosingChanges.anewIf(
                        e.redo() == RedoDecision.REWORK,
                        facts.withRating(facts.rating().withUndecided(false))
                                .ended(null, ClockKind.REDO_DECISION, recordedAt),
                        recordedAt);
        };
    }

    /** The clock is the case's own: who joined it may be asked later. */
    private static CaseFacts asked(CaseFacts facts, @Nullable UUID complainant, Instant recordedAt) {
        return complainant == null ? facts.ended(null, ClockKind.FOLLOW_UP, recordedAt) : facts;
    }

    static List<CaseEvent> starts(Starting start, RatingEvent event) {
        return switch (event) {
            case RatingEvent.FollowedUp e ->
                e.solved() == Solved.NO && !decisionRuns(start.facts())
                        ? start.ofTheCase(ClockKind.REDO_DECISION)
                        : List.of();
            case RatingEvent.ResidentNotReached e -> List.of();
            case RatingEvent.UnsolvedDecided e -> List.of();
        };
    }

    private static boolean decisionRuns(CaseFacts facts) {
        return facts.clocks().stream().anyMatch(ClockFacts.running(null, ClockKind.REDO_DECISION));
    }
}
