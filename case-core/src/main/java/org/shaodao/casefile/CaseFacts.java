package org.shaodao.casefile;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchFacts.State;
import org.shaodao.fact.By;

/**
 * What is known of a case after each of its events: the one place that says what an event changes. The rules decide
 * upon it, and every view that shows where a case stands is made of it.
 *
 * @param whistles the kind of each by its number within the case
 * @param dispatches by their number within the case
 * @param answered whether a final reply came since work last began
 * @param clocks all that ever ran, in the order of starting
 */
public record CaseFacts(
        Demand demand,
        CasePhase phase,
        SortedMap<Integer, String> whistles,
        SortedMap<Integer, DispatchFacts> dispatches,
        Boolean answered,
        List<ClockFacts> clocks) {

    /**
     * The facts after one more event; never throws, whatever the event says.
     *
     * @param before null before the first event
     * @param recordedAt when the event became known
     * @return null while nothing was raised
     */
    public static @Nullable CaseFacts after(@Nullable CaseFacts before, CaseEvent event, Instant recordedAt) {
        if (event instanceof CaseEvent.Raised e) {
            return new CaseFacts(
                    Demand.of(e),
                    CasePhase.RAISED,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    false,
                    CaseClocks.after(List.of(), e, recordedAt));
        }
        return before == null ? null : before.after(event).with(CaseClocks.after(before.clocks, event, recordedAt));
    }

    private CaseFacts after(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Raised e -> this;
            case CaseEvent.NotAccepted e -> in(CasePhase.NOT_ACCEPTED);
            case CaseEvent.WhistleBlown e -> whistled(e.whistle(), e.kind()).in(CasePhase.HANDLING);
            case CaseEvent.Dispatched e -> with(DispatchFacts.sent(e)).in(CasePhase.HANDLING);
            case CaseEvent.Acknowledged e -> changed(e.dispatch(), d -> d.atLeast(State.ACKNOWLEDGED, e.by()));
            case CaseEvent.Accepted e -> changed(e.dispatch(), d -> d.acceptedBy(e.handler(), e.by()));
            case CaseEvent.Replied e ->
                switch (e.kind()) {
                    case INTERIM -> changed(e.dispatch(), d -> d.atLeast(State.ACKNOWLEDGED, e.by()));
                    case FINAL ->
                        changed(e.dispatch(), d -> d.atLeast(State.REPLIED, e.by()))
                                .answered(true);
                };
            case CaseEvent.ReworkOrdered e ->
                changed(e.dispatch(), d -> d.sentBack(e.round()))
                        .answered(false)
                        .in(CasePhase.HANDLING);
            case CaseEvent.Verified e -> in(CasePhase.VERIFIED);
            case CaseEvent.FollowedUp e -> this;
            case CaseEvent.Closed e -> in(CasePhase.CLOSED);
            case CaseEvent.Reopened e -> answered(false).in(CasePhase.HANDLING);
            case CaseEvent.DeadlineMissed e -> this;
        };
    }

    /** Whether somebody may know of the case at all (rules 7 and 10 narrow what of it they see). */
    public boolean knownTo(By by) {
        return switch (by.role()) {
            case STREET -> by.actsFor(demand.street());
            case UNIT -> dispatches.values().stream().anyMatch(d -> by.actsFor(d.unit()));
            case GRID_WORKER, COMMUNITY -> by.unitId() != null && Objects.equals(by.unitId(), demand.raisedBy());
            case RESIDENT, DISTRICT, AUDITOR, SYSTEM -> true;
            case ADMINISTRATOR -> false;
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

    private CaseFacts in(CasePhase next) {
        return new CaseFacts(demand, next, whistles, dispatches, answered, clocks);
    }

    private CaseFacts whistled(Integer whistle, String kind) {
        SortedMap<Integer, String> all = new TreeMap<>(whistles);
        all.put(whistle, kind);
        return new CaseFacts(demand, phase, Collections.unmodifiableSortedMap(all), dispatches, answered, clocks);
    }

    private CaseFacts answered(boolean now) {
        return new CaseFacts(demand, phase, whistles, dispatches, now, clocks);
    }

    private CaseFacts with(List<ClockFacts> now) {
        return new CaseFacts(demand, phase, whistles, dispatches, answered, now);
    }

    private CaseFacts changed(Integer dispatch, UnaryOperator<DispatchFacts> change) {
        DispatchFacts old = dispatches.get(dispatch);
        return old == null ? this : with(change.apply(old));
    }

    private CaseFacts with(DispatchFacts dispatch) {
        SortedMap<Integer, DispatchFacts> all = new TreeMap<>(dispatches);
        all.put(dispatch.number(), dispatch);
        return new CaseFacts(demand, phase, whistles, Collections.unmodifiableSortedMap(all), answered, clocks);
    }
}
