package org.shaodao.inbox;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Duty;
import org.shaodao.demand.DemandKind;
import org.shaodao.view.Recorded;

/** What the inbox keeps of one case, and what every event makes of it. */
record InboxCase(Demand demand, SortedMap<Integer, Item> items) {
    /** What all dispatches of a case have in common. */
    record Demand(
            UUID caseId,
            String number,
            String street,
            DemandKind kind,
            String category,
            String place,
            String subject) {}

    /** One dispatch. */
    record Item(
            UUID caseId,
            int dispatch,
            String unit,
            Duty duty,
            String category,
            @Nullable Integer whistle,
            InboxTab tab,
            int round,
            @Nullable String handler,
            Instant dispatchedAt,
            Instant recordedAt,
            Instant changedAt) {
        Item moved(InboxTab to, Instant at) {
            return new Item(
                    caseId, dispatch, unit, duty, category, whistle, to, round, handler, dispatchedAt, recordedAt, at);
        }

        Item handledBy(String person) {
            return new Item(
                    caseId,
                    dispatch,
                    unit,
                    duty,
                    category,
                    whistle,
                    tab,
                    round,
                    person,
                    dispatchedAt,
                    recordedAt,
                    changedAt);
        }

        Item inRound(int next) {
            return new Item(
                    caseId,
                    dispatch,
                    unit,
                    duty,
                    category,
                    whistle,
                    tab,
                    next,
                    handler,
                    dispatchedAt,
                    recordedAt,
                    changedAt);
        }
    }

    static InboxCase raised(UUID caseId, CaseEvent.Raised e) {
        return new InboxCase(
                new Demand(caseId, e.number(), e.street(), e.kind(), e.category(), e.place(), e.subject()),
                new TreeMap<>());
    }

    InboxCase after(Recorded recorded) {
        Instant at = recorded.recordedAt();
        return switch (recorded.event()) {
            case CaseEvent.Raised e -> this;
            case CaseEvent.NotAccepted e -> this;
            case CaseEvent.WhistleBlown e -> this;
            case CaseEvent.Dispatched e -> with(dispatched(e, at));
            case CaseEvent.Acknowledged e -> changed(e.dispatch(), i -> i.moved(InboxTab.IN_HAND, at));
            case CaseEvent.Accepted e ->
                changed(e.dispatch(), i -> i.moved(InboxTab.IN_HAND, at).handledBy(e.handler()));
            case CaseEvent.Replied e ->
                switch (e.kind()) {
                    case INTERIM -> changed(e.dispatch(), i -> i.moved(InboxTab.IN_HAND, at));
                    case FINAL -> changed(e.dispatch(), i -> i.moved(InboxTab.DONE, at));
                };
            case CaseEvent.ReworkOrdered e ->
                changed(e.dispatch(), i -> i.moved(InboxTab.IN_HAND, at).inRound(e.round()));
            case CaseEvent.Verified e -> allDone(at);
            case CaseEvent.FollowedUp e -> this;
            case CaseEvent.Closed e -> allDone(at);
            case CaseEvent.Reopened e -> this;
        };
    }

    private Item dispatched(CaseEvent.Dispatched e, Instant at) {
        return new Item(
                demand.caseId(),
                e.dispatch(),
                e.unit(),
                e.duty(),
                demand.category(),
                e.whistle(),
                InboxTab.TO_ACKNOWLEDGE,
                1,
                null,
                e.occurredAt(),
                at,
                at);
    }

    private InboxCase allDone(Instant at) {
        SortedMap<Integer, Item> done = new TreeMap<>(items);
        done.replaceAll((dispatch, i) -> i.tab() == InboxTab.DONE ? i : i.moved(InboxTab.DONE, at));
        return new InboxCase(demand, done);
    }

    private InboxCase changed(Integer dispatch, UnaryOperator<Item> change) {
        Item old = items.get(dispatch);
        return old == null ? this : with(change.apply(old));
    }

    private InboxCase with(Item item) {
        SortedMap<Integer, Item> all = new TreeMap<>(items);
        all.put(item.dispatch(), item);
        return new InboxCase(demand, all);
    }
}
