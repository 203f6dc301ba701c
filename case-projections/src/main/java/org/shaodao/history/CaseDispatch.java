package org.shaodao.history;

import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Duty;

/**
 * One unit's obligation in a case.
 *
 * @param number within the case, from 1
 * @param whistle the whistle that called the unit; null = dispatched directly
 * @param round which round of work is under way or was last finished, from 1
 */
public record CaseDispatch(
        int number, String unit, Duty duty, @Nullable Integer whistle, State state, int round) {
    /** How far the unit has come. */
    public enum State {
        SENT,
        ACKNOWLEDGED,
        ACCEPTED,
        REPLIED
    }

    static CaseDispatch sent(CaseEvent.Dispatched e) {
        return new CaseDispatch(e.dispatch(), e.unit(), e.duty(), e.whistle(), State.SENT, 1);
    }

    CaseDispatch moved(State to) {
        return new CaseDispatch(number, unit, duty, whistle, to, round);
    }

    CaseDispatch sentBack(int nextRound) {
        return new CaseDispatch(number, unit, duty, whistle, State.ACCEPTED, nextRound);
    }
}
