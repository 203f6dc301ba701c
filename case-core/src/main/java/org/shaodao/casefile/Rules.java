package org.shaodao.casefile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** The rules of a case by name. Each either passes or throws {@link Refused} with what stands in the way. */
final class Rules {
    private Rules() {}

    /** A step of the street that runs the case, or of the district once the street is recused. */
    static void theStreetDecides(CaseFacts facts, CaseCommand c) {
        mayBeKnown(facts, c);
        if (!facts.runBy(c.by())) {
            throw roleMayNot(c);
        }
        notBeforeTheCase(facts, c);
    }

    /** A step of somebody in one of these roles who may know of the case. */
    static void oneOfTheseDecides(CaseFacts facts, CaseCommand c, Role... roles) {
        mayBeKnown(facts, c);
        onlyInRole(c, roles);
        notBeforeTheCase(facts, c);
    }

    /** A street opens cases of its own; whoever serves several streets names the one that is to run the case. */
    static void aStreetRaisesForItself(IntakeCommand.Raise c) {
        if (c.by().role() == Role.STREET && !c.by().actsFor(c.street())) {
            throw new Refused(new CaseRefusal.NotYourStreet(c.street()));
        }
    }

    /** A whistle of some kinds is blown only after its stages were held, or skipped with a reason. */
    static void stagesPassed(CaseFacts facts, CallingCommand.BlowWhistle c, @Nullable Rulebook rules) {
        if (rules == null) {
            return;
        }
        rules.inForce().pack().content().whistleKind(c.kind()).stream()
                .flatMap(kind -> kind.needs().stream())
                .filter(stage -> !facts.intake().passed(stage))
                .findFirst()
                .ifPresent(stage -> {
                    throw new Refused(new CaseRefusal.StageMissing(c.kind(), stage.name()));
                });
    }

    /** A case ends when its work was found done, or when all there was to do was to hand it to the emergency services. */
    static void verifiedOrHandedOver(CaseFacts facts, CaseCommand c) {
        if (facts.phase() == CasePhase.RAISED && !facts.intake().handedToEmergency()) {
            throw new Refused(new CaseRefusal.WrongPhase(c.step(), facts.phase().code()));
        }
    }

    /** A deadline is missed once, while what it measures is still to be done and its due instant lies behind. */
    static ClockFacts missed(CaseFacts facts, ClockCommand.NoteMissedDeadline c) {
        return facts.clocks().stream()
                .filter(clock -> clock.is(c.dispatch(), c.clock(), c.round()))
                .filter(clock -> clock.passedUnnoticed(c.occurredAt()))
                .findFirst()
                .orElseThrow(() -> new Refused(new CaseRefusal.NotMissed(c.clock())));
    }

    /** A unit acts on its own dispatch only; street offices and communities have some of their own 自办. */
    static DispatchFacts theUnitActs(CaseFacts facts, CaseCommand c, Integer number) {
        mayBeKnown(facts, c);
        onlyInRole(c, Role.UNIT, Role.STREET, Role.COMMUNITY, Role.GRID_WORKER);
        DispatchFacts dispatch = theDispatch(facts, number);
        if (!c.by().actsFor(dispatch.unit())) {
            throw new Refused(new CaseRefusal.NotYourDispatch(number, dispatch.unit()));
        }
        notBeforeTheCase(facts, c);
        return dispatch;
    }

    static DispatchFacts theDispatch(CaseFacts facts, Integer number) {
        DispatchFacts dispatch = facts.dispatches().get(number);
        if (dispatch == null) {
            throw new Refused(new CaseRefusal.UnknownDispatch(number));
        }
        return dispatch;
    }

    static void onlyInRole(CaseCommand c, Role... roles) {
        if (Stream.of(roles).noneMatch(role -> role == c.by().role())) {
            throw roleMayNot(c);
        }
    }

    static Refused roleMayNot(CaseCommand c) {
        return new Refused(new CommonRefusal.RoleMayNot(c.step(), c.by().role().name()));
    }

    /** A dispatch moves forward only. */
    static void notYet(DispatchFacts dispatch, DispatchFacts.State state) {
        if (dispatch.state().compareTo(state) >= 0) {
            throw new Refused(new CaseRefusal.AlreadyDone(
                    dispatch.number(), dispatch.state().name()));
        }
    }

    /** Whoever was deemed to accept may still name who handles it. */
    static void handlerMayBeNamed(DispatchFacts dispatch) {
        boolean deemed = dispatch.state() == DispatchFacts.State.ACCEPTED && dispatch.handler() == null;
        notYet(dispatch, deemed ? DispatchFacts.State.REPLIED : DispatchFacts.State.ACCEPTED);
    }

    /** 主办只有一家. Never two leads at work, never assisting units without a lead, nobody called twice. */
    static void oneLeadAndNobodyTwice(CaseFacts facts, List<CallingCommand.Call> calls) {
        Set<String> atWork = new HashSet<>();
        facts.atWork().forEach(dispatch -> atWork.add(dispatch.unit()));
        for (CallingCommand.Call call : calls) {
            if (call.unit().equals(facts.demand().street())) {
                throw new Refused(new CaseRefusal.OwnUnit(call.unit()));
            }
            if (!atWork.add(call.unit())) {
                throw new Refused(new CaseRefusal.UnitCalledTwice(call.unit()));
            }
        }
        int called = (int)
                calls.stream().filter(call -> call.role() == DispatchRole.LEAD).count();
        int leads = called + facts.leadsAtWork();
        boolean nobodyLeads =
                called == 0 && facts.dispatches().values().stream().noneMatch(d -> d.lead() && !d.over());
        if (calls.isEmpty() || nobodyLeads || leads > 1) {
            throw new Refused(new CaseRefusal.NotOneLead(leads));
        }
    }

    /** Work is sent back when it was finished; a lead's only while no other lead is at work or was called since. */
    static void mayGoBack(CaseFacts facts, DispatchFacts dispatch) {
        if (dispatch.state() != DispatchFacts.State.REPLIED) {
            throw new Refused(new CaseRefusal.NothingToRework(dispatch.number()));
        }
        if (facts.atWork().anyMatch(other -> other.unit().equals(dispatch.unit()))) {
            throw new Refused(new CaseRefusal.UnitCalledTwice(dispatch.unit()));
        }
        boolean takenOver = facts.leadsAtWork() > 0
                || facts.dispatches().tailMap(dispatch.number() + 1).values().stream()
                        .anyMatch(d -> d.lead() && !d.over());
        if (dispatch.lead() && takenOver) {
            throw new Refused(new CaseRefusal.NotOneLead(2));
        }
    }

    /** 事不完不核. Every unit gave its final reply, and somebody did since work last began. */
    static void allReplied(CaseFacts facts) {
        List<Integer> open = facts.owing().map(DispatchFacts::number).toList();
        if (!open.isEmpty()) {
            throw new Refused(new CaseRefusal.DispatchOpen(open));
        }
        if (!facts.answered()) {
            throw new Refused(new CaseRefusal.NothingToVerify());
        }
    }

    /** Rule 6: nobody decides on their own act. */
    static void notTheirOwnAct(CaseFacts facts, CaseCommand c) {
        if (facts.handledBy(c.by())) {
            throw new Refused(new CaseRefusal.OwnAct(c.step()));
        }
    }

    /** Rule 6: what one proposed another decides. */
    static void somebodyElse(By proposer, CaseCommand c) {
        if (proposer.person().equals(c.by().person())) {
            throw new Refused(new CaseRefusal.OwnAct(c.step()));
        }
    }

    static void mayBeKnown(CaseFacts facts, CaseCommand c) {
        if (!facts.knownTo(c.by())) {
            throw new Refused(new CaseRefusal.UnknownCase());
        }
    }

    static void notBeforeTheCase(CaseFacts facts, CaseCommand c) {
        if (c.occurredAt().isBefore(facts.demand().raisedAt())) {
            throw new Refused(
                    new CaseRefusal.BeforeTheCase(c.occurredAt(), facts.demand().raisedAt()));
        }
    }
}
