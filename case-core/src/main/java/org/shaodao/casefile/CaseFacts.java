package org.shaodao.casefile;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent.Raised;
import org.shaodao.fact.By;

/**
 * What is known of a case in every phase after it was raised.
 *
 * @param raisedBy the unit that raised the demand, or null for a resident in person
 * @param whistles how many were blown
 * @param answered whether a final reply came since work last began
 */
record CaseFacts(
        UUID id,
        String number,
        String street,
        @Nullable String raisedBy,
        Instant raisedAt,
        Integer whistles,
        SortedMap<Integer, DispatchFacts> dispatches,
        Boolean answered) {

    static CaseFacts of(Raised e) {
        return new CaseFacts(
                e.caseId(),
                e.number(),
                e.street(),
                e.by().unitId(),
                e.occurredAt(),
                0,
                Collections.emptySortedMap(),
                false);
    }

    /** The facts after one more event; never throws, whatever the event says. */
    CaseFacts after(CaseEvent event) {
        return switch (event) {
            case Raised e -> of(e);
            case CaseEvent.NotAccepted e -> this;
            case CaseEvent.WhistleBlown e ->
                new CaseFacts(id, number, street, raisedBy, raisedAt, e.whistle(), dispatches, answered);
            case CaseEvent.Dispatched e -> with(DispatchFacts.sent(e));
            case CaseEvent.Acknowledged e ->
                changed(e.dispatch(), d -> d.moved(DispatchFacts.State.ACKNOWLEDGED, e.by()));
            case CaseEvent.Accepted e -> changed(e.dispatch(), d -> d.moved(DispatchFacts.State.ACCEPTED, e.by()));
            case CaseEvent.Replied e ->
                switch (e.kind()) {
                    case INTERIM -> changed(e.dispatch(), d -> d.moved(DispatchFacts.State.ACCEPTED, e.by()));
                    case FINAL ->
                        changed(e.dispatch(), d -> d.moved(DispatchFacts.State.REPLIED, e.by()))
                                .answered(true);
                };
            case CaseEvent.ReworkOrdered e ->
                changed(e.dispatch(), d -> d.sentBack(e.round())).answered(false);
            case CaseEvent.Verified e -> this;
            case CaseEvent.FollowedUp e -> this;
            case CaseEvent.Closed e -> this;
            case CaseEvent.Reopened e -> answered(false);
        };
    }

    /** Whether the caller may know of the case at all (rules 7 and 10 narrow what of it they see). */
    boolean knownTo(By by) {
        return switch (by.role()) {
            case STREET -> by.actsFor(street);
            case UNIT -> dispatches.values().stream().anyMatch(d -> by.actsFor(d.unit()));
            case GRID_WORKER, COMMUNITY -> by.unitId() != null && Objects.equals(by.unitId(), raisedBy);
            case RESIDENT, DISTRICT, AUDITOR, ADMINISTRATOR -> true;
        };
    }

    /** Whether the caller, or their unit, did the work that is to be judged. */
    boolean handledBy(By by) {
        return dispatches.values().stream()
                .anyMatch(d -> by.actsFor(d.unit()) || d.people().contains(by.person()));
    }

    /** The dispatches whose units still owe their final reply. */
    Stream<DispatchFacts> atWork() {
        return dispatches.values().stream().filter(DispatchFacts::open);
    }

    int leadsAtWork() {
        return (int) atWork().filter(DispatchFacts::lead).count();
    }

    int nextDispatch() {
        return dispatches.isEmpty() ? 1 : dispatches.lastKey() + 1;
    }

    private CaseFacts answered(boolean now) {
        return new CaseFacts(id, number, street, raisedBy, raisedAt, whistles, dispatches, now);
    }

    private CaseFacts changed(Integer dispatch, UnaryOperator<DispatchFacts> change) {
        DispatchFacts old = dispatches.get(dispatch);
        return old == null ? this : with(change.apply(old));
    }

    private CaseFacts with(DispatchFacts dispatch) {
        SortedMap<Integer, DispatchFacts> all = new TreeMap<>(dispatches);
        all.put(dispatch.number(), dispatch);
        return new CaseFacts(
                id, number, street, raisedBy, raisedAt, whistles, Collections.unmodifiableSortedMap(all), answered);
    }
}
