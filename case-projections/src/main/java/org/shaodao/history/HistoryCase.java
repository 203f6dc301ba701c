package org.shaodao.history;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.history.CaseDispatch.State;

/** What changes in a case as its history goes on. */
record HistoryCase(CasePhase phase, SortedMap<Integer, CaseDispatch> dispatches) {
    static final HistoryCase BEFORE = new HistoryCase(CasePhase.RAISED, Collections.emptySortedMap());

    HistoryCase after(CaseEvent event) {
        return new HistoryCase(phase.after(event), dispatchesAfter(event));
    }

    private SortedMap<Integer, CaseDispatch> dispatchesAfter(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Raised e -> dispatches;
            case CaseEvent.NotAccepted e -> dispatches;
            case CaseEvent.WhistleBlown e -> dispatches;
            case CaseEvent.Dispatched e -> with(CaseDispatch.sent(e));
            case CaseEvent.Acknowledged e -> changed(e.dispatch(), d -> d.moved(State.ACKNOWLEDGED));
            case CaseEvent.Accepted e -> changed(e.dispatch(), d -> d.moved(State.ACCEPTED));
            case CaseEvent.Replied e ->
                switch (e.kind()) {
                    case INTERIM -> changed(e.dispatch(), d -> d.moved(State.ACCEPTED));
                    case FINAL -> changed(e.dispatch(), d -> d.moved(State.REPLIED));
                };
            case CaseEvent.ReworkOrdered e -> changed(e.dispatch(), d -> d.sentBack(e.round()));
            case CaseEvent.Verified e -> dispatches;
            case CaseEvent.FollowedUp e -> dispatches;
            case CaseEvent.Closed e -> dispatches;
            case CaseEvent.Reopened e -> dispatches;
        };
    }

    private SortedMap<Integer, CaseDispatch> changed(Integer dispatch, UnaryOperator<CaseDispatch> change) {
        CaseDispatch old = dispatches.get(dispatch);
        return old == null ? dispatches : with(change.apply(old));
    }

    private SortedMap<Integer, CaseDispatch> with(CaseDispatch dispatch) {
        SortedMap<Integer, CaseDispatch> all = new TreeMap<>(dispatches);
        all.put(dispatch.number(), dispatch);
        return all;
    }
}
