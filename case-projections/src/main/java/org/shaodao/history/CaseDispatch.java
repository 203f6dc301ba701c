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
 * @param responsible whether its unit answers for the case as the lead 首接负责
 * @param own whether the street or a community of it handles it itself 自办
 * @param released whether the unit may leave 准予撤离
 */
public record CaseDispatch(
        int number,
        String unit,
        DispatchRole role,
        @Nullable Integer whistle,
        DispatchFacts.State state,
        int round,
        @Nullable String handler,
        boolean responsible,
        boolean own,
        boolean released) {
    static CaseDispatch of(DispatchFacts d, @Nullable Integer responsible) {
        return new CaseDispatch(
                d.number(),
                d.unit(),
                d.role(),
                d.whistle(),
                d.state(),
                d.round(),
                d.handler(),
                d.number().equals(responsible),
                d.own(),
                d.released());
    }
}
