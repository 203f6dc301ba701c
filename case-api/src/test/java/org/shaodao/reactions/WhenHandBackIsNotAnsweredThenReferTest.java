package org.shaodao.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.DisputeCommand;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Deadlines;
import org.shaodao.fact.Role;

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

    @Test
    void a_hand_back_that_the_street_is_silent_about_is_with_the_district_by_itself_and_once() {
        RunningProduct product = RunningProduct.shared();
        Deadlines deadlines = new Deadlines(product);
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        Instant due = product.bean(Clock.class).instant().plusMillis(1_500);
        Instant at = due.minusSeconds(14_400);
        deadlines.begin(
                caseId,
                at,
                new DisputeEvent.HandedBack(
                        Sample.HEATING_CLERK,
                        at,
                        1,
                        Sample.HEATING,
                        "not-our-duty",
                        Sample.words("供热条例第十条"),
                        Sample.HOUSING),
                Deadlines.started(1, at, Deadlines.clock(ClockKind.HAND_BACK_ANSWER, due)));

        DisputeEvent.DisputeReferred referred = deadlines.await(caseId, DisputeEvent.DisputeReferred.class);

        assertThat(referred.dispatch()).isEqualTo(1);
        assertThat(referred.by().role()).isEqualTo(Role.SYSTEM);
        assertThat(referred.occurredAt()).isAfter(due);
        assertThat(deadlines.happened(caseId, ClockEvent.DeadlineMissed.class))
                .extracting(ClockEvent.DeadlineMissed::clock)
                .containsExactly(ClockKind.HAND_BACK_ANSWER);
        assertThat(deadlines.happened(caseId, DisputeEvent.DisputeReferred.class))
                .hasSize(1);
    }
}
