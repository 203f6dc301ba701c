package org.shaodao.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.CommitmentCommand;
import org.shaodao.clocks.ClockKind;
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

    private static ClockEvent.DeadlineMissed missed(ClockKind kind) {
        By watcher = new By("deadline-watcher", null, Role.SYSTEM, null);
        return new ClockEvent.DeadlineMissed(watcher, DUE, null, null, kind, 2, DUE, NOW);
    }
}
