package org.shaodao.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.casefile.SupervisionCommand;
import org.shaodao.clocks.ClockKind;

class WhenIdleThenRemindTest {
    private static final Instant NOW = Sample.minutes(600);

    @Test
    void half_of_the_time_without_progress_opens_what_the_ladder_has_for_it() {
        assertThat(new WhenIdleThenRemind().follows(Sample.CASE, missed(ClockKind.PROGRESS), NOW))
                .contains(new SupervisionCommand.OpenRungs(Sample.CASE, WhenMissedThenOpenRungs.LADDER, NOW, 2));
    }

    @Test
    void every_other_deadline_is_left_to_the_rungs_for_what_was_missed() {
        assertThat(Arrays.asList(ClockKind.values())).allSatisfy(kind -> {
            boolean idle = new WhenIdleThenRemind()
                    .follows(Sample.CASE, missed(kind), NOW)
                    .isPresent();
            boolean late = new WhenMissedThenOpenRungs()
                    .follows(Sample.CASE, missed(kind), NOW)
                    .isPresent();
            assertThat(idle).isEqualTo(kind == ClockKind.PROGRESS).isNotEqualTo(late);
        });
    }

    private static ClockEvent.DeadlineMissed missed(ClockKind kind) {
        return new ClockEvent.DeadlineMissed(
                Sample.WATCHER, Sample.minutes(500), 2, null, kind, 1, Sample.minutes(500), NOW);
    }
}
