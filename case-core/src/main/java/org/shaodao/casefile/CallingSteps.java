package org.shaodao.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallingCommand.BlowWhistle;
import org.shaodao.casefile.CallingCommand.Call;
import org.shaodao.casefile.CallingCommand.Dispatch;
import org.shaodao.documents.Rulebook;

/** 吹哨、派单. What is decided about whom to call. */
final class CallingSteps {
    private CallingSteps() {}

    static List<CaseEvent> decide(CaseState state, CallingCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case BlowWhistle c -> state.in(Calling.class, c).blowWhistle(c, rules);
            case Dispatch c -> state.in(Calling.class, c).dispatch(c, rules);
        };
    }

    /** While units may be called. */
    interface Calling {
        CaseFacts facts();

        default List<CaseEvent> blowWhistle(BlowWhistle c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            Rules.oneLeadAndNobodyTwice(facts(), c.calls());
            DisputeRules.mayBeCalled(facts(), c.calls(), rules);
            Integer whistle = facts().whistles().size() + 1;
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CallingEvent.WhistleBlown(
                    c.by(),
                    c.occurredAt(),
                    whistle,
                    c.kind(),
                    c.why(),
                    c.reportMode(),
                    c.reportAt(),
                    c.meetingPlace(),
                    c.contact(),
                    c.authorisedBy()));
            int dispatch = facts().nextDispatch();
            for (Call call : c.calls()) {
                events.add(called(c, dispatch++, whistle, call));
            }
            return events;
        }

        default List<CaseEvent> dispatch(Dispatch c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            Rules.oneLeadAndNobodyTwice(facts(), List.of(c.call()));
            DisputeRules.mayBeCalled(facts(), List.of(c.call()), rules);
            return List.of(called(c, facts().nextDispatch(), null, c.call()));
        }
    }

    private static CaseEvent called(CaseCommand c, Integer dispatch, @Nullable Integer whistle, Call call) {
        return new CallingEvent.Dispatched(
                c.by(), c.occurredAt(), dispatch, whistle, call.unit(), call.role(), call.task());
    }
}
