package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Stage;
import org.shaodao.demand.Urgency;

/** 受理. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class IntakeSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            raise(),
            new IntakeCommand.NotAccept(CASE, OFFICER, minutes(2000), LegalRoute.LITIGATION, words("已由法院受理")),
            new IntakeCommand.Correct(
                    CASE,
                    OFFICER,
                    minutes(2000),
                    DemandKind.ENQUIRY,
                    Urgency.URGENT,
                    "heating/burst-pipe",
                    "huayuan-compound",
                    words("来电人补充说明")),
            new IntakeCommand.Withdraw(CASE, CALLER, minutes(2000), WithdrawalWay.OWN_CODE, words("已经好了")),
            new IntakeCommand.Supplement(CASE, CALLER, minutes(2000), words("楼上也不热"), null),
            new IntakeCommand.Chase(CASE, CALLER, minutes(2000), words("请快一点")),
            new IntakeCommand.AnswerAtOnce(CASE, OFFICER, minutes(2000), words("供热至三月十五日")),
            new IntakeCommand.HandToEmergency(
                    CASE, OFFICER, minutes(2000), EmergencyService.FIRE, words("接警员 12 号"), words("有燃气味")),
            new IntakeCommand.Deliberate(CASE, OFFICER, minutes(2000), words("大家同意"), 9, GridOutcome.TO_THE_MEETING),
            new IntakeCommand.DecideAtMeeting(
                    CASE, OFFICER, minutes(2000), words("议定吹哨"), 5, MeetingOutcome.BLOW_A_WHISTLE),
            new IntakeCommand.SkipStage(CASE, OFFICER, minutes(2000), Stage.DELIBERATION, words("时间紧迫")),
            new IntakeCommand.Recuse(CASE, OFFICER, minutes(2000), words("反映的是本街道")),
            new IntakeCommand.Transfer(CASE, SUPERVISOR, minutes(2000), "lishui-street", words("实际在丽水街道")),
            new IntakeCommand.PutQuestion(CASE, OFFICER, minutes(2000), HOUSING, words("何时验收的?")),
            new IntakeCommand.AnswerQuestion(CASE, HOUSING_CLERK, minutes(2000), 1, words("去年十月")),
            new IntakeCommand.ReturnResult(CASE, OFFICER, minutes(2000), words("已恢复供热")));

    static final IntakeEvent.Withdrawn WITHDRAWN =
            new IntakeEvent.Withdrawn(CALLER, minutes(30), WithdrawalWay.OWN_CODE, words("已经好了"));

    static final IntakeEvent.QuestionPut QUESTION_PUT =
            new IntakeEvent.QuestionPut(OFFICER, minutes(4), 1, HOUSING, words("何时验收的?"));

    static final IntakeEvent.Recused RECUSED = new IntakeEvent.Recused(SUPERVISOR, minutes(3), words("反映的是本街道"));

    static final List<CaseEvent> EVENTS = List.of(
            raised(),
            notAccepted(),
            new IntakeEvent.Corrected(
                    OFFICER,
                    minutes(4),
                    DemandKind.HELP,
                    DemandKind.HELP,
                    Urgency.URGENT,
                    Urgency.NORMAL,
                    "heating/burst-pipe",
                    "heating/cold-home",
                    "huayuan-community",
                    "huayuan-community",
                    COMMUNITY,
                    words("来电人补充说明")),
            WITHDRAWN,
            new IntakeEvent.Supplemented(CALLER, minutes(4), words("楼上也不热"), attached()),
            new IntakeEvent.Chased(CALLER, minutes(60), 1, words("请快一点")),
            new IntakeEvent.AnsweredAtOnce(OFFICER, minutes(4), words("供热至三月十五日")),
            new IntakeEvent.HandedToEmergency(
                    OFFICER, minutes(4), EmergencyService.FIRE, words("接警员 12 号"), words("有燃气味")),
            new IntakeEvent.Deliberated(OFFICER, minutes(4), words("大家同意"), 9, GridOutcome.TO_THE_MEETING),
            new IntakeEvent.DecidedAtMeeting(OFFICER, minutes(4), words("议定吹哨"), 5, MeetingOutcome.BLOW_A_WHISTLE),
            new IntakeEvent.StageSkipped(OFFICER, minutes(4), Stage.DELIBERATION, words("时间紧迫")),
            RECUSED,
            new IntakeEvent.Transferred(SUPERVISOR, minutes(4), STREET, "lishui-street", words("实际在丽水街道")),
            QUESTION_PUT,
            new IntakeEvent.QuestionAnswered(HOUSING_CLERK, minutes(50), 1, HOUSING, words("去年十月")),
            new IntakeEvent.ResultReturned(
                    OFFICER, minutes(330), new OutsideNumber("city-hotline", "12345-0001"), words("已恢复供热")));

    private IntakeSamples() {}
}
