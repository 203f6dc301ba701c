package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.fact.Refused;

/** Deadlines that pass become facts by themselves, once, however many watch and however late. */
class DeadlineWatcherTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final int PASSED_WHILE_NOBODY_WATCHED = 300;

    private final Deadlines deadlines = new Deadlines(PRODUCT);

    @Test
    void a_deadline_becomes_a_fact_within_moments_of_passing_and_once() {
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        Instant due = PRODUCT.bean(Clock.class).instant().plusMillis(1_500);
        deadlines.begin(caseId, due);

        ClockEvent.DeadlineMissed missed = deadlines.awaitMissed(caseId);

        assertThat(missed.dueAt()).isEqualTo(due);
        assertThat(missed.observedAt()).isAfter(due);
        assertThat(missed.unit()).isEqualTo(Sample.HEATING);
        assertThatThrownBy(() -> PRODUCT.bean(CommandGateway.class)
                        .sendAndWait(CaseFile.message(
                                new ClockCommand.NoteMissedDeadline(
                                        caseId, Sample.WATCHER, due.plusSeconds(9), 1, ClockKind.ACKNOWLEDGEMENT, 1),
                                Map.of())))
                .as("told once more by somebody else")
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new CaseRefusal.NotMissed(ClockKind.ACKNOWLEDGEMENT)));
        assertThat(deadlines.missed(caseId)).hasSize(1);
    }

    @Test
    void everything_that_passed_while_nobody_watched_is_caught_up_with_once() {
        Instant due = Instant.parse("2026-01-05T02:00:00Z");
        List<UUID> cases = IntStream.range(0, PASSED_WHILE_NOBODY_WATCHED)
                .mapToObj(i -> UuidCreator.getTimeOrderedEpoch())
                .toList();
        cases.forEach(caseId -> deadlines.begin(caseId, due));

        cases.forEach(
                caseId -> assertThat(deadlines.awaitMissed(caseId).dueAt()).isEqualTo(due));
        cases.forEach(caseId -> assertThat(deadlines.missed(caseId)).hasSize(1));
    }

    @Test
    void of_two_who_claim_the_same_deadlines_each_is_looked_after_by_one() throws Exception {
        DeadlineLeases leases = PRODUCT.bean(DeadlineLeases.class);
        Instant now = PRODUCT.bean(Clock.class).instant();
        List<Passed> passed = IntStream.range(0, 100)
                .mapToObj(i -> new Passed(UUID.randomUUID(), i % 2 == 0 ? null : i, ClockKind.HANDLING, 1, now))
                .toList();

        List<Passed> claimed;
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<List<Passed>> claim = () -> leases.claim(passed, now);
            claimed = both.invokeAll(List.of(claim, claim)).stream()
                    .flatMap(each -> each.resultNow().stream())
                    .toList();
        }

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(passed);
        assertThat(leases.claim(passed, now.plus(DeadlineLeases.LEASE).plusSeconds(1)))
                .as("a lease ends")
                .containsExactlyInAnyOrderElementsOf(passed);
    }
}
