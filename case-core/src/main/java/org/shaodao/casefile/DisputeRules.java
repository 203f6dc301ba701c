package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DisputeCommand.BeHeard;
import org.shaodao.casefile.DisputeCommand.HandBack;
import org.shaodao.casefile.DisputeCommand.RuleOnDispute;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;

/** The rules about disputes by name. */
final class DisputeRules {
    private DisputeRules() {}

    /** A dispatch whose dispute stands so that the step may be taken. */
    static DispatchFacts inDispute(CaseFacts facts, Integer number, DisputeFacts.State... states) {
        DispatchFacts dispatch = Rules.theDispatch(facts, number);
        if (!List.of(states).contains(dispatch.dispute().state())) {
            throw new Refused(new CaseRefusal.DisputeStandsOtherwise(
                    number, dispatch.dispute().state().name()));
        }
        return dispatch;
    }

    /** A ground is one of those that the policy pack names. */
    static void groundIsNamed(HandBack c, @Nullable Rulebook rules) {
        if (rules != null
                && rules.inForce().pack().content().handBackGrounds().stream()
                        .noneMatch(ground -> ground.code().equals(c.ground()))) {
            throw new Refused(new CaseRefusal.UnknownCode("ground", c.ground()));
        }
    }

    /** Rule 10: whom the demand is about is not suggested, for who is suggested sees the case. */
    static void notWhomItConcerns(CaseFacts facts, HandBack c) {
        if (c.suggested() != null && c.suggested().equals(facts.demand().about())) {
            throw new Refused(new CaseRefusal.ConcernsTheUnit(c.suggested()));
        }
    }

    /** Why a dispatch cannot be handed back any more; null = it can. */
    static @Nullable HandBackRejection rejection(CaseFacts facts, DispatchFacts dispatch, @Nullable Rulebook rules) {
        if (rules == null) {
            return null;
        }
        if (facts.mustAct().contains(dispatch.unit())) {
            return HandBackRejection.MUST_ACT;
        }
        DisputeFacts dispute = dispatch.dispute();
        boolean before = dispute.state() != DisputeFacts.State.NONE;
        if (dispute.open()
                || before && rules.inForce().pack().content().handBack().secondRefused()) {
            return HandBackRejection.SECOND_TIME;
        }
        return windowOpen(facts, dispatch, rules.now()) ? null : HandBackRejection.WINDOW_CLOSED;
    }

    /** Without a clock for it a dispatch may be handed back until it is accepted. */
    private static boolean windowOpen(CaseFacts facts, DispatchFacts dispatch, Instant now) {
        List<ClockFacts> windows = facts.clocks().stream()
                .filter(clock -> clock.is(dispatch.number(), ClockKind.HAND_BACK_WINDOW))
                .toList();
        return windows.isEmpty()
                ? dispatch.round() == 1 && dispatch.state().compareTo(DispatchFacts.State.ACCEPTED) < 0
                : windows.stream()
                        .anyMatch(window -> window.runs() && (!window.counts() || !now.isAfter(window.dueAt())));
    }

    /** A dispute goes to the district by itself only after the street let its time pass. */
    static void theStreetWasSilent(CaseFacts facts, DisputeCommand.ReferDispute c) {
        if (facts.clocks().stream()
                .filter(ClockFacts.running(c.dispatch(), ClockKind.HAND_BACK_ANSWER))
                .noneMatch(clock -> c.occurredAt().isAfter(clock.dueAt()))) {
            throw new Refused(new CaseRefusal.NotMissed(ClockKind.HAND_BACK_ANSWER));
        }
    }

    /** Only the unit that was suggested is heard. */
    static void suggested(DispatchFacts dispatch, BeHeard c) {
        String suggested = dispatch.dispute().suggested();
        if (suggested == null || !c.by().actsFor(suggested)) {
            throw new Refused(new CaseRefusal.NotTheSuggestedUnit(dispatch.number()));
        }
    }

    /** Rule 6: whoever refused a hand-back does not rule on it. */
    static void notByWhoeverRefused(DispatchFacts dispatch, RuleOnDispute c) {
        if (c.by().person().equals(dispatch.dispute().refusedBy())) {
            throw new Refused(new CaseRefusal.OwnAct(c.step()));
        }
    }

    /** An upheld ruling calls another unit with its task, or nobody; a rejected one leaves the matter where it is. */
    static void namesWhoMustAct(CaseFacts facts, DispatchFacts dispatch, RuleOnDispute c, @Nullable Rulebook rules) {
        String responsible = c.responsible();
        boolean same = dispatch.unit().equals(responsible);
        boolean calls = c.upheld() && responsible != null;
        if ((c.upheld() ? same : responsible != null && !same) || calls != (c.task() != null)) {
            throw new Refused(new CaseRefusal.RulingMismatch());
        }
        if (responsible != null && responsible.equals(facts.demand().street())) {
            throw new Refused(new CaseRefusal.OwnUnit(responsible));
        }
        if (responsible != null && c.upheld()) {
            CallingRules.maySolve(facts, "responsible", responsible, dispatch.role(), rules);
        }
        if (responsible != null && c.upheld() && !dispatch.lead()) {
            facts.atWork().filter(d -> d.unit().equals(responsible)).findAny().ifPresent(atWork -> {
                throw new Refused(new CaseRefusal.UnitCalledTwice(responsible));
            });
        }
    }

    /** The district designates where the last lead was right to hand back, and no other was called since. */
    static void noLeadWasWilling(CaseFacts facts, DisputeCommand.Designate c, @Nullable Rulebook rules) {
        if (c.unit().equals(facts.demand().street())) {
            throw new Refused(new CaseRefusal.OwnUnit(c.unit()));
        }
        if (facts.leadsAtWork() > 0 || unwillingLeads(facts) == 0) {
            throw new Refused(new CaseRefusal.NothingToDesignate());
        }
        CallingRules.maySolve(facts, "unit", c.unit(), DispatchRole.LEAD, rules);
    }

    /** 不得推来推去. Nobody is called again who was right to hand back, and after so many of them the district designates. */
    static void mayBeCalled(CaseFacts facts, List<CallingCommand.Call> calls, @Nullable Rulebook rules) {
        for (CallingCommand.Call call : calls) {
            boolean handedBack = facts.dispatches().values().stream()
                    .anyMatch(d -> d.unit().equals(call.unit()) && d.dispute().succeeded());
            if (handedBack && !facts.mustAct().contains(call.unit())) {
                throw new Refused(new CaseRefusal.HandedBackBefore(call.unit()));
            }
        }
        if (calls.stream().anyMatch(call -> call.role() == DispatchRole.LEAD)) {
            designatedByNow(facts, rules);
        }
    }

    /** After so many leads that were right to hand back the street names no other. */
    static void designatedByNow(CaseFacts facts, @Nullable Rulebook rules) {
        int unwilling = unwillingLeads(facts);
        if (rules != null
                && unwilling >= rules.inForce().pack().content().handBack().designationAfter()) {
            throw new Refused(new CaseRefusal.DesignationNeeded(unwilling));
        }
    }

    /** How many leads, one after the other, were right to hand back, up to now. */
    private static int unwillingLeads(CaseFacts facts) {
        return (int) facts.dispatches().values().stream().filter(DispatchFacts::lead).toList().reversed().stream()
                .takeWhile(d -> d.dispute().succeeded())
                .count();
    }
}
