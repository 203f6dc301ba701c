package org.shaodao.casefile;

import java.util.HashSet;
import java.util.Set;
import org.shaodao.fact.By;

/**
 * What is known of one dispatch.
 *
 * @param number within the case, from 1
 * @param round which round of work is under way or was last finished, from 1
 * @param people everybody who acted for the unit on this dispatch
 */
record DispatchFacts(Integer number, String unit, Duty duty, State state, Integer round, Set<String> people) {
    /** How far the unit has come; a later state includes the earlier ones. */
    enum State {
        SENT,
        ACKNOWLEDGED,
        ACCEPTED,
        REPLIED
    }

    static DispatchFacts sent(CaseEvent.Dispatched e) {
        return new DispatchFacts(e.dispatch(), e.unit(), e.duty(), State.SENT, 1, Set.of());
    }

    boolean open() {
        return state != State.REPLIED;
    }

    boolean lead() {
        return duty == Duty.LEAD;
    }

    DispatchFacts moved(State to, By by) {
        Set<String> all = new HashSet<>(people);
        all.add(by.person());
        return new DispatchFacts(number, unit, duty, to, round, Set.copyOf(all));
    }

    DispatchFacts sentBack(Integer nextRound) {
        return new DispatchFacts(number, unit, duty, State.ACCEPTED, nextRound, people);
    }
}
