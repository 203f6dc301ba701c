package org.shaodao.console;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.clocks.ClockKind;

/**
 * A clock that falls due.
 *
 * @param dispatch whose; null = the case's own
 * @param unit who must keep it; null = the street, or the district where it runs the case
 * @param moved whether the matter itself moved on 实质进展
 */
public record DueRow(
        UUID caseId,
        String caseNumber,
        String category,
        String place,
        String subject,
        @Nullable Integer dispatch,
        @Nullable String unit,
        ClockKind clock,
        Instant dueAt,
        boolean missed,
        boolean moved) {
    static DueRow of(UUID caseId, CaseFacts facts, FallingDue due) {
        DispatchFacts dispatch = facts.dispatches().get(due.dispatch());
        return new DueRow(
                caseId,
                facts.demand().number(),
                facts.demand().category(),
                facts.demand().place(),
                facts.demand().subject(),
                due.dispatch() == 0 ? null : due.dispatch(),
                dispatch == null || !due.clock().ofTheUnit() ? null : dispatch.unit(),
                due.clock(),
                due.dueAt(),
                facts.clocks().stream()
                        .filter(clock ->
                                clock.is(due.dispatch() == 0 ? null : due.dispatch(), due.clock(), due.round()))
                        .anyMatch(ClockFacts::missed),
                due.moved());
    }
}
