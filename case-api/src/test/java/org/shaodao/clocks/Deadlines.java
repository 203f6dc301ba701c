package org.shaodao.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
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
public final class Deadlines {
    private final EventStore events;

    public Deadlines(RunningProduct product) {
        events = product.bean(EventStore.class);
    }

    /** A dispatch to be acknowledged by then, as another system might have written it. */
    void begin(UUID caseId, Instant due) {
        begin(caseId, due.minusSeconds(900), clock(ClockKind.ACKNOWLEDGEMENT, due));
    }

    /** A dispatch sent at that moment, with these clocks. */
    public void begin(UUID caseId, Instant at, StartedClock... clocks) {
        begin(caseId, at, started(1, at, clocks));
    }

    /** A dispatch sent at that moment, and what happened then. */
    public void begin(UUID caseId, Instant at, CaseEvent... then) {
        CaseEvent[] dispatched = {
            Sample.raised(caseId, at),
            new CallingEvent.Dispatched(
                    Sample.OFFICER, at, 1, null, Sample.HEATING, DispatchRole.LEAD, Sample.words("查明原因"))
        };
        CaseEvent[] happened =
                Stream.concat(Stream.of(dispatched), Stream.of(then)).toArray(CaseEvent[]::new);
        events.publish(IntStream.range(0, happened.length)
                .mapToObj(i -> new GenericDomainEventMessage<>(CaseFile.TYPE, caseId.toString(), i, happened[i]))
                .toList());
    }

    /** Clocks of the first dispatch, or of the case itself. */
    public static ClockEvent.ClocksStarted started(@Nullable Integer dispatch, Instant at, StartedClock... clocks) {
        return new ClockEvent.ClocksStarted(
                Sample.OFFICER,
                at,
                dispatch,
                dispatch == null ? null : Sample.HEATING,
                at,
                new VersionRef("default", "1", "a".repeat(64)),
                new VersionRef("cn", "1", "b".repeat(64)),
                List.of(clocks));
    }

    /** The first clock of a kind. */
    public static StartedClock clock(ClockKind kind, Instant due) {
        LocalDateTime wall = LocalDateTime.parse("2026-01-12T09:20:00");
        DueStep step = new DueStep(DueStepKind.TIME_USED_UP, wall, null, null, null, null);
        return new StartedClock(kind, 1, new Due(due, false, List.of(step)));
    }

    ClockEvent.DeadlineMissed awaitMissed(UUID caseId) {
        return await(caseId, ClockEvent.DeadlineMissed.class);
    }

    /** The first event of a kind, as soon as there is one. */
    public <E extends CaseEvent> E await(UUID caseId, Class<E> kind) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> happened(caseId, kind), found -> !found.isEmpty())
                .getFirst();
    }

    List<ClockEvent.DeadlineMissed> missed(UUID caseId) {
        return happened(caseId, ClockEvent.DeadlineMissed.class);
    }

    /** The events of a kind, so far. */
    public <E extends CaseEvent> List<E> happened(UUID caseId, Class<E> kind) {
        return events.readEvents(caseId.toString())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
