package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.Refused;

/** What holds for every history, told by at least three hundred of them. */
class RandomHistoriesTest {
    private static final int SEEDS = 300;

    private static final int COMMANDS = 120;

    @Test
    void every_step_was_both_taken_and_refused_and_the_rules_held_after_every_event() {
        Set<String> taken = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        Set<String> reasons = new HashSet<>();
        Set<String> steps = Records.steps();
        int played = 0;
        for (long seed : RandomHistory.seeds(SEEDS)) {
            if (played++ >= SEEDS && taken.containsAll(steps)) {
                break;
            }
            RandomHistory history = new RandomHistory(seed);
            CaseState state = new CaseState.Unborn();
            for (int i = 0; i < COMMANDS; i++) {
                CaseCommand command = history.next();
                try {
                    for (CaseEvent event : decided(state, command, history.now())) {
                        state = state.after(event, history.now());
                    }
                    assertThat(broken(state))
                            .as("seed %d, command %d, %s", seed, i, command.step())
                            .isEmpty();
                    taken.add(command.step());
                } catch (Refused refusal) {
                    refused.add(command.step());
                    reasons.add(refusal.refusal().code());
                }
            }
        }
        assertThat(without(steps, taken)).as("never taken").isEmpty();
        assertThat(without(steps, refused)).as("never refused").isEmpty();
        assertThat(reasons).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void an_event_that_makes_no_sense_changes_the_state_without_an_exception() {
        List<CaseEvent> senseless = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomHistory history = new RandomHistory(seed);
            CaseState state = new CaseState.Unborn();
            for (int i = 0; i < COMMANDS; i++) {
                try {
                    CaseCommand command = history.next();
                    for (CaseEvent event : decided(state, command, history.now())) {
                        state = state.after(event, history.now());
                        senseless.add(event);
                    }
                } catch (Refused refusal) {
                    assertThat(refusal.refusal().code()).isNotBlank();
                }
            }
        }
        Collections.shuffle(senseless, new Random(1));
        CaseState state = new CaseState.Unborn();
        Set<String> phases = new TreeSet<>(Set.of(state.phase()));
        for (CaseEvent event : senseless) {
            if (state instanceof CaseState.Unborn || !(event instanceof IntakeEvent.Raised)) {
                state = state.after(event, event.occurredAt());
                phases.add(state.phase());
            }
        }
        assertThat(phases).hasSize(CasePhase.values().length + 1);
    }

    private static Set<String> without(Set<String> steps, Set<String> these) {
        Set<String> others = new TreeSet<>(steps);
        others.removeAll(these);
        return others;
    }

    /** Of promises as many may run as were made. */
    private static String promise(ClockFacts clock) {
        return clock.kind() == ClockKind.COMMITMENT ? " " + clock.round() : "";
    }

    private static List<CaseEvent> decided(CaseState state, CaseCommand command, Instant now) {
        return state.decide(command, SampleRules.asOf(now));
    }

    /** Never more than one lead at work, never two clocks of a kind running on one dispatch, and never a verified or closed case with work outstanding. */
    private static List<String> broken(CaseState state) {
        if (!(state instanceof CaseState.Known known)) {
            return List.of();
        }
        boolean done = state instanceof CaseState.Verified
                || state instanceof CaseState.Closed
                || state instanceof CaseState.Merged;
        Set<String> running = new HashSet<>();
        List<String> broken = new ArrayList<>();
        known.facts().clocks().stream()
                .filter(ClockFacts::runs)
                .map(clock -> clock.dispatch() + " " + clock.kind() + promise(clock))
                .filter(clock -> !running.add(clock))
                .forEach(clock -> broken.add("two clocks run: " + clock));
        if (known.facts().leadsAtWork() > 1) {
            broken.add("two leads at work");
        }
        if (done && known.facts().atWork().findAny().isPresent()) {
            broken.add("done with work outstanding");
        }
        return broken;
    }
}
