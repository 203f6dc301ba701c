package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;

/** What holds for every history, told by three hundred of them. */
class RandomHistoriesTest {
    private static final int SEEDS = 300;
    private static final int COMMANDS = 120;

    @Test
    void replaying_the_events_gives_the_state_and_every_step_was_both_taken_and_refused() {
        Set<String> taken = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        Set<String> reasons = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomHistory history = new RandomHistory(seed);
            CaseState state = new CaseState.Unborn();
            List<CaseEvent> events = new ArrayList<>();
            for (int i = 0; i < COMMANDS; i++) {
                CaseCommand command = history.next();
                try {
                    for (CaseEvent event : state.decide(command)) {
                        events.add(event);
                        state = state.after(event);
                    }
                    taken.add(command.step());
                } catch (Refused refusal) {
                    refused.add(command.step());
                    reasons.add(refusal.refusal().code());
                }
            }
            assertThat(LifeCycleTest.after(events)).as("seed %d", seed).isEqualTo(state);
            assertThat(invariants(state)).as("seed %d", seed).isTrue();
        }
        Set<String> steps = Stream.of(CaseCommand.class.getPermittedSubclasses())
                .map(Refusal::kebab)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(taken).isEqualTo(steps);
        assertThat(refused).isEqualTo(steps);
        assertThat(reasons).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void an_event_that_makes_no_sense_changes_the_state_without_an_exception() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomHistory history = new RandomHistory(seed);
            CaseState state = new CaseState.Unborn();
            CaseState other =
                    LifeCycleTest.after(List.of(Sample.raised(), Sample.dispatched(1, Sample.lead(Sample.WATER))));
            for (int i = 0; i < COMMANDS; i++) {
                try {
                    for (CaseEvent event : state.decide(history.next())) {
                        state = state.after(event);
                        other = other.after(event);
                    }
                } catch (Refused refusal) {
                    assertThat(refusal.refusal().code()).isNotBlank();
                }
            }
            assertThat(other).isNotNull();
        }
    }

    /** Never more than one lead at work, and never a verified or closed case with work outstanding. */
    private static boolean invariants(CaseState state) {
        if (!(state instanceof CaseState.Known known)) {
            return true;
        }
        boolean done = state instanceof CaseState.Verified || state instanceof CaseState.Closed;
        return known.facts().leadsAtWork() <= 1
                && !(done && known.facts().atWork().findAny().isPresent());
    }
}
