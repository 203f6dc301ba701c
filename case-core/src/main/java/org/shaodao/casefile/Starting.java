package org.shaodao.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Reckoning;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Rulebook;

/**
 * The clocks that one event starts, by the documents in force; none where the policy pack has no rule.
 *
 * @param facts what is known after the event
 */
record Starting(CaseFacts facts, Rulebook rules) {
    /** The clock of the whole case, which began when the resident spoke. */
    Optional<StartedClocks> wholeCase() {
        return all(EnumSet.of(ClockKind.WHOLE_CASE), 1, null, facts.demand().raisedAt());
    }

    /** A clock of the case itself, in its next round. */
    Optional<StartedClocks> ofTheCase(ClockKind kind) {
        long before = facts.clocks().stream()
                .filter(clock -> clock.dispatch() == null && clock.kind() == kind)
                .count();
        return all(EnumSet.of(kind), (int) before + 1, null, rules.now());
    }

    /** Clocks of one dispatch; the kind of the whistle that called the unit may choose them. */
    Optional<StartedClocks> ofADispatch(Integer number, Set<ClockKind> kinds, Integer round) {
        DispatchFacts dispatch = facts.dispatches().get(number);
        Integer whistle = dispatch == null ? null : dispatch.whistle();
        return all(kinds, round, whistle == null ? null : facts.whistles().get(whistle), rules.now());
    }

    private Optional<StartedClocks> all(Set<ClockKind> kinds, Integer round, @Nullable String whistleKind, Instant at) {
        InForce inForce = rules.inForce();
        Demand demand = facts.demand();
        var set = inForce.pack().content().clockSetFor(demand.category(), demand.kind(), demand.urgency(), whistleKind);
        List<StartedClock> clocks = kinds.stream()
                .flatMap(kind -> set.rule(kind).map(rule -> started(kind, round, rule, at, inForce)).stream())
                .toList();
        return clocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new StartedClocks(
                        at, inForce.pack().ref(), inForce.calendar().ref(), clocks));
    }

    private static StartedClock started(ClockKind kind, Integer round, ClockRule rule, Instant at, InForce inForce) {
        return new StartedClock(
                kind,
                round,
                Reckoning.due(at, rule.span(), rule.dayEnd(), inForce.calendar().content()));
    }
}
