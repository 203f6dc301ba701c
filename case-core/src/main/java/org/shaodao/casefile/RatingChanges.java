package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.clocks.ClockKind;

/** 群众评事. What the resident's word changes. */
final class RatingChanges {
    private RatingChanges() {}

    static CaseFacts after(CaseFacts facts, RatingEvent event, Instant recordedAt) {
        return switch (event) {
            case RatingEvent.FollowedUp e -> facts.ended(null, ClockKind.FOLLOW_UP, recordedAt);
        };
    }

    static List<CaseEvent> starts(Starting start, RatingEvent event) {
        return switch (event) {
            case RatingEvent.FollowedUp e -> List.of();
        };
    }
}
