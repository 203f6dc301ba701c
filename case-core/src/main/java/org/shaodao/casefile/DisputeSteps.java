package org.shaodao.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DisputeCommand.AgreeToHandBack;
import org.shaodao.casefile.DisputeCommand.BeHeard;
import org.shaodao.casefile.DisputeCommand.Designate;
import org.shaodao.casefile.DisputeCommand.HandBack;
import org.shaodao.casefile.DisputeCommand.ReferDispute;
import org.shaodao.casefile.DisputeCommand.RefuseHandBack;
import org.shaodao.casefile.DisputeCommand.RuleOnDispute;
import org.shaodao.casefile.DisputeFacts.State;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 派单异议. What is decided about who must act. */
final class DisputeSteps {
    private DisputeSteps() {}

    static List<CaseEvent> decide(CaseState state, DisputeCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case HandBack c -> state.in(Disputing.class, c).handBack(c, rules);
            case AgreeToHandBack c -> state.in(Disputing.class, c).agree(c);
            case RefuseHandBack c -> state.in(Disputing.class, c).refuse(c);
            case ReferDispute c -> state.in(Disputing.class, c).refer(c);
            case BeHeard c -> state.in(Disputing.class, c).beHeard(c);
            case RuleOnDispute c -> state.in(Disputing.class, c).rule(c, rules);
            case Designate c -> state.in(Disputing.class, c).designate(c, rules);
        };
    }

    /** While it may be disputed who must act. */
    interface Disputing {
        CaseFacts facts();

        default List<CaseEvent> handBack(HandBack c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, DispatchFacts.State.REPLIED);
            DisputeRules.groundIsNamed(c, rules);
            DisputeRules.notWhomItConcerns(facts(), c);
            HandBackRejection rejection = DisputeRules.rejection(facts(), dispatch, rules);
            return List.of(
                    rejection == null
                            ? new DisputeEvent.HandedBack(
                                    c.by(),
                                    c.occurredAt(),
                                    dispatch.number(),
                                    dispatch.unit(),
                                    c.ground(),
                                    c.legalBasis(),
                                    c.suggested())
                            : new DisputeEvent.HandBackRejected(
                                    c.by(),
                                    c.occurredAt(),
                                    dispatch.number(),
                                    dispatch.unit(),
                                    c.ground(),
                                    c.legalBasis(),
                                    c.suggested(),
                                    rejection));
        }

        default List<CaseEvent> agree(AgreeToHandBack c) {
            Rules.theStreetDecides(facts(), c);
            DispatchFacts dispatch = DisputeRules.inDispute(facts(), c.dispatch(), State.HANDED_BACK);
            return List.of(new DisputeEvent.HandBackAgreed(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit()));
        }

        default List<CaseEvent> refuse(RefuseHandBack c) {
            Rules.theStreetDecides(facts(), c);
            DispatchFacts dispatch = DisputeRules.inDispute(facts(), c.dispatch(), State.HANDED_BACK);
            return List.of(
                    new DisputeEvent.HandBackRefused(
                            c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.reason()),
                    referred(c, dispatch));
        }

        default List<CaseEvent> refer(ReferDispute c) {
            Rules.onlyInRole(c, Role.SYSTEM);
            DispatchFacts dispatch = DisputeRules.inDispute(facts(), c.dispatch(), State.HANDED_BACK);
            DisputeRules.theStreetWasSilent(facts(), c);
            return List.of(referred(c, dispatch));
        }

        default List<CaseEvent> beHeard(BeHeard c) {
            Rules.oneOfTheseDecides(facts(), c, Role.UNIT);
            DispatchFacts dispatch = DisputeRules.inDispute(facts(), c.dispatch(), State.HANDED_BACK, State.REFERRED);
            DisputeRules.suggested(dispatch, c);
            return List.of(
                    new DisputeEvent.Heard(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.view()));
        }

        default List<CaseEvent> rule(RuleOnDispute c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            DispatchFacts dispatch = DisputeRules.inDispute(facts(), c.dispatch(), State.REFERRED);
            Rules.notTheirOwnAct(facts(), c);
            DisputeRules.notByWhoeverRefused(dispatch, c);
            DisputeRules.namesWhoMustAct(facts(), dispatch, c, rules);
            if (c.task() != null) {
                ParkingRules.goesOn(facts());
            }
            String responsible = c.upheld() ? c.responsible() : dispatch.unit();
            List<CaseEvent> events = new ArrayList<>();
            events.add(new DisputeEvent.DisputeRuled(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    c.upheld(),
                    responsible,
                    c.reasons(),
                    c.headnote(),
                    c.catalogue()));
            if (!c.upheld()) {
                events.add(new DisputeEvent.DeemedAccepted(
                        c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), DeemedBy.RULING));
            } else if (responsible != null && c.task() != null) {
                events.add(new CallingEvent.Dispatched(
                        c.by(),
                        c.occurredAt(),
                        facts().nextDispatch(),
                        dispatch.whistle(),
                        responsible,
                        dispatch.role(),
                        c.task()));
            }
            return events;
        }

        default List<CaseEvent> designate(Designate c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            DisputeRules.noLeadWasWilling(facts(), c, rules);
            ParkingRules.goesOn(facts());
            Rules.notTheirOwnAct(facts(), c);
            Integer dispatch = facts().nextDispatch();
            return List.of(
                    new DisputeEvent.Designated(c.by(), c.occurredAt(), dispatch, c.unit()),
                    new CallingEvent.Dispatched(
                            c.by(), c.occurredAt(), dispatch, null, c.unit(), DispatchRole.LEAD, c.task()));
        }
    }

    private static CaseEvent referred(CaseCommand c, DispatchFacts dispatch) {
        return new DisputeEvent.DisputeReferred(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit());
    }
}
