package org.shaodao.casefile;

import java.util.List;
import org.shaodao.casefile.IdentityCommand.OpenContactCard;
import org.shaodao.casefile.IdentityCommand.RevealIdentity;
import org.shaodao.fact.Role;

/** 身份保护. What is decided about who may know who the resident is. It changes nothing else of the case. */
final class IdentitySteps {
    private IdentitySteps() {}

    static List<CaseEvent> decide(CaseState state, IdentityCommand command) {
        return switch (command) {
            case OpenContactCard c -> state.in(Protected.class, c).openContactCard(c);
            case RevealIdentity c -> state.in(Protected.class, c).revealIdentity(c);
        };
    }

    /** From the first day to the last. */
    interface Protected {
        CaseFacts facts();

        default List<CaseEvent> openContactCard(OpenContactCard c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, DispatchFacts.State.REPLIED);
            IdentityRules.notAboutTheUnit(facts(), dispatch);
            IdentityRules.notOnlyThroughTheStreet(facts(), c);
            IdentityRules.theNamedHandler(dispatch, c);
            return List.of(new IdentityEvent.ContactCardOpened(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.until(), c.purpose()));
        }

        default List<CaseEvent> revealIdentity(RevealIdentity c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT, Role.AUDITOR);
            return List.of(new IdentityEvent.IdentityRevealed(c.by(), c.occurredAt(), c.until(), c.purpose()));
        }
    }
}
