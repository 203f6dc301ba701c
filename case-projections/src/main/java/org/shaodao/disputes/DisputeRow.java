package org.shaodao.disputes;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeFacts;

/**
 * An open dispute.
 *
 * @param unit the unit that handed back
 * @param ground code from the policy pack
 * @param suggested the unit that should act instead; null = none known
 * @param dueAt until when the street is to answer, or the district to rule; null = no clock runs
 */
public record DisputeRow(
        UUID caseId,
        Integer dispatch,
        String number,
        String street,
        String category,
        String place,
        String subject,
        String unit,
        DisputeFacts.State state,
        String ground,
        @Nullable String suggested,
        Instant since,
        @Nullable Instant dueAt) {
    /** The open disputes of a case by their dispatch. */
    static Map<Integer, DisputeRow> of(UUID caseId, @Nullable CaseFacts facts) {
        Map<Integer, DisputeRow> open = new TreeMap<>();
        if (facts != null) {
            facts.dispatches().values().stream()
                    .filter(dispatch -> dispatch.dispute().open())
                    .forEach(dispatch -> open.put(dispatch.number(), of(caseId, facts, dispatch)));
        }
        return open;
    }

    private static DisputeRow of(UUID caseId, CaseFacts facts, DispatchFacts d) {
        return new DisputeRow(
                caseId,
                d.number(),
                facts.demand().number(),
                facts.demand().street(),
                facts.demand().category(),
                facts.demand().place(),
                facts.demand().subject(),
                d.unit(),
                d.dispute().state(),
                Objects.requireNonNullElse(d.dispute().ground(), ""),
                d.dispute().suggested(),
                Objects.requireNonNullElse(d.dispute().since(), Instant.EPOCH),
                facts.clocks().stream()
                        .filter(clock -> clock.runs()
                                && !clock.kind().ofTheUnit()
                                && d.number().equals(clock.dispatch()))
                        .map(ClockFacts::dueAt)
                        .findFirst()
                        .orElse(null));
    }
}
