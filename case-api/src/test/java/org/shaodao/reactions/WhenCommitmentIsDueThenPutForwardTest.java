package org.shaodao.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.CommitmentCommand;
import org.shaodao.casefile.CommitmentEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Deadlines;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

class WhenCommitmentIsDueThenPutForwardTest {
    private static final UUID CASE = new UUID(1, 1);
    private static final Instant DUE = Instant.parse("2026-01-12T16:00:00Z");
    private static final Instant NOW = DUE.plusSeconds(40);

    private final Reaction reaction = new WhenCommitmentIsDueThenPutForward();

    @Test
    void the_case_is_put_forward_because_of_the_promise_that_was_missed() {
        assertThat(reaction.follows(CASE, missed(ClockKind.COMMITMENT), NOW)).hasValueSatisfying(command -> {
            CommitmentCommand.PutForwardForReopening put = (CommitmentCommand.PutForwardForReopening) command;
            assertThat(put.commitment()).isEqualTo(2);
            assertThat(put.occurredAt()).isEqualTo(NOW);
            assertThat(put.by().role()).isEqualTo(Role.SYSTEM);
        });
    }

    @Test
    void another_deadline_puts_nothing_forward() {
        assertThat(reaction.follows(CASE, missed(ClockKind.HANDLING), NOW)).isEmpty();
    }

    @Test
    void a_promise_whose_day_passes_puts_its_case_forward_by_itself_and_once() {
        RunningProduct product = RunningProduct.shared();
        Deadlines deadlines = new Deadlines(product);
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        Instant due = product.bean(Clock.class).instant().plusMillis(1_500);
        Instant at = due.minusSeconds(86_400);
        deadlines.begin(
                caseId,
                at,
                new CommitmentEvent.CommitmentMade(
                        Sample.OFFICER, at, 1, Sample.HEATING, Sample.words("更换老旧管道"), LocalDate.parse("2026-01-12")),
                Deadlines.started(null, at, Deadlines.clock(ClockKind.COMMITMENT, due)));

        CommitmentEvent.ReopeningPutForward put = deadlines.await(caseId, CommitmentEvent.ReopeningPutForward.class);

        assertThat(put.commitment()).isEqualTo(1);
        assertThat(put.unit()).isEqualTo(Sample.HEATING);
        assertThat(put.by().role()).isEqualTo(Role.SYSTEM);
        assertThat(put.occurredAt()).isAfter(due);
        assertThat(deadlines.happened(caseId, ClockEvent.DeadlineMissed.class)).hasSize(1);
        assertThat(deadlines.happened(caseId, CommitmentEvent.ReopeningPutForward.class))
                .hasSize(1);
    }

    private static ClockEvent.DeadlineMissed missed(ClockKind kind) {
        By watcher = new By("deadline-watcher", null, Role.SYSTEM, null);
        return new ClockEvent.DeadlineMissed(watcher, DUE, null, null, kind, 2, DUE, NOW);
    }
}
