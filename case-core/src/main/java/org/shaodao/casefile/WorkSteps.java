package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchFacts.State;
import org.shaodao.casefile.WorkCommand.Accept;
import org.shaodao.casefile.WorkCommand.Acknowledge;
import org.shaodao.casefile.WorkCommand.Reply;
import org.shaodao.documents.Rulebook;

/** 办理. What is decided about a unit's work. */
final class WorkSteps {
    private WorkSteps() {}

    static List<CaseEvent> decide(CaseState state, WorkCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case Acknowledge c -> state.in(Working.class, c).acknowledge(c);
            case Accept c -> state.in(Working.class, c).accept(c);
            case Reply c -> state.in(Working.class, c).reply(c);
        };
    }

    /** While units are at work. */
    interface Working {
        CaseFacts facts();

        default List<CaseEvent> acknowledge(Acknowledge c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, State.ACKNOWLEDGED);
            return List.of(new WorkEvent.Acknowledged(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit()));
        }

        default List<CaseEvent> accept(Accept c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.handlerMayBeNamed(dispatch);
            return List.of(
                    new WorkEvent.Accepted(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.handler()));
        }

        default List<CaseEvent> reply(Reply c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, State.REPLIED);
            Rules.outcomeFitsKind(c);
            return List.of(new WorkEvent.Replied(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.kind(), c.outcome(), c.text()));
        }
    }
}
