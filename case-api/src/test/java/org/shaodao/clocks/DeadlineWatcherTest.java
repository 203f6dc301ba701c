package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.casefile.StartedClock;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.documents.VersionRef;
import org.shaodao.fact.Refused;

/** Deadlines that pass become facts by themselves, once, however many watch and however late. */
class DeadlineWatcherTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final int PASSED_WHILE_NOBODY_WATCHED = 300;

    private final EventStore events = PRODUCT.bean(EventStore.class);

    @Test
    void a_deadline_becomes_a_fact_within_moments_of_passing_and_once() {
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        Instant due = PRODUCT.bean(Clock.class).instant().plusMillis(1_500);
        begin(caseId, due);

        ClockEvent.DeadlineMissed missed = awaitMissed(caseId);

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
        assertThat(missed(caseId)).hasSize(1);
    }

    @Test
    void everything_that_passed_while_nobody_watched_is_caught_up_with_once() {
        Instant due = Instant.parse("2026-01-05T02:00:00Z");
        List<UUID> cases = IntStream.range(0, PASSED_WHILE_NOBODY_WATCHED)
                .mapToObj(i -> UuidCreator.getTimeOrderedEpoch())
                .toList();
        cases.forEach(caseId -> begin(caseId, due));

        cases.forEach(caseId -> assertThat(awaitMissed(caseId).dueAt()).isEqualTo(due));
        cases.forEach(caseId -> assertThat(missed(caseId)).hasSize(1));
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

    /** A dispatch to be acknowledged by then, as another system might have written it. */
    private void begin(UUID caseId, Instant due) {
        DueStep step = new DueStep(
                DueStepKind.TIME_USED_UP, LocalDateTime.parse("2026-01-12T09:20:00"), null, null, null, null);
        Instant at = due.minusSeconds(900);
        IntakeEvent.Raised raised = Sample.raised();
        publish(
                caseId,
                new IntakeEvent.Raised(
                        raised.by(),
                        at,
                        caseId,
                        "T-" + caseId,
                        raised.street(),
                        raised.complainant(),
                        raised.kind(),
                        raised.urgency(),
                        raised.channel(),
                        raised.category(),
                        raised.place(),
                        raised.subject(),
                        raised.narrative(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new CallingEvent.Dispatched(
                        Sample.OFFICER, at, 1, null, Sample.HEATING, DispatchRole.LEAD, Sample.words("查明原因")),
                new ClockEvent.ClocksStarted(
                        Sample.OFFICER,
                        at,
                        1,
                        Sample.HEATING,
                        at,
                        new VersionRef("default", "1", "a".repeat(64)),
                        new VersionRef("cn", "1", "b".repeat(64)),
                        List.of(new StartedClock(ClockKind.ACKNOWLEDGEMENT, 1, new Due(due, false, List.of(step))))));
    }

    private void publish(UUID caseId, CaseEvent... happened) {
        events.publish(IntStream.range(0, happened.length)
                .mapToObj(i -> new GenericDomainEventMessage<>(CaseFile.TYPE, caseId.toString(), i, happened[i]))
                .toList());
    }

    private ClockEvent.DeadlineMissed awaitMissed(UUID caseId) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> missed(caseId), found -> !found.isEmpty())
                .getFirst();
    }

    private List<ClockEvent.DeadlineMissed> missed(UUID caseId) {
        return events.readEvents(caseId.toString())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(ClockEvent.DeadlineMissed.class::isInstance)
                .map(ClockEvent.DeadlineMissed.class::cast)
                .toList();
    }
}
