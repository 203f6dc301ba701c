package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClosingCommand.AnswerObjection;
import org.shaodao.casefile.ClosingCommand.AskSpotCheck;
import org.shaodao.casefile.ClosingCommand.Close;
import org.shaodao.casefile.ClosingCommand.OrderRework;
import org.shaodao.casefile.ClosingCommand.RaiseObjection;
import org.shaodao.casefile.ClosingCommand.Reopen;
import org.shaodao.casefile.ClosingCommand.SpotCheck;
import org.shaodao.casefile.ClosingCommand.Verify;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** 核验、结案. What is decided about finished work and the end of a case. */
final class ClosingSteps {
    private ClosingSteps() {}

    static List<CaseEvent> decide(CaseState state, ClosingCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case AskSpotCheck c -> state.in(Verifying.class, c).askSpotCheck(c, rules);
            case SpotCheck c -> state.in(Verifying.class, c).spotCheck(c);
            case OrderRework c -> state.in(SendingBack.class, c).orderRework(c, rules);
            case Verify c -> state.in(Verifying.class, c).verify(c, rules);
            case RaiseObjection c -> state.in(Objecting.class, c).raiseObjection(c, rules);
            case AnswerObjection c -> state.in(Objecting.class, c).answerObjection(c);
            case Close c -> state.in(Ending.class, c).close(c);
            case Reopen c -> state.in(Reopening.class, c).reopen(c);
        };
    }

    private static CaseEvent sentBack(CaseCommand c, DispatchFacts dispatch, Sealed reason) {
        return new ClosingEvent.ReworkOrdered(
                c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), dispatch.round() + 1, reason);
    }

    /** While a unit's finished work may be sent back. */
    interface SendingBack {
        CaseFacts facts();

        default List<CaseEvent> orderRework(OrderRework c, @Nullable Rulebook rules) {
            Rules.mayBeKnown(facts(), c);
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            ClosingRules.judges(facts(), c, facts().ofTheStreet(dispatch), rules);
            ParkingRules.goesOn(facts());
            Rules.mayGoBack(facts(), dispatch);
            return List.of(sentBack(c, dispatch, c.reason()));
        }
    }

    /** While the work of the units is looked at. */
    interface Verifying {
        CaseFacts facts();

        default List<CaseEvent> askSpotCheck(AskSpotCheck c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            CallingRules.ofTheStreet(facts(), c.unit(), rules, UnitKind.COMMUNITY, UnitKind.SUPERVISION_COMMITTEE);
            return List.of(new ClosingEvent.SpotCheckAsked(c.by(), c.occurredAt(), c.unit()));
        }

        default List<CaseEvent> spotCheck(SpotCheck c) {
            Rules.oneOfTheseDecides(facts(), c, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT);
            Rules.notTheirOwnAct(facts(), c);
            ClosingRules.somethingToSee(c);
            return List.of(new ClosingEvent.SpotChecked(
                    c.by(),
                    c.occurredAt(),
                    c.finding(),
                    Shown.by(c.evidence(), c.attachments()),
                    c.findings(),
                    c.attachments()));
        }

        default List<CaseEvent> verify(Verify c, @Nullable Rulebook rules) {
            ClosingRules.judges(facts(), c, facts().handledByTheStreet(), rules);
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
            Rules.verifiedOrHandedOver(facts(), c);
            ClosingRules.nothingIsOpen(facts());
            List<Evidence> evidence = Shown.by(c.evidence(), c.attachments());
            return List.of(new ClosingEvent.Closed(
                    c.by(), c.occurredAt(), c.summary(), evidence.isEmpty() ? null : evidence, c.attachments()));
        }
    }

    /** While a finding that the work is done may be objected to. */
    interface Objecting {
        CaseFacts facts();

        default List<CaseEvent> raiseObjection(RaiseObjection c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.RESIDENT, Role.GRID_WORKER, Role.COMMUNITY);
            ClosingRules.noObjectionWaits(facts());
            ClosingRules.theWindowIsOpen(facts(), rules);
            return List.of(new ClosingEvent.ObjectionRaised(c.by(), c.occurredAt(), c.reason()));
        }

        default List<CaseEvent> answerObjection(AnswerObjection c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            ClosingRules.anObjectionWaits(facts());
            ClosingRules.notWhoVerified(facts(), c);
            Rules.notTheirOwnAct(facts(), c);
            CaseEvent answered = new ClosingEvent.ObjectionAnswered(c.by(), c.occurredAt(), c.upheld(), c.reason());
            DispatchFacts lead = facts().lastLead(); // without one, it was answered at once: the case begins anew
            return c.upheld() && lead != null ? List.of(answered, sentBack(c, lead, c.reason())) : List.of(answered);
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
