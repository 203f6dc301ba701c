package org.shaodao.history;

import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;

/**
 * One unit's obligation in a case.
 *
 * @param number within the case, from 1
 * @param whistle the whistle that called the unit; null = dispatched directly
 * @param round which round of work is under way or was last finished, from 1
 * @param handler the officer who took it on, an opaque id; null until the unit accepts
 */
public record CaseDispatch(
        int number,
        String unit,
        DispatchRole role,
        @Nullable Integer whistle,
        DispatchFacts.State state,
        int round,
        @Nullable String handler) {
    static CaseDispatch of(DispatchFacts d) {
        return new CaseDispatch(d.number(), d.unit(), d.role(), d.whistle(), d.state(), d.round(), d.handler());
    }
}
