package org.shaodao.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.DisputeCommand;
import org.shaodao.casefile.Sample;
import org.shaodao.clocks.ClockKind;

class WhenHandBackIsNotAnsweredThenReferTest {
    private static final Instant NOW = Sample.minutes(600);

    private static ClockEvent.DeadlineMissed missed(ClockKind kind) {
        return new ClockEvent.DeadlineMissed(
                Sample.WATCHER, Sample.minutes(500), 2, null, kind, 1, Sample.minutes(500), NOW);
    }

    @Test
    void the_streets_silence_refers_the_dispute_of_that_dispatch() {
        assertThat(new WhenHandBackIsNotAnsweredThenRefer()
                        .follows(Sample.CASE, missed(ClockKind.HAND_BACK_ANSWER), NOW))
                .get()
                .isInstanceOfSatisfying(
                        DisputeCommand.ReferDispute.class,
                        refer -> assertThat(refer.dispatch()).isEqualTo(2))
                .extracting(CaseCommand::occurredAt)
                .isEqualTo(NOW);
    }

    @Test
    void no_other_silence_does() {
        assertThat(new WhenHandBackIsNotAnsweredThenRefer().follows(Sample.CASE, missed(ClockKind.RULING), NOW))
                .isEmpty();
    }
}
