package org.shaodao.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.DutyList;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** 吹哨、派单. The rules of calling. What another system tells of, {@code rules == null}, our documents do not bind. */
final class CallingRules {
    private CallingRules() {}

    /** A whistle is of a kind that the policy pack knows, and whoever it calls hears of an appointed time early enough. */
    static void ofAKnownKindAndInTime(CallingCommand.BlowWhistle c, @Nullable Rulebook rules) {
        if (rules == null) {
            return;
        }
        PolicyPack pack = rules.inForce().pack().content();
        PolicyPack.WhistleKind kind = pack.whistleKind(c.kind())
                .orElseThrow(() -> new Refused(new CaseRefusal.UnknownWhistleKind(
                        c.kind(),
                        pack.whistleKinds().stream()
                                .map(PolicyPack.WhistleKind::code)
                                .toList())));
        Instant reportAt = c.reportAt();
        if (reportAt != null && kind.minimumNoticeMinutes() > 0 && reportAt.isBefore(earliest(kind, rules.now()))) {
            throw new Refused(new CaseRefusal.TooLittleNotice(reportAt, kind.minimumNoticeMinutes()));
        }
    }

    /** The appointed time of a whistle, for a unit that is called at that moment, if it hears of it early enough. */
    static Optional<Instant> appointment(WhistleFacts whistle, Instant calledAt, Rulebook rules) {
        Instant earliest = rules.inForce()
                .pack()
                .content()
                .whistleKind(whistle.kind())
                .map(kind -> earliest(kind, calledAt))
                .orElse(calledAt);
        return Optional.ofNullable(whistle.reportAt())
                .filter(reportAt -> reportAt.isAfter(calledAt) && !reportAt.isBefore(earliest));
    }

    private static Instant earliest(PolicyPack.WhistleKind kind, Instant calledAt) {
        return calledAt.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(kind.minimumNoticeMinutes()));
    }

    /** A street calls units within its reach. */
    static void mayBeCalled(CaseFacts facts, String unit, DispatchRole role, @Nullable Rulebook rules) {
        maySolve(facts, "unit", unit, role, rules);
        if (rules == null) {
            return;
        }
        String street = facts.demand().street();
        if (!rules.inForce().registry().content().mayWhistle(street, unit)) {
            throw new Refused(new CaseRefusal.MayNotWhistle(street, unit));
        }
    }

    /** Who is called, by the street or by the district, is registered, at work, not concerned, and has to admit the matter. */
    static void maySolve(CaseFacts facts, String field, String unit, DispatchRole role, @Nullable Rulebook rules) {
        if (unit.equals(facts.demand().about())) {
            throw new Refused(new CaseRefusal.ConcernsTheUnit(unit));
        }
        registered(field, unit, rules);
        admitted(facts, unit, role, rules);
    }

    static void registered(String field, String unit, @Nullable Rulebook rules) {
        boolean unknown = rules != null
                && rules.inForce()
                        .registry()
                        .content()
                        .unit(unit)
                        .filter(Registry.Unit::active)
                        .isEmpty();
        if (unknown) {
            throw new Refused(new CaseRefusal.UnknownCode(field, unit));
        }
    }

    /**
     * 事项准入. What is on the negative list is never passed down to a street or community, and nobody's lawful duty is
     * given to one of them to lead.
     */
    static void admitted(CaseFacts facts, String unit, DispatchRole role, @Nullable Rulebook rules) {
        if (rules == null) {
            return;
        }
        boolean down = rules.inForce()
                .registry()
                .content()
                .unit(unit)
                .filter(to -> to.kind() == UnitKind.STREET || to.kind() == UnitKind.COMMUNITY)
                .isPresent();
        DutyList duties = rules.inForce().dutyList().content();
        String category = facts.demand().category();
        Optional<DutyList.Entry> kept = duties.negative(category)
                .or(() -> role == DispatchRole.LEAD ? duties.lawful(category) : Optional.empty());
        if (down && kept.isPresent()) {
            throw new Refused(new CaseRefusal.NotAdmitted(
                    unit, kept.get().code(), kept.get().zh()));
        }
    }

    /** The whistle of this number, if it was not taken back. */
    static WhistleFacts theWhistle(CaseFacts facts, Integer number) {
        WhistleFacts whistle = facts.whistles().get(number);
        if (whistle == null) {
            throw new Refused(new CaseRefusal.UnknownWhistle(number));
        }
        if (whistle.withdrawn()) {
            throw new Refused(new CaseRefusal.AlreadyWithdrawn(number));
        }
        return whistle;
    }

    /** Those whom a whistle called and who have not answered yet; a whistle is taken back while there are some. */
    static List<Integer> stillCalled(CaseFacts facts, WhistleFacts whistle) {
        List<Integer> called = facts.atWork()
                .filter(dispatch -> whistle.number().equals(dispatch.whistle()))
                .map(DispatchFacts::number)
                .toList();
        if (called.isEmpty()) {
            throw new Refused(new CaseRefusal.NothingToWithdraw(whistle.number()));
        }
        facts.leadAtWork().map(DispatchFacts::number).filter(called::contains).ifPresent(lead -> {
            if (facts.atWork().count() > called.size()) {
                throw new Refused(new CaseRefusal.LeadStays(lead)); // nobody assists where nobody leads
            }
        });
        return called;
    }

    /**
     * The lead at work, which may be given to another; or one that was right to hand it back and answers for it still, if
     * the next is at work already. Whoever is not is dispatched.
     */
    static DispatchFacts theLead(CaseFacts facts, String next) {
        boolean atWork = facts.atWork().anyMatch(dispatch -> dispatch.unit().equals(next));
        return facts.leadAtWork()
                .or(() -> facts.owing()
                        .filter(dispatch -> atWork && dispatch.dispute().responsible())
                        .findFirst())
                .orElseThrow(() -> new Refused(new CaseRefusal.NotOneLead(0)));
    }

    /** A unit at work takes the lead over from another, not from itself; what it is called to lead must be admitted. */
    static void mayTakeTheLead(CaseFacts facts, DispatchFacts lead, DispatchFacts next, @Nullable Rulebook rules) {
        if (next.number().equals(lead.number())) {
            throw new Refused(new CaseRefusal.UnitCalledTwice(next.unit()));
        }
        if (!next.own()) {
            admitted(facts, next.unit(), DispatchRole.LEAD, rules);
        }
        DisputeRules.designatedByNow(facts, rules);
    }

    static Sealed taskOf(CallingCommand.ChangeLead c) {
        if (c.task() == null) {
            throw new Refused(new CaseRefusal.TaskNeeded(c.unit()));
        }
        return c.task();
    }

    /** 事不完人不撤. Whoever was whistled is released once; the lead that has not answered only as the last one. */
    static void mayBeReleased(CaseFacts facts, DispatchFacts dispatch) {
        if (dispatch.whistle() == null) {
            throw new Refused(new CaseRefusal.NotWhistled(dispatch.number()));
        }
        if (dispatch.released() || dispatch.over()) {
            throw new Refused(new CaseRefusal.AlreadyDone(
                    dispatch.number(),
                    dispatch.released() ? "RELEASED" : dispatch.state().name()));
        }
        if (dispatch.open() && dispatch.lead() && facts.atWork().count() > 1) {
            throw new Refused(new CaseRefusal.LeadStays(dispatch.number()));
        }
    }

    static void notAtWork(CaseFacts facts, String unit) {
        if (facts.atWork().anyMatch(dispatch -> dispatch.unit().equals(unit))) {
            throw new Refused(new CaseRefusal.UnitCalledTwice(unit));
        }
    }

    /** The street that runs the case itself, or a unit of one of these kinds in its area. */
    static void ofTheStreet(CaseFacts facts, String unit, @Nullable Rulebook rules, UnitKind... kinds) {
        String street = facts.demand().street();
        boolean other = rules != null
                && !unit.equals(street)
                && !rules.inForce().registry().content().worksFor(street, unit, kinds);
        if (other) {
            throw new Refused(new CaseRefusal.NotOfTheStreet(unit, street));
        }
    }

    /** The street takes on for itself and its communities, a community for itself only; nobody while a lead is at work. */
    static void mayBeTakenOn(CaseFacts facts, CallingCommand.HandleOurselves c, @Nullable Rulebook rules) {
        if (c.by().role() != Role.STREET && !c.by().actsFor(c.unit())) {
            throw new Refused(new CaseRefusal.NotYourUnit(c.unit()));
        }
        ofTheStreet(facts, c.unit(), rules, UnitKind.COMMUNITY);
        if (facts.intake().recused() || c.unit().equals(facts.demand().about())) {
            throw new Refused(new CaseRefusal.ConcernsTheUnit(c.unit()));
        }
        notAtWork(facts, c.unit());
        if (facts.leadsAtWork() > 0) {
            throw new Refused(new CaseRefusal.NotOneLead(1 + facts.leadsAtWork()));
        }
    }
}
