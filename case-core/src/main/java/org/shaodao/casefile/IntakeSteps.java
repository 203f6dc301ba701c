package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.IntakeCommand.AnswerAtOnce;
import org.shaodao.casefile.IntakeCommand.AnswerQuestion;
import org.shaodao.casefile.IntakeCommand.Chase;
import org.shaodao.casefile.IntakeCommand.Correct;
import org.shaodao.casefile.IntakeCommand.DecideAtMeeting;
import org.shaodao.casefile.IntakeCommand.Deliberate;
import org.shaodao.casefile.IntakeCommand.HandToEmergency;
import org.shaodao.casefile.IntakeCommand.NotAccept;
import org.shaodao.casefile.IntakeCommand.PutQuestion;
import org.shaodao.casefile.IntakeCommand.Raise;
import org.shaodao.casefile.IntakeCommand.Recuse;
import org.shaodao.casefile.IntakeCommand.ReturnResult;
import org.shaodao.casefile.IntakeCommand.SkipStage;
import org.shaodao.casefile.IntakeCommand.Supplement;
import org.shaodao.casefile.IntakeCommand.Transfer;
import org.shaodao.casefile.IntakeCommand.Withdraw;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 受理. What is decided about the demand itself. */
final class IntakeSteps {
    private IntakeSteps() {}

    static List<CaseEvent> decide(CaseState state, IntakeCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case Raise c -> state.in(Opening.class, c).raise(c, rules);
            case NotAccept c -> state.in(Receiving.class, c).notAccept(c);
            case Correct c -> state.in(Preparing.class, c).correct(c, rules);
            case Withdraw c -> state.in(Living.class, c).withdraw(c);
            case Supplement c -> state.in(Living.class, c).supplement(c);
            case Chase c -> state.in(Living.class, c).chase(c);
            case AnswerAtOnce c -> state.in(Receiving.class, c).answerAtOnce(c);
            case HandToEmergency c -> state.in(Living.class, c).handToEmergency(c);
            case Deliberate c -> state.in(Preparing.class, c).deliberate(c);
            case DecideAtMeeting c -> state.in(Preparing.class, c).decideAtMeeting(c);
            case SkipStage c -> state.in(Preparing.class, c).skipStage(c);
            case Recuse c -> state.in(Recusing.class, c).recuse(c);
            case Transfer c -> state.in(Living.class, c).transfer(c, rules);
            case PutQuestion c -> state.in(Living.class, c).putQuestion(c);
            case AnswerQuestion c -> state.in(Living.class, c).answerQuestion(c);
            case ReturnResult c -> state.in(Returning.class, c).returnResult(c);
        };
    }

    /** Before the first event. */
    interface Opening {
        default List<CaseEvent> raise(Raise c, @Nullable Rulebook rules) {
            Rules.onlyInRole(
                    c, Role.RESIDENT, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.OUTSIDE);
            IntakeRules.underItsOwnNumber(c);
            Rules.aStreetRaisesForItself(c);
            CaseEvent raised = new IntakeEvent.Raised(
                    c.by(),
                    c.occurredAt(),
                    c.caseId(),
                    c.number(),
                    c.street(),
                    c.complainant(),
                    c.kind(),
                    c.urgency(),
                    c.channel(),
                    c.category(),
                    c.place(),
                    c.subject(),
                    c.narrative(),
                    c.name(),
                    c.phone(),
                    c.address(),
                    c.onBehalfOf(),
                    c.about(),
                    c.confidential(),
                    c.outside(),
                    IntakeRules.communityOf(c.place(), rules),
                    c.attachments());
            return IntakeRules.concernsTheStreet(c.street(), c.about(), rules)
                    ? List.of(raised, new IntakeEvent.Recused(c.by(), c.occurredAt(), null))
                    : List.of(raised);
        }
    }

    /** While nobody was called. */
    interface Receiving {
        CaseFacts facts();

        default List<CaseEvent> notAccept(NotAccept c) {
            Rules.theStreetDecides(facts(), c);
            return List.of(new IntakeEvent.NotAccepted(c.by(), c.occurredAt(), c.route(), c.reason()));
        }

        default List<CaseEvent> answerAtOnce(AnswerAtOnce c) {
            Rules.theStreetDecides(facts(), c);
            IntakeRules.answeredAtOnce(facts().demand().kind());
            return List.of(new IntakeEvent.AnsweredAtOnce(c.by(), c.occurredAt(), c.text()));
        }
    }

    /** Until the work was found done. */
    interface Preparing {
        CaseFacts facts();

        default List<CaseEvent> correct(Correct c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            IntakeRules.notRepliedFinally(facts());
            IntakeEvent.Corrected corrected = facts().demand().correctedBy(c, rules);
            IntakeRules.somethingChanges(facts().demand(), facts().demand().corrected(corrected));
            return facts().parking().parked() && corrected.urgency() == Urgency.EMERGENCY
                    ? List.of(corrected, new ParkingEvent.Resumed(c.by(), c.occurredAt(), c.reason()))
                    : List.of(corrected);
        }

        default List<CaseEvent> deliberate(Deliberate c) {
            IntakeRules.theStreetOrOneOf(facts(), c, Role.COMMUNITY, Role.GRID_WORKER);
            return List.of(new IntakeEvent.Deliberated(
                    c.by(), c.occurredAt(), c.minutes(), c.participants(), c.deliberated()));
        }

        default List<CaseEvent> decideAtMeeting(DecideAtMeeting c) {
            IntakeRules.theStreetOrOneOf(facts(), c, Role.COMMUNITY);
            return List.of(new IntakeEvent.DecidedAtMeeting(
                    c.by(), c.occurredAt(), c.minutes(), c.participants(), c.decided()));
        }

        default List<CaseEvent> skipStage(SkipStage c) {
            Rules.theStreetDecides(facts(), c);
            IntakeRules.notPassed(facts(), c.stage());
            return List.of(new IntakeEvent.StageSkipped(c.by(), c.occurredAt(), c.stage(), c.reason()));
        }
    }

    /** Until the case ends. */
    interface Living {
        CaseFacts facts();

        default List<CaseEvent> withdraw(Withdraw c) {
            IntakeRules.theStreetOrOneOf(facts(), c, Role.RESIDENT, Role.DISTRICT);
            IntakeRules.wordOfTheResident(c);
            IntakeRules.nobodyElseJoined(facts());
            Rules.notTheirOwnAct(facts(), c);
            return List.of(new IntakeEvent.Withdrawn(c.by(), c.occurredAt(), c.how(), c.reason()));
        }

        default List<CaseEvent> supplement(Supplement c) {
            Rules.oneOfTheseDecides(
                    facts(), c, Role.RESIDENT, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT);
            return List.of(new IntakeEvent.Supplemented(c.by(), c.occurredAt(), c.words(), c.attachments()));
        }

        default List<CaseEvent> chase(Chase c) {
            Rules.oneOfTheseDecides(
                    facts(), c, Role.RESIDENT, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT);
            return List.of(new IntakeEvent.Chased(
                    c.by(), c.occurredAt(), facts().intake().chases() + 1, c.words()));
        }

        default List<CaseEvent> handToEmergency(HandToEmergency c) {
            Rules.oneOfTheseDecides(
                    facts(), c, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.UNIT, Role.DISTRICT);
            return List.of(
                    new IntakeEvent.HandedToEmergency(c.by(), c.occurredAt(), c.service(), c.takenBy(), c.words()));
        }

        default List<CaseEvent> transfer(Transfer c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            IntakeRules.anotherStreet(facts(), c, rules);
            return List.of(new IntakeEvent.Transferred(
                    c.by(), c.occurredAt(), facts().demand().street(), c.street(), c.reason()));
        }

        default List<CaseEvent> putQuestion(PutQuestion c) {
            Rules.theStreetDecides(facts(), c);
            return List.of(new IntakeEvent.QuestionPut(
                    c.by(), c.occurredAt(), facts().intake().nextQuestion(), c.unit(), c.asked()));
        }

        default List<CaseEvent> answerQuestion(AnswerQuestion c) {
            QuestionFacts question = IntakeRules.theQuestionPut(facts(), c);
            return List.of(new IntakeEvent.QuestionAnswered(
                    c.by(), c.occurredAt(), question.number(), question.unit(), c.answer()));
        }
    }

    /** In every phase: who may not judge their own matter may not do so later either. */
    interface Recusing {
        CaseFacts facts();

        default List<CaseEvent> recuse(Recuse c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            IntakeRules.notRecused(facts());
            return List.of(new IntakeEvent.Recused(c.by(), c.occurredAt(), c.reason()));
        }
    }

    /** While there is a result. */
    interface Returning {
        CaseFacts facts();

        default List<CaseEvent> returnResult(ReturnResult c) {
            IntakeRules.theStreetOrWhoSentIt(facts(), c);
            OutsideNumber outside = IntakeRules.toReturnTo(facts());
            return List.of(new IntakeEvent.ResultReturned(c.by(), c.occurredAt(), outside, c.returned()));
        }
    }
}
