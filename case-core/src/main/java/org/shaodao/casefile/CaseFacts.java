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
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/**
 * What is known of a case after each of its events. What an event changes is said once, in the changes of its family; the
 * rules decide upon it, and every view that shows where a case stands is made of it.
 *
 * @param whistles by their number within the case
 * @param dispatches by their number within the case
 * @param answered whether a final reply came since work last began
 * @param closing how finished work was judged
 * @param intake what the intake made of the demand
 * @param commitments by their number within the case
 * @param supervision what was done to press on
 * @param mustAct the units of which the district said that they must act, by ruling or designation
 * @param clocks all that ever ran, in the order of starting
 * @param parking whether it stands still, or somebody proposed that
 * @param link the other cases it has to do with
 */
@RecordBuilder
public record CaseFacts(
        Demand demand,
        CasePhase phase,
        SortedMap<Integer, WhistleFacts> whistles,
        SortedMap<Integer, DispatchFacts> dispatches,
        Boolean answered,
        SortedSet<String> mustAct,
        ClosingFacts closing,
        IntakeFacts intake,
        RatingFacts rating,
        MutualFacts mutual,
        SortedMap<Integer, CommitmentFacts> commitments,
        AppraisalFacts appraisal,
        SupervisionFacts supervision,
        List<ClockFacts> clocks,
        ParkingFacts parking,
        LinkFacts link)
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
            Demand demand = Demand.of(raised);
            return new CaseFacts(
                    demand,
                    CasePhase.RAISED,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    false,
                    Collections.emptySortedSet(),
                    ClosingFacts.NONE,
                    IntakeFacts.NONE,
                    RatingFacts.NONE,
                    MutualFacts.NONE,
                    Collections.emptySortedMap(),
                    AppraisalFacts.NONE,
                    SupervisionFacts.NONE,
                    ClockFacts.outside(demand),
                    ParkingFacts.NONE,
                    LinkFacts.NONE);
        }
        if (before == null) {
            return null;
        }
        CaseFacts handled = ParkingChanges.whileHandled(before.after(event, recordedAt), recordedAt);
        return SupervisionChanges.untilNothingIsOwed(handled, recordedAt);
    }

    private CaseFacts after(CaseEvent event, Instant recordedAt) {
        return switch (event) {
            case IntakeEvent e -> IntakeChanges.after(this, e, recordedAt);
            case CallingEvent e -> CallingChanges.after(this, e, recordedAt);
            case WorkEvent e -> WorkChanges.after(this, e, recordedAt);
            case DisputeEvent e -> DisputeChanges.after(this, e, recordedAt);
            case ClosingEvent e -> ClosingChanges.after(this, e, recordedAt);
            case RatingEvent e -> RatingChanges.after(this, e, recordedAt);
            case MutualEvent e -> MutualChanges.after(this, e, recordedAt);
            case CommitmentEvent e -> CommitmentChanges.after(this, e, recordedAt);
            case AppraisalEvent e -> AppraisalChanges.after(this, e);
            case SupervisionEvent e -> SupervisionChanges.after(this, e, recordedAt);
            case ClockEvent e -> ClockChanges.after(this, e);
            case ExtensionEvent e -> ExtensionChanges.after(this, e);
            case ParkingEvent e -> ParkingChanges.after(this, e, recordedAt);
            case LinkEvent e -> LinkChanges.after(this, e, recordedAt);
            case IdentityEvent e -> this;
        };
    }

    /** Whether the caller's office runs the case: its street, or the district once it was recused (rule 10). */
    public boolean runBy(By by) {
        return intake.recused() ? by.role() == Role.DISTRICT : by.role() == Role.STREET && by.actsFor(demand.street());
    }

    /** Whether another system that sent the demand waits for a result that is there. */
    public boolean owesResult() {
        return demand.outside() != null
                && !intake.resultReturned()
                && CaseState.of(this) instanceof IntakeSteps.Returning;
    }

    /** Whether somebody may know of the case at all (rules 7 and 10 narrow what of it they see). */
    public boolean knownTo(By by) {
        return switch (by.role()) {
            case STREET -> runBy(by);
            case UNIT ->
                called(by)
                        || !Objects.equals(by.unitId(), demand.about())
                                && dispatches.values().stream().anyMatch(d -> d.suggestedInDispute(by));
            case GRID_WORKER, COMMUNITY -> called(by) || near(by);
            case RESIDENT, DISTRICT, AUDITOR, SYSTEM -> true;
            case ADMINISTRATOR, OUTSIDE -> false;
        };
    }

    /** Whose community it is, who raised it or was asked to look; what is confidential is not everybody's. */
    private boolean near(By by) {
        String unit = by.unitId();
        return unit != null
                && !unit.equals(demand.about())
                && (unit.equals(demand.raisedBy())
                        || closing.asked().contains(unit)
                        || unit.equals(demand.community()) && !demand.confidential() && !intake.recused());
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
        return dispatches.values().stream().anyMatch(d -> !d.over() && ofTheStreet(d));
    }

    /** Whether a dispatch is the work of the street that runs the case, taken on or called for before it ran it. */
    boolean ofTheStreet(DispatchFacts dispatch) {
        return dispatch.own() || dispatch.unit().equals(demand.street());
    }

    /** The dispatches whose units still owe their final reply. */
    Stream<DispatchFacts> atWork() {
        return dispatches.values().stream().filter(DispatchFacts::open);
    }

    /** The lead whose final reply is the last word; null while there is none. */
    @Nullable DispatchFacts lastLead() {
        return dispatches.values().stream()
                .filter(d -> d.lead() && d.state() == DispatchFacts.State.REPLIED)
                .reduce(null, (before, d) -> d);
    }

    /** The dispatches at work, and the lead who stays responsible until another takes the matter on 首接负责. */
    Stream<DispatchFacts> owing() {
        return dispatches.values().stream().filter(d -> d.open() || d.dispute().responsible());
    }

    /** Everybody else who wants the same: each is asked, and each rates. */
    List<UUID> coComplainants() {
        return link.coComplainants().stream()
                .filter(person -> !person.equals(demand.complainant()))
                .toList();
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

    /** The time to handle a dispatch, while it passes. */
    Optional<ClockFacts> handling(Integer dispatch) {
        return clocks.stream()
                .filter(clock -> clock.counts() && clock.is(dispatch, ClockKind.HANDLING))
                .findFirst();
    }

    /** 互评. The dispatches whose ratings neither side may read yet: one of the two is missing, and the window is open. */
    public List<Integer> sealedRatings() {
        return dispatches.keySet().stream()
                .filter(number -> mutual.half(number) && !ratingWindowOver(number))
                .toList();
    }

    boolean ratingWindowOver(Integer dispatch) {
        List<ClockFacts> windows = clocks.stream()
                .filter(clock -> clock.is(dispatch, ClockKind.RATING_WINDOW))
                .toList();
        return !windows.isEmpty() && windows.stream().noneMatch(ClockFacts::runs);
    }

    CaseFacts with(WhistleFacts whistle) {
        return withWhistles(put(whistles, whistle.number(), whistle));
    }

    CaseFacts with(DispatchFacts dispatch) {
        return withDispatches(put(dispatches, dispatch.number(), dispatch));
    }

    CaseFacts with(CommitmentFacts commitment) {
        return withCommitments(put(commitments, commitment.number(), commitment));
    }

    /** With one commitment changed; an unknown one changes nothing. */
    CaseFacts promised(Integer commitment, UnaryOperator<CommitmentFacts> change) {
        CommitmentFacts old = commitments.get(commitment);
        return old == null ? this : with(change.apply(old));
    }

    /** With one dispatch changed; an unknown one changes nothing. */
    CaseFacts changed(Integer dispatch, UnaryOperator<DispatchFacts> change) {
        DispatchFacts old = dispatches.get(dispatch);
        return old == null ? this : with(change.apply(old));
    }

    /** With every dispatch over that was still at work. */
    CaseFacts workEnded() {
        CaseFacts ended = this;
        for (DispatchFacts dispatch : dispatches.values()) {
            ended = ended.with(dispatch.ended());
        }
        return ended;
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

    /** With a dispatch over that was not answered because the street let it go, and its clocks with it. */
    CaseFacts ending(Integer dispatch, Instant at) {
        DispatchFacts of = dispatches.get(dispatch);
        return of == null || !of.open()
                ? this
                : with(of.letGo()).lapsed(clock -> dispatch.equals(clock.dispatch()), at);
    }

    /** Back to the beginning where nobody is at work and nobody ever answered. */
    CaseFacts raisedIfNobodyCame() {
        boolean nobody = owing().findAny().isEmpty() && !everAnswered();
        return phase == CasePhase.HANDLING && nobody ? withPhase(CasePhase.RAISED) : this;
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
