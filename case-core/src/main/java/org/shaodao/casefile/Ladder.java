package org.shaodao.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.Span;
import org.shaodao.documents.InForce;
import org.shaodao.documents.PolicyPack.Measure;
import org.shaodao.documents.PolicyPack.Rung;
import org.shaodao.documents.PolicyPack.When;
import org.shaodao.documents.Rulebook;

/**
 * The ladder 催办、督办 as the policy pack builds it: which rungs that open by themselves were reached, and when the next
 * will be. Only what was missed and is still owed leads up.
 */
record Ladder(CaseFacts facts, Rulebook rules) {
    /**
     * A rung that the missed clock leads up to.
     *
     * @param later when, if it is a while after the miss
     */
    record Step(Rung rung, Measure measure, ClockFacts clock, Optional<Due> later) {
        boolean reached(Instant now) {
            return later.map(due -> !due.at().isAfter(now)).orElse(true);
        }
    }

    /** What was reached and is not open yet, for one dispatch or the case itself. */
    List<Step> reached(@Nullable Integer dispatch) {
        return steps(dispatch)
                .filter(step -> step.reached(rules.now()))
                .filter(step -> !facts.supervision().opened(step.rung().code(), step.clock()))
                .toList();
    }

    /** When the next rung is reached if nothing gets done. */
    Optional<Due> next(@Nullable Integer dispatch) {
        return steps(dispatch)
                .filter(step -> !step.reached(rules.now()))
                .flatMap(step -> step.later().stream())
                .min(Comparator.comparing(Due::at));
    }

    private Stream<Step> steps(@Nullable Integer dispatch) {
        InForce inForce = rules.inForce();
        List<Rung> rungs = inForce.pack().content().ladder();
        return owed(facts, dispatch)
                .filter(clock -> rules.leadsUp(clock.kind()))
                .flatMap(clock -> rungs.stream().flatMap(rung -> step(rung, clock, inForce)));
    }

    private static Stream<Step> step(Rung rung, ClockFacts clock, InForce inForce) {
        Measure measure = rung.measure();
        boolean fits = clock.kind() == (rung.when() == When.HALFWAY_IDLE ? ClockKind.PROGRESS : rung.clock());
        if (!fits || !rung.opensByItself() || measure == null) {
            return Stream.of();
        }
        Optional<Due> later = Optional.ofNullable(rung.after()).map(after -> later(clock, after, inForce));
        return Stream.of(new Step(rung, measure, clock, later));
    }

    private static Due later(ClockFacts clock, Span after, InForce inForce) {
        return Reckoning.due(
                clock.dueAt(), after, DayEnd.SAME_TIME, inForce.calendar().content());
    }

    /** The clocks whose time was missed and what they measure not done, the ladder's own apart. */
    static Stream<ClockFacts> owed(CaseFacts facts, @Nullable Integer dispatch) {
        return facts.clocks().stream()
                .filter(clock -> Objects.equals(clock.dispatch(), dispatch))
                .filter(clock -> clock.runs() && clock.missed() && clock.kind() != ClockKind.LADDER);
    }
}
