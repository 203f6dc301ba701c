package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClosingCommand.Close;
import org.shaodao.casefile.ClosingCommand.OrderRework;
import org.shaodao.casefile.ClosingCommand.Reopen;
import org.shaodao.casefile.ClosingCommand.Verify;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 核验、结案. What is decided about finished work and the end of a case. */
final class ClosingSteps {
    private ClosingSteps() {}

    static List<CaseEvent> decide(CaseState state, ClosingCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case OrderRework c -> state.in(SendingBack.class, c).orderRework(c);
            case Verify c -> state.in(Verifying.class, c).verify(c);
            case Close c -> state.in(Ending.class, c).close(c);
            case Reopen c -> state.in(Reopening.class, c).reopen(c);
        };
    }

    /** While a unit's finished work may be sent back. */
    interface SendingBack {
        CaseFacts facts();

        default List<CaseEvent> orderRework(OrderRework c) {
            Rules.theStreetDecides(facts(), c);
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            Rules.mayGoBack(facts(), dispatch);
            return List.of(new ClosingEvent.ReworkOrdered(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), dispatch.round() + 1, c.reason()));
        }
    }

    /** While the work of the units is looked at. */
    interface Verifying {
        CaseFacts facts();

        default List<CaseEvent> verify(Verify c) {
            ClosingRules.theStreetVerifiesButItsOwn(facts(), c);
            Rules.allReplied(facts());
            Rules.notTheirOwnAct(facts(), c);
            return List.of(new ClosingEvent.Verified(c.by(), c.occurredAt(), c.basis(), c.findings()));
        }
    }

    /** While nothing more is to be done. */
    interface Ending {
        CaseFacts facts();

        default List<CaseEvent> close(Close c) {
            Rules.theStreetDecides(facts(), c);
            return List.of(new ClosingEvent.Closed(c.by(), c.occurredAt(), c.summary()));
        }
    }

    /** After the end. */
    interface Reopening {
        CaseFacts facts();

        default List<CaseEvent> reopen(Reopen c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT, Role.RESIDENT);
            return List.of(new ClosingEvent.Reopened(c.by(), c.occurredAt(), c.reason()));
        }
    }
}
