package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchFacts.State;
import org.shaodao.casefile.WorkCommand.Accept;
import org.shaodao.casefile.WorkCommand.Acknowledge;
import org.shaodao.casefile.WorkCommand.AnswerParticulars;
import org.shaodao.casefile.WorkCommand.Arrive;
import org.shaodao.casefile.WorkCommand.AskParticulars;
import org.shaodao.casefile.WorkCommand.AssignInside;
import org.shaodao.casefile.WorkCommand.ConfirmLateEntry;
import org.shaodao.casefile.WorkCommand.Contact;
import org.shaodao.casefile.WorkCommand.Leave;
import org.shaodao.casefile.WorkCommand.Reply;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** 办理. What is decided about a unit's work. */
final class WorkSteps {
    private WorkSteps() {}

    static List<CaseEvent> decide(CaseState state, WorkCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case Acknowledge c -> state.in(Working.class, c).acknowledge(c);
            case Accept c -> state.in(Working.class, c).accept(c);
            case AssignInside c -> state.in(Working.class, c).assignInside(c);
            case Contact c -> state.in(Reporting.class, c).contact(c, rules);
            case Arrive c -> state.in(Reporting.class, c).arrive(c, rules);
            case Leave c -> state.in(Reporting.class, c).leave(c);
            case ConfirmLateEntry c -> state.in(Reporting.class, c).confirmLateEntry(c);
            case AskParticulars c -> state.in(Working.class, c).askParticulars(c);
            case AnswerParticulars c -> state.in(Working.class, c).answerParticulars(c);
            case Reply c -> state.in(Working.class, c).reply(c, rules);
        };
    }

    /** While units are at work. */
    interface Working {
        CaseFacts facts();

        default List<CaseEvent> acknowledge(Acknowledge c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            WorkRules.notSeenYet(dispatch);
            return List.of(new WorkEvent.Acknowledged(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit()));
        }

        default List<CaseEvent> accept(Accept c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.handlerMayBeNamed(dispatch);
            return List.of(
                    new WorkEvent.Accepted(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.handler()));
        }

        default List<CaseEvent> assignInside(AssignInside c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, State.REPLIED);
            return List.of(new WorkEvent.AssignedInside(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.section(), c.handler()));
        }

        default List<CaseEvent> askParticulars(AskParticulars c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, State.REPLIED);
            WorkRules.notAskedBefore(dispatch);
            return List.of(new WorkEvent.ParticularsAsked(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.question()));
        }

        default List<CaseEvent> answerParticulars(AnswerParticulars c) {
            IntakeRules.theStreetOrOneOf(facts(), c, Role.RESIDENT);
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            WorkRules.askedAndNotAnswered(dispatch);
            return List.of(new WorkEvent.ParticularsAnswered(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.answer()));
        }

        default List<CaseEvent> reply(Reply c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, State.REPLIED);
            WorkRules.outcomeFitsKind(c);
            WorkRules.evidenceIsThere(facts(), c, rules);
            List<Evidence> evidence = Shown.by(c.evidence(), c.attachments());
            CaseEvent replied = new WorkEvent.Replied(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    c.kind(),
                    c.outcome(),
                    c.text(),
                    evidence.isEmpty() ? null : evidence,
                    c.attachments(),
                    c.copies());
            CaseEvent promised = promised(c, dispatch, rules);
            return promised == null ? List.of(replied) : List.of(replied, promised);
        }

        /** 列入计划. What is planned is promised by a day; any other reply may promise something. */
        private @Nullable CaseEvent promised(Reply c, DispatchFacts dispatch, @Nullable Rulebook rules) {
            Sealed what = c.what();
            LocalDate by = c.promisedBy();
            WorkRules.promisedWhole(c);
            return what == null || by == null
                    ? null
                    : CommitmentSteps.made(facts(), c, dispatch.unit(), what, by, rules);
        }
    }

    /** From the first dispatch on: what happened outside is told whenever somebody comes to it. */
    interface Reporting {
        CaseFacts facts();

        default List<CaseEvent> contact(Contact c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = WorkRules.whoMayContact(facts(), c);
            boolean late = WorkRules.late(c.occurredAt(), rules);
            List<Instant> before = dispatch.work().attempts();
            return List.of(new WorkEvent.Contacted(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    c.contactResult(),
                    c.means(),
                    before.size() + (c.contactResult() == ContactResult.NOT_REACHED ? 1 : 0),
                    WorkRules.seriesFull(c, before, late, rules),
                    late,
                    c.words()));
        }

        default List<CaseEvent> arrive(Arrive c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            WorkRules.notThere(dispatch);
            return List.of(new WorkEvent.Arrived(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    c.reportMode(),
                    c.spot(),
                    Shown.by(c.evidence(), c.attachments()),
                    WorkRules.late(c.occurredAt(), rules),
                    c.attachments()));
        }

        default List<CaseEvent> leave(Leave c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            WorkRules.there(dispatch);
            return List.of(new WorkEvent.Left(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    WorkRules.mayLeave(dispatch),
                    c.reason()));
        }

        default List<CaseEvent> confirmLateEntry(ConfirmLateEntry c) {
            switch (c.entry()) {
                case ARRIVAL -> Rules.theStreetDecides(facts(), c);
                case CONTACT -> Rules.oneOfTheseDecides(facts(), c, Role.RESIDENT, Role.STREET, Role.DISTRICT);
            }
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            Rules.notTheirOwnAct(facts(), c);
            WorkRules.theCallIsNamed(c);
            WorkFacts.Pending entry = WorkRules.theLateEntry(dispatch, c.entry());
            return List.of(new WorkEvent.LateEntryConfirmed(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    c.entry(),
                    entry.happenedAt(),
                    c.findings()));
        }
    }
}
