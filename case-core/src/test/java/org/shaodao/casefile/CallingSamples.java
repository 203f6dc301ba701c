package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 吹哨、派单. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class CallingSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new CallingCommand.BlowWhistle(
                    CASE,
                    OFFICER,
                    minutes(2000),
                    "resident-demand",
                    words("供热管网不归街道管理"),
                    ReportMode.ON_THE_SPOT,
                    minutes(2060),
                    words("花园小区东门"),
                    words("街道值班电话"),
                    "officer-3",
                    List.of(lead(WATER))),
            new CallingCommand.Dispatch(CASE, OFFICER, minutes(2000), lead(WATER)),
            new CallingCommand.AddUnit(CASE, OFFICER, minutes(2000), 1, assisting(WATER)),
            new CallingCommand.ChangeLead(
                    CASE, OFFICER, minutes(2000), WATER, words("抢修管线"), PreviousLead.ENDS, words("管线属水务公司")),
            new CallingCommand.WithdrawWhistle(CASE, OFFICER, minutes(2000), 1, words("已自行恢复")),
            new CallingCommand.Release(CASE, OFFICER, minutes(2000), 1, words("现场已处置完毕")),
            new CallingCommand.AskForUnit(CASE, HEATING_CLERK, minutes(2000), 1, WATER, words("须关闭进水阀")),
            new CallingCommand.CallStreet(CASE, COMMUNITY_WORKER, minutes(2000), words("社区无力解决")),
            new CallingCommand.HandleOurselves(CASE, OFFICER, minutes(2000), COMMUNITY, "handler-9", words("上门查看")));
    static final List<CaseEvent> EVENTS = List.of(
            whistleBlown(1),
            dispatched(1, lead(HEATING)),
            new CallingEvent.LeadChanged(
                    OFFICER, minutes(20), 1, HEATING, 2, WATER, words("抢修管线"), PreviousLead.ENDS, words("管线属水务公司")),
            new CallingEvent.WhistleWithdrawn(OFFICER, minutes(30), 1, List.of(1, 2), words("已自行恢复")),
            new CallingEvent.Released(OFFICER, minutes(30), 1, HEATING, words("现场已处置完毕")),
            new CallingEvent.UnitAskedFor(HEATING_CLERK, minutes(30), 1, HEATING, WATER, words("须关闭进水阀")),
            new CallingEvent.StreetCalled(COMMUNITY_WORKER, minutes(3), words("社区无力解决")),
            takenOn(1, COMMUNITY));

    private CallingSamples() {}
}
