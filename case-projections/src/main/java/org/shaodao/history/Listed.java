package org.shaodao.history;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.Demand;
import org.shaodao.casefile.DispatchFacts;

/**
 * What a case is listed and found by.
 *
 * @param units that were ever called
 */
record Listed(
        String street,
        boolean recused,
        Instant raisedAt,
        String number,
        @Nullable String outsideNumber,
        String subject,
        String category,
        CasePhase phase,
        SortedSet<String> units) {
    static @Nullable Listed of(@Nullable CaseFacts facts) {
        if (facts == null) {
            return null;
        }
        Demand demand = facts.demand();
        return new Listed(
                demand.street(),
                facts.intake().recused(),
                demand.raisedAt(),
                demand.number(),
                demand.outside() == null ? null : demand.outside().number(),
                demand.subject(),
                demand.category(),
                facts.phase(),
                facts.dispatches().values().stream()
                        .map(DispatchFacts::unit)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
