package org.shaodao.casefile;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Stage;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 受理. The rules of what is done with the demand itself. */
final class IntakeRules {
    private static final Set<DemandKind> ANSWERED_AT_ONCE =
            EnumSet.of(DemandKind.ENQUIRY, DemandKind.SUGGESTION, DemandKind.PRAISE);

    private IntakeRules() {}

    /** Rule 10: a demand about the street, or one of its communities, is run by the district. */
    static boolean concernsTheStreet(String street, @Nullable String about, @Nullable Rulebook rules) {
        if (street.equals(about)) {
            return true;
        }
        if (about == null || rules == null) {
            return false;
        }
        Registry registry = rules.inForce().registry().content();
        return registry.unit(about)
                .filter(unit -> unit.kind() == UnitKind.COMMUNITY)
                .flatMap(community -> registry.streetOf(community.place()))
                .filter(office -> office.code().equals(street))
                .isPresent();
    }

    /** The community in whose area the place lies. */
    static @Nullable String communityOf(String place, @Nullable Rulebook rules) {
        return rules == null
                ? null
                : rules.inForce()
                        .registry()
                        .content()
                        .communityOf(place)
                        .map(Registry.Unit::code)
                        .orElse(null);
    }

    /** Whoever runs the case, or somebody in one of these roles who may know of it. */
    static void theStreetOrOneOf(CaseFacts facts, CaseCommand c, Role... roles) {
        if (facts.runBy(c.by())) {
            Rules.theStreetDecides(facts, c);
        } else {
            Rules.oneOfTheseDecides(facts, c, roles);
        }
    }

    static void notRepliedFinally(CaseFacts facts) {
        if (facts.answered()) {
            throw new Refused(new CaseRefusal.RepliedFinally());
        }
    }

    static void somethingChanges(Demand before, Demand after) {
        if (after.equals(before)) {
            throw new Refused(new CaseRefusal.NothingCorrected());
        }
    }

    /** A withdrawal is the resident's own word: given by themselves, or heard in a call that was recorded. */
    static void wordOfTheResident(IntakeCommand.Withdraw c) {
        if ((c.by().role() == Role.RESIDENT) != (c.how() == WithdrawalWay.OWN_CODE)) {
            throw new Refused(new CaseRefusal.WithdrawalMismatch(c.how().name()));
        }
    }

    static void answeredAtOnce(DemandKind kind) {
        if (!ANSWERED_AT_ONCE.contains(kind)) {
            throw new Refused(new CaseRefusal.NotAnsweredAtOnce(kind.name()));
        }
    }

    static void notPassed(CaseFacts facts, Stage stage) {
        if (facts.intake().passed(stage)) {
            throw new Refused(new CaseRefusal.StagePassed(stage.name()));
        }
    }

    /** A case goes to another street office that is at work. */
    static void anotherStreet(CaseFacts facts, IntakeCommand.Transfer c, @Nullable Rulebook rules) {
        if (c.street().equals(facts.demand().street())) {
            throw new Refused(new CaseRefusal.SameStreet(c.street()));
        }
        CallingRules.registered("street", c.street(), rules);
        boolean office = rules == null
                || rules.inForce()
                        .registry()
                        .content()
                        .unit(c.street())
                        .filter(unit -> unit.kind() == UnitKind.STREET)
                        .isPresent();
        if (!office) {
            throw new Refused(new CaseRefusal.UnknownCode("street", c.street()));
        }
        if (concernsTheStreet(c.street(), facts.demand().about(), rules)) {
            throw new Refused(new CaseRefusal.ConcernsTheUnit(c.street()));
        }
    }

    static void notRecused(CaseFacts facts) {
        if (facts.intake().recused()) {
            throw new Refused(new CaseRefusal.RecusedAlready());
        }
    }

    /** Rule 10: a unit answers what it was asked, even where it may not know of the case. */
    static QuestionFacts theQuestionPut(CaseFacts facts, IntakeCommand.AnswerQuestion c) {
        QuestionFacts question = facts.intake().questions().get(c.question());
        if (question == null || !c.by().actsFor(question.unit())) {
            Rules.mayBeKnown(facts, c);
            throw new Refused(new CaseRefusal.UnknownQuestion(c.question()));
        }
        Rules.onlyInRole(c, Role.UNIT, Role.STREET, Role.COMMUNITY);
        Rules.notBeforeTheCase(facts, c);
        if (question.answered()) {
            throw new Refused(new CaseRefusal.QuestionAnsweredAlready(c.question()));
        }
        return question;
    }

    /** Another system opens cases for the demands it has numbers for, and for no others. */
    static void underItsOwnNumber(IntakeCommand.Raise c) {
        OutsideNumber outside = c.outside();
        if (c.by().role() == Role.OUTSIDE && (outside == null || !c.by().actsFor(outside.source()))) {
            throw Rules.roleMayNot(c);
        }
    }

    /** The system that sent the demand says itself that it has the result; for any other there is no such case. */
    static void theStreetOrWhoSentIt(CaseFacts facts, IntakeCommand.ReturnResult c) {
        if (c.by().role() != Role.OUTSIDE) {
            Rules.theStreetDecides(facts, c);
            return;
        }
        OutsideNumber outside = facts.demand().outside();
        if (outside == null || !c.by().actsFor(outside.source())) {
            throw new Refused(new CaseRefusal.UnknownCase());
        }
        Rules.notBeforeTheCase(facts, c);
    }

    /** The number by which the outside system knows the matter, while it does not know the result. */
    static OutsideNumber toReturnTo(CaseFacts facts) {
        OutsideNumber outside = facts.demand().outside();
        if (outside == null) {
            throw new Refused(new CaseRefusal.NoOutsideNumber());
        }
        if (facts.intake().resultReturned()) {
            throw new Refused(new CaseRefusal.ResultReturnedAlready());
        }
        return outside;
    }

    /** A resident withdraws what is theirs: a case that others joined goes on for them. */
    static void nobodyElseJoined(CaseFacts facts) {
        int others = facts.coComplainants().size();
        if (others > 0) {
            throw new Refused(new CaseRefusal.OthersJoined(others));
        }
    }
}
