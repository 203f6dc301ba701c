package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.IdentityCommand.OpenContactCard;
import org.shaodao.casefile.IdentityCommand.RevealIdentity;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 身份保护. What is decided about who may know who the resident is. It changes nothing else of the case. */
final class IdentitySteps {
    private IdentitySteps() {}

    static List<CaseEvent> decide(CaseState state, IdentityCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case OpenContactCard c -> state.in(Protected.class, c).openContactCard(c, rules);
            case RevealIdentity c -> state.in(Protected.class, c).revealIdentity(c, rules);
        };
    }

    /** From the first day to the last. */
    interface Protected {
        CaseFacts facts();

        default List<CaseEvent> openContactCard(OpenContactCard c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, DispatchFacts.State.REPLIED);
            IdentityRules.notAboutTheUnit(facts(), dispatch);
            IdentityRules.notOnlyThroughTheStreet(facts(), c);
            IdentityRules.theNamedHandler(dispatch, c);
            return List.of(new IdentityEvent.ContactCardOpened(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    c.occurredAt().plus(IdentityRules.cardLasts(rules)),
                    c.purpose()));
        }

        default List<CaseEvent> revealIdentity(RevealIdentity c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT, Role.AUDITOR);
            return List.of(new IdentityEvent.IdentityRevealed(
                    c.by(), c.occurredAt(), c.occurredAt().plus(IdentityRules.revealLasts(rules)), c.purpose()));
        }
    }
}
