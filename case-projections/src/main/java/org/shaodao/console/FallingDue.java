package org.shaodao.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.clocks.ClockKind;

/**
 * A running clock that somebody must keep.
 *
 * @param dispatch whose; 0 = the case's own
 * @param street null where the district runs the case
 * @param moved whether the matter itself moved on 实质进展
 */
record FallingDue(
        Integer dispatch,
        ClockKind clock,
        Integer round,
        @Nullable String street,
        Instant dueAt,
        boolean moved) {
    record Key(Integer dispatch, ClockKind clock, Integer round) {}

    Key key() {
        return new Key(dispatch, clock, round);
    }

    static Map<Key, FallingDue> of(@Nullable CaseFacts facts) {
        Map<Key, FallingDue> all = new LinkedHashMap<>();
        if (facts != null) {
            facts.clocks().stream()
                    .filter(clock -> clock.counts() && isOwed(clock.kind()))
                    .map(clock -> of(facts, clock))
                    .forEach(due -> all.put(due.key(), due));
        }
        return all;
    }

    /** Windows only close, the ladder presses, and half of the time is the inner voice of the whole. */
    static boolean isOwed(ClockKind kind) {
        return !kind.window() && kind != ClockKind.LADDER && kind != ClockKind.PROGRESS;
    }

    private static FallingDue of(CaseFacts facts, ClockFacts clock) {
        Integer dispatch = clock.dispatch();
        return new FallingDue(
                dispatch == null ? 0 : dispatch,
                clock.kind(),
                clock.round(),
                facts.intake().recused() ? null : facts.demand().street(),
                clock.dueAt(),
                dispatch != null
                        && facts.clocks().stream()
                                .noneMatch(other -> other.runs() && other.is(dispatch, ClockKind.PROGRESS)));
    }
}
