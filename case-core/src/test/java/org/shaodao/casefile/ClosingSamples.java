package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.shaodao.documents.PolicyPack.Evidence;

/** 核验、结案. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class ClosingSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new ClosingCommand.AskSpotCheck(CASE, OFFICER, minutes(2000), COMMUNITY),
            new ClosingCommand.SpotCheck(
                    CASE, GRID_WORKER, minutes(2000), SpotFinding.DONE, List.of(Evidence.PHOTO), words("暖气已热"), null),
            new ClosingCommand.OrderRework(CASE, OFFICER, minutes(2000), 1, words("还不热")),
            new ClosingCommand.Verify(CASE, OFFICER, minutes(2000), VerificationBasis.ON_SITE, words("实测 20 度")),
            new ClosingCommand.RaiseObjection(CASE, CALLER, minutes(2000), words("只热了半天")),
            new ClosingCommand.AnswerObjection(CASE, SUPERVISOR, minutes(2000), true, words("情况属实, 重新办理")),
            new ClosingCommand.Close(CASE, OFFICER, minutes(2000), words("供热恢复"), List.of(Evidence.PHOTO), null),
            new ClosingCommand.Reopen(CASE, CALLER, minutes(2000), words("又不热了")));

    static final List<CaseEvent> EVENTS = List.of(
            spotCheckAsked(),
            new ClosingEvent.SpotChecked(
                    GRID_WORKER, minutes(230), SpotFinding.DONE, List.of(Evidence.PHOTO), words("暖气已热"), attached()),
            reworkOrdered(1, HEATING),
            verified(),
            objectionRaised(),
            new ClosingEvent.ObjectionAnswered(SUPERVISOR, minutes(310), true, words("情况属实, 重新办理")),
            closed(),
            reopened());

    static ClosingEvent.SpotCheckAsked spotCheckAsked() {
        return new ClosingEvent.SpotCheckAsked(OFFICER, minutes(220), COMMUNITY);
    }

    static ClosingEvent.ObjectionRaised objectionRaised() {
        return new ClosingEvent.ObjectionRaised(CALLER, minutes(305), words("只热了半天"));
    }

    private ClosingSamples() {}
}
