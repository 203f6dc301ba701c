package org.shaodao.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.Sample;
import org.shaodao.casefile.StartedClock;
import org.shaodao.documents.VersionRef;

/** Clocks with due instants of a test's own choice, in the store of a product, and what became of them. */
final class Deadlines {
    private final EventStore events;

    Deadlines(RunningProduct product) {
        events = product.bean(EventStore.class);
    }

    /** A dispatch to be acknowledged by then, as another system might have written it. */
    void begin(UUID caseId, Instant due) {
        DueStep step = new DueStep(
                DueStepKind.TIME_USED_UP, LocalDateTime.parse("2026-01-12T09:20:00"), null, null, null, null);
        begin(
                caseId,
                due.minusSeconds(900),
                new StartedClock(ClockKind.ACKNOWLEDGEMENT, 1, new Due(due, false, List.of(step))));
    }

    /** A dispatch sent at that moment, with one clock. */
    void begin(UUID caseId, Instant at, StartedClock clock) {
        publish(
                caseId,
                Sample.raised(caseId, at),
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
                        List.of(clock)));
    }

    void publish(UUID caseId, CaseEvent... happened) {
        events.publish(IntStream.range(0, happened.length)
                .mapToObj(i -> new GenericDomainEventMessage<>(CaseFile.TYPE, caseId.toString(), i, happened[i]))
                .toList());
    }

    ClockEvent.DeadlineMissed awaitMissed(UUID caseId) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> missed(caseId), found -> !found.isEmpty())
                .getFirst();
    }

    List<ClockEvent.DeadlineMissed> missed(UUID caseId) {
        return happened(caseId, ClockEvent.DeadlineMissed.class);
    }

    /** The events of a kind, so far. */
    <E extends CaseEvent> List<E> happened(UUID caseId, Class<E> kind) {
        return events.readEvents(caseId.toString())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
