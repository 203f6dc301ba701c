package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;

/**
 * 工单. What is known of one dispatch.
 *
 * @param number within the case, from 1
 * @param whistle the whistle that called the unit; null = dispatched directly
 * @param round which round of work is under way or was last finished, from 1
 * @param handler the officer who took it on, an opaque id; null until the unit accepts
 * @param dispatchedAt when the unit was called
 * @param people everybody who acted for the unit on this dispatch
 * @param extension more time, as far as the unit asked for it
 * @param calling whether it is the street's own, and to whom its lead goes
 * @param work what the unit did on it
 * @param presence whether the unit is there, and whether it may leave
 * @param dispute whether it is, or was, disputed that this unit must act
 */
@RecordBuilder
public record DispatchFacts(
        Integer number,
        @Nullable Integer whistle,
        String unit,
        DispatchRole role,
        State state,
        Integer round,
        @Nullable String handler,
        Instant dispatchedAt,
        SortedSet<String> people,
        CallingFacts calling,
        WorkFacts work,
        PresenceFacts presence,
        ExtensionFacts extension,
        DisputeFacts dispute)
        implements DispatchFactsBuilder.With {
    /** How far the unit has come; a later state includes the earlier ones. */
    public enum State {
        /** 已派. Sent; nobody of the unit has confirmed seeing it. */
        SENT,
        /** 已签收. Seen. */
        ACKNOWLEDGED,
        /** 已接受. Taken on by a named handler. */
        ACCEPTED,
        /** 已答复. Answered finally. */
        REPLIED,
        /** 已终止. Ended without a final reply: withdrawn, handed back and agreed to, given to another, or the case ended. */
        ENDED
    }

    static DispatchFacts sent(CallingEvent.Dispatched e) {
        return new DispatchFacts(
                e.dispatch(),
                e.whistle(),
                e.unit(),
                e.role(),
                State.SENT,
                1,
                null,
                e.occurredAt(),
                Collections.emptySortedSet(),
                CallingFacts.NONE,
                WorkFacts.NONE,
                PresenceFacts.NONE,
                ExtensionFacts.NONE,
                DisputeFacts.NONE);
    }

    static DispatchFacts takenOn(CallingEvent.TakenOn e) {
        return new DispatchFacts(
                        e.dispatch(),
                        null,
                        e.unit(),
                        DispatchRole.LEAD,
                        State.SENT,
                        1,
                        null,
                        e.occurredAt(),
                        Collections.emptySortedSet(),
                        CallingFacts.NONE.withOwn(true),
                        WorkFacts.NONE,
                        PresenceFacts.NONE,
                        ExtensionFacts.NONE,
                        DisputeFacts.NONE)
                .acceptedBy(e.handler(), e.by());
    }

    /** Whether the unit still owes its final reply. */
    public boolean open() {
        return state.compareTo(State.REPLIED) < 0;
    }

    /** Whether the unit leads 主办. */
    public boolean lead() {
        return role == DispatchRole.LEAD;
    }

    /** Whether it was handed back, withdrawn or given to another rather than answered. */
    boolean over() {
        return state == State.ENDED;
    }

    /** Whether the street or a community of it handles it itself 自办. */
    public boolean own() {
        return calling.own();
    }

    /** Whether the unit may leave 准予撤离. */
    public boolean released() {
        return presence.released();
    }

    /** Without the lead that went to another; what ended as a lead stays known as one. */
    DispatchFacts gaveLead() {
        return withCalling(calling.withHandover(null)).withRole(over() ? role : DispatchRole.ASSISTING);
    }

    /** Whether it is open whether this caller's unit should act instead. */
    boolean suggestedInDispute(By by) {
        return dispute.open() && dispute.suggested() != null && by.actsFor(dispute.suggested());
    }

    DispatchFacts atLeast(State reached, By by) {
        return withState(state.compareTo(reached) < 0 ? reached : state).withPeople(and(by.person()));
    }

    DispatchFacts acceptedBy(String officer, By by) {
        DispatchFacts accepted = atLeast(State.ACCEPTED, by).withHandler(officer);
        return accepted.withPeople(accepted.and(officer));
    }

    /** In the hands of another section, as far as the unit has come. */
    DispatchFacts assignedTo(String section, String officer, By by) {
        DispatchFacts assigned = withPeople(and(by.person())).withHandler(officer);
        return assigned.withPeople(assigned.and(officer)).withWork(work.withSection(section));
    }

    /** As if accepted; nobody of the unit did anything. */
    DispatchFacts deemedAccepted() {
        return withState(state.compareTo(State.ACCEPTED) < 0 ? State.ACCEPTED : state);
    }

    /** Over without a final reply; what was replied to stays as it was. */
    DispatchFacts ended() {
        return open() ? withState(State.ENDED).withDispute(dispute.withdrawn()) : this;
    }

    /** Over because the street lets it go; what the unit had handed back the street agrees to with that. */
    DispatchFacts letGo() {
        return dispute.open()
                ? withDispute(dispute.withState(DisputeFacts.State.AGREED)).ended()
                : ended();
    }

    /** Back in hand: with its handler, if it ever had one, and with nothing asked for the round before. */
    DispatchFacts sentBack(Integer nextRound) {
        return withState(handler == null ? State.ACKNOWLEDGED : State.ACCEPTED)
                .withRound(nextRound)
                .withPresence(presence.withReleased(false))
                .withExtension(extension.withAskedBy(null));
    }

    private SortedSet<String> and(String person) {
        SortedSet<String> all = new TreeSet<>(people);
        all.add(person);
        return Collections.unmodifiableSortedSet(all);
    }
}
