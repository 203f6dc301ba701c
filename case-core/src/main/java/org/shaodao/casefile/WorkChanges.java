package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.casefile.DispatchFacts.State;
import org.shaodao.casefile.WorkFacts.Pending;
import org.shaodao.clocks.ClockKind;

/** 办理. What a unit's work changes. What ends a clock counts when it was recorded, contact and arrival by rule 9. */
final class WorkChanges {
    private WorkChanges() {}

    static CaseFacts after(CaseFacts facts, WorkEvent event, Instant recordedAt) {
        return switch (event) {
            case WorkEvent.Acknowledged e -> seen(facts, e.dispatch(), e, recordedAt);
            case WorkEvent.Accepted e ->
                DisputeChanges.takenOn(
                        facts.changed(e.dispatch(), d -> d.acceptedBy(e.handler(), e.by()))
                                .ended(e.dispatch(), ClockKind.ACKNOWLEDGEMENT, recordedAt),
                        e.dispatch(),
                        recordedAt);
            case WorkEvent.AssignedInside e ->
                facts.changed(e.dispatch(), d -> d.assignedTo(e.section(), e.handler(), e.by()));
            case WorkEvent.Contacted e -> contacted(facts, e, recordedAt);
            case WorkEvent.Arrived e -> arrived(facts, e, recordedAt);
            case WorkEvent.Left e ->
                facts.changed(e.dispatch(), d -> d.withPresence(d.presence().left(e.occurredAt())));
            case WorkEvent.LateEntryConfirmed e -> confirmed(facts, e);
            case WorkEvent.ParticularsAsked e ->
                facts.changed(e.dispatch(), d -> d.withWork(d.work().withAsked(true)));
            case WorkEvent.ParticularsAnswered e ->
                facts.changed(e.dispatch(), d -> d.withWork(d.work().withAnswered(true)));
            case WorkEvent.Replied e -> replied(facts, e, recordedAt);
        };
    }

    /** Whoever acts on a dispatch has seen it. */
    private static CaseFacts seen(CaseFacts facts, Integer dispatch, WorkEvent e, Instant recordedAt) {
        return facts.changed(dispatch, d -> d.atLeast(State.ACKNOWLEDGED, e.by()))
                .ended(dispatch, ClockKind.ACKNOWLEDGEMENT, recordedAt);
    }

    private static CaseFacts contacted(CaseFacts facts, WorkEvent.Contacted e, Instant recordedAt) {
        Instant at = counts(e, e.late(), recordedAt);
        CaseFacts seen = e.by().actsFor(e.unit())
                ? progressed(seen(facts, e.dispatch(), e, recordedAt), e.dispatch(), e, at)
                : facts; // the street spoke to a resident who is not to be known to the unit
        CaseFacts tried = switch (e.contactResult()) {
            case REACHED -> seen;
            case NOT_REACHED ->
                seen.changed(e.dispatch(), d -> d.withWork(d.work().tried(at)));
        };
        return e.contactResult() == ContactResult.REACHED || e.seriesFull()
                ? entered(tried, e.dispatch(), LateEntry.CONTACT, e, e.late(), recordedAt)
                : tried;
    }

    private static CaseFacts arrived(CaseFacts facts, WorkEvent.Arrived e, Instant recordedAt) {
        CaseFacts seen = seen(facts, e.dispatch(), e, recordedAt)
                .changed(e.dispatch(), d -> d.withPresence(d.presence().arrived(e.occurredAt())));
        CaseFacts progressed = progressed(seen, e.dispatch(), e, counts(e, e.late(), recordedAt));
        return entered(progressed, e.dispatch(), LateEntry.ARRIVAL, e, e.late(), recordedAt);
    }

    /** Ends the clock of a contact or an arrival when that counts, and remembers a late one until it is confirmed. */
    private static CaseFacts entered(
            CaseFacts facts, Integer dispatch, LateEntry entry, WorkEvent e, boolean late, Instant recordedAt) {
        CaseFacts ended = facts.ended(dispatch, entry.clock(), counts(e, late, recordedAt));
        Pending pending = new Pending(e.occurredAt(), recordedAt);
        return late ? ended.changed(dispatch, d -> d.withWork(d.work().late(entry, pending))) : ended;
    }

    /** What a confirmed entry ended when it was recorded it ended when it happened. */
    private static CaseFacts confirmed(CaseFacts facts, WorkEvent.LateEntryConfirmed e) {
        DispatchFacts dispatch = facts.dispatches().get(e.dispatch());
        Pending entry = dispatch == null ? null : dispatch.work().lateEntries().get(e.entry());
        if (entry == null) {
            return facts;
        }
        return facts.changed(e.dispatch(), d -> d.withWork(d.work().confirmed(e.entry())))
                .changed(
                        clock -> (clock.is(e.dispatch(), e.entry().clock())
                                        || clock.is(e.dispatch(), ClockKind.PROGRESS))
                                && entry.recordedAt().equals(clock.endedAt())
                                && !clock.lapsed(),
                        clock -> clock.ended(e.happenedAt()));
    }

    private static CaseFacts replied(CaseFacts facts, WorkEvent.Replied e, Instant recordedAt) {
        CaseFacts seen = progressed(seen(facts, e.dispatch(), e, recordedAt), e.dispatch(), e, recordedAt)
                .takingOver(e.dispatch(), recordedAt);
        return switch (e.kind()) {
            case INTERIM -> seen;
            case FINAL ->
                DisputeChanges.takenOn(
                        seen.changed(e.dispatch(), d -> d.atLeast(State.REPLIED, e.by()))
                                .withAnswered(true)
                                .ended(e.dispatch(), ClockKind.HANDLING, recordedAt),
                        e.dispatch(),
                        recordedAt);
        };
    }

    private static CaseFacts progressed(CaseFacts facts, Integer dispatch, WorkEvent e, Instant at) {
        return e.substantive() ? facts.ended(dispatch, ClockKind.PROGRESS, at) : facts;
    }

    /** Rule 9: in time it counts when it occurred, late when it was recorded; never later than it was known. */
    static Instant counts(WorkEvent e, boolean late, Instant recordedAt) {
        return late || e.occurredAt().isAfter(recordedAt) ? recordedAt : e.occurredAt();
    }

    static List<CaseEvent> starts(Starting start, WorkEvent event) {
        return switch (event) {
            case WorkEvent.Acknowledged e -> List.of();
            case WorkEvent.Accepted e -> List.of();
            case WorkEvent.AssignedInside e -> List.of();
            case WorkEvent.Contacted e -> List.of();
            case WorkEvent.Arrived e -> List.of();
            case WorkEvent.Left e -> List.of();
            case WorkEvent.LateEntryConfirmed e -> List.of();
            case WorkEvent.ParticularsAsked e -> List.of();
            case WorkEvent.ParticularsAnswered e -> List.of();
            case WorkEvent.Replied e -> start.verificationIfAllReplied();
        };
    }
}
