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
import org.shaodao.documents.ClockSet;
import org.shaodao.documents.InForce;

/**
 * The clocks that one event starts, by the documents in force.
 *
 * @param facts what is known after the event
 * @param at when they start
 * @param whistleKind code of the kind of the whistle that called; null = none
 */
record Starting(CaseFacts facts, Instant at, @Nullable String whistleKind, InForce rules) {
    /** A clock of the case itself, in its next round; empty if the policy pack has no rule for it. */
    Optional<StartedClocks> ofTheCase(ClockKind kind) {
        long before = facts.clocks().stream()
                .filter(clock -> clock.dispatch() == null && clock.kind() == kind)
                .count();
        return all(EnumSet.of(kind), (int) before + 1);
    }

    /** Those of these clocks for which the policy pack has a rule; empty if it has none for any. */
    Optional<StartedClocks> all(Set<ClockKind> kinds, Integer round) {
        Demand demand = facts.demand();
        ClockSet set =
                rules.pack().content().clockSetFor(demand.category(), demand.kind(), demand.urgency(), whistleKind);
        List<StartedClock> clocks = kinds.stream()
                .flatMap(kind -> set.rule(kind).map(rule -> started(kind, round, rule)).stream())
                .toList();
        return clocks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StartedClocks(rules.pack().ref(), rules.calendar().ref(), clocks));
    }

    private StartedClock started(ClockKind kind, Integer round, ClockRule rule) {
        return new StartedClock(
                kind,
                round,
                Reckoning.due(at, rule.span(), rule.dayEnd(), rules.calendar().content()));
    }
}
