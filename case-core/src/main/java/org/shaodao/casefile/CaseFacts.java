package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;

/**
 * What is known of a case after each of its events. What an event changes is said once, in the changes of its family; the
 * rules decide upon it, and every view that shows where a case stands is made of it.
 *
 * @param whistles by their number within the case
 * @param dispatches by their number within the case
 * @param answered whether a final reply came since work last began
 * @param mustAct the units of which the district said that they must act, by ruling or designation
 * @param clocks all that ever ran, in the order of starting
 */
@RecordBuilder
public record CaseFacts(
        Demand demand,
        CasePhase phase,
        SortedMap<Integer, WhistleFacts> whistles,
        SortedMap<Integer, DispatchFacts> dispatches,
        Boolean answered,
        SortedSet<String> mustAct,
        List<ClockFacts> clocks)
        implements CaseFactsBuilder.With {

    /**
     * The facts after one more event; never throws, whatever the event says.
     *
     * @param before null before the first event
     * @param recordedAt when the event became known
     * @return null while nothing was raised
     */
    public static @Nullable CaseFacts after(@Nullable CaseFacts before, CaseEvent event, Instant recordedAt) {
        if (event instanceof IntakeEvent.Raised raised) {
            return new CaseFacts(
                    Demand.of(raised),
                    CasePhase.RAISED,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    false,
                    Collections.emptySortedSet(),
                    List.of());
        }
        return before == null ? null : before.after(event, recordedAt);
    }

    private CaseFacts after(CaseEvent event, Instant recordedAt) {
        return switch (event) {
            case IntakeEvent e -> IntakeChanges.after(this, e, recordedAt);
            case CallingEvent e -> CallingChanges.after(this, e, recordedAt);
            case WorkEvent e -> WorkChanges.after(this, e, recordedAt);
            case DisputeEvent e -> DisputeChanges.after(this, e, recordedAt);
            case ClosingEvent e -> ClosingChanges.after(this, e, recordedAt);
            case RatingEvent e -> RatingChanges.after(this, e, recordedAt);
            case ClockEvent e -> ClockChanges.after(this, e);
        };
    }

    /** Whether somebody may know of the case at all (rules 7 and 10 narrow what of it they see). */
    public boolean knownTo(By by) {
        return switch (by.role()) {
            case STREET -> by.actsFor(demand.street());
            case UNIT -> called(by) || dispatches.values().stream().anyMatch(d -> d.suggestedInDispute(by));
            case GRID_WORKER, COMMUNITY ->
                by.unitId() != null && Objects.equals(by.unitId(), demand.raisedBy()) || called(by);
            case RESIDENT, DISTRICT, AUDITOR, SYSTEM -> true;
            case ADMINISTRATOR -> false;
        };
    }

    private boolean called(By by) {
        return dispatches.values().stream().anyMatch(d -> by.actsFor(d.unit()));
    }

    /** Whether the caller, or their unit, did the work that is to be judged; 自办 is the act of the whole street. */
    boolean handledBy(By by) {
        return dispatches.values().stream()
                .filter(d -> !d.over())
                .anyMatch(d -> by.actsFor(d.unit())
                        || d.own() && by.actsFor(demand.street())
                        || d.people().contains(by.person()));
    }

    /** Whether the street, or a community of it, handled the matter itself 自办. */
    boolean handledByTheStreet() {
        return dispatches.values().stream().anyMatch(d -> d.own() && !d.over());
    }

    /** The dispatches whose units still owe their final reply. */
    Stream<DispatchFacts> atWork() {
        return dispatches.values().stream().filter(DispatchFacts::open);
    }

    /** The dispatches at work, and the lead who stays responsible until another takes the matter on 首接负责. */
    Stream<DispatchFacts> owing() {
        return dispatches.values().stream().filter(d -> d.open() || d.dispute().responsible());
    }

    /** Whether a unit ever gave its final reply. */
    boolean everAnswered() {
        return dispatches.values().stream().anyMatch(d -> d.state() == DispatchFacts.State.REPLIED || d.round() > 1);
    }

    /**
     * 首接负责. The dispatch of the lead who answers for the case until the next lead accepts or replies: one that was right
     * to hand back, or else the one at work; null = nobody leads.
     */
    public @Nullable Integer responsible() {
        return dispatches.values().stream()
                .filter(d -> d.dispute().responsible())
                .findFirst()
                .or(this::leadAtWork)
                .map(DispatchFacts::number)
                .orElse(null);
    }

    Optional<DispatchFacts> leadAtWork() {
        return atWork().filter(DispatchFacts::lead).findFirst();
    }

    int leadsAtWork() {
        return (int) atWork().filter(DispatchFacts::lead).count();
    }

    int nextDispatch() {
        return dispatches.isEmpty() ? 1 : dispatches.lastKey() + 1;
    }

    /** Whose dispatch it is; null = the case's own, or unknown. */
    @Nullable String unitOf(@Nullable Integer dispatch) {
        DispatchFacts of = dispatch == null ? null : dispatches.get(dispatch);
        return of == null ? null : of.unit();
    }

    CaseFacts with(WhistleFacts whistle) {
        return withWhistles(put(whistles, whistle.number(), whistle));
    }

    CaseFacts with(DispatchFacts dispatch) {
        return withDispatches(put(dispatches, dispatch.number(), dispatch));
    }

    /** With one dispatch changed; an unknown one changes nothing. */
    CaseFacts changed(Integer dispatch, UnaryOperator<DispatchFacts> change) {
        DispatchFacts old = dispatches.get(dispatch);
        return old == null ? this : with(change.apply(old));
    }

    /** 首接负责. With a lead that goes to another dispatch: at once if the unit of that one has accepted. */
    CaseFacts handingOver(Integer dispatch, CallingFacts.Handover handover, Instant at) {
        CaseFacts next = changed(dispatch, d -> d.withCalling(d.calling().withHandover(handover)));
        DispatchFacts to = dispatches.get(handover.to());
        boolean accepted = to != null && to.state().compareTo(DispatchFacts.State.ACCEPTED) >= 0;
        return accepted ? next.takingOver(handover.to(), at) : next;
    }

    /** 首接负责. With the lead that was to go to this dispatch, now that its unit accepted or replied. */
    CaseFacts takingOver(Integer dispatch, Instant at) {
        CaseFacts next = this;
        for (DispatchFacts previous : dispatches.values()) {
            CallingFacts.Handover handover = previous.calling().handover();
            if (handover != null && handover.to().equals(dispatch)) {
                next = switch (handover.previousLead()) {
                    case ENDS -> next.ending(previous.number(), at);
                    case ASSISTS -> next;
                };
                next = next.changed(previous.number(), DispatchFacts::gaveLead)
                        .changed(dispatch, d -> d.withRole(DispatchRole.LEAD));
            }
        }
        DispatchFacts by = next.dispatches().get(dispatch);
        return by != null && by.lead() ? next.withNobodyElseResponsible() : next;
    }

    private CaseFacts withNobodyElseResponsible() {
        CaseFacts next = this;
        for (Integer dispatch : dispatches.keySet()) {
            next = next.changed(dispatch, d -> d.withDispute(d.dispute().withResponsible(false)));
        }
        return next;
    }

    CaseFacts withoutHandovers() {
        CaseFacts next = this;
        for (Integer dispatch : dispatches.keySet()) {
            next = next.changed(dispatch, d -> d.withCalling(d.calling().withHandover(null)));
        }
        return next;
    }

    /** With a dispatch over that was not answered, and its clocks with it. */
    CaseFacts ending(Integer dispatch, Instant at) {
        DispatchFacts of = dispatches.get(dispatch);
        return of == null || !of.open()
                ? this
                : with(of.ended()).lapsed(clock -> dispatch.equals(clock.dispatch()), at);
    }

    /** With the running clocks of a kind ended: what they measure was done. */
    CaseFacts ended(@Nullable Integer dispatch, ClockKind kind, Instant at) {
        return changed(ClockFacts.running(dispatch, kind), clock -> clock.ended(at));
    }

    /** With running clocks ended because the case took another turn. */
    CaseFacts lapsed(Predicate<ClockFacts> which, Instant at) {
        return changed(which.and(ClockFacts::runs), clock -> clock.lapsed(at));
    }

    CaseFacts changed(Predicate<ClockFacts> which, UnaryOperator<ClockFacts> change) {
        return withClocks(clocks.stream()
                .map(clock -> which.test(clock) ? change.apply(clock) : clock)
                .toList());
    }

    private static <V> SortedMap<Integer, V> put(SortedMap<Integer, V> before, Integer number, V value) {
        SortedMap<Integer, V> all = new TreeMap<>(before);
        all.put(number, value);
        return Collections.unmodifiableSortedMap(all);
    }
}
