package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 剔除、不合理诉求. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class AppraisalSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new AppraisalCommand.ProposeExclusion(CASE, OFFICER, minutes(2000), "force-majeure", words("寒潮爆管")),
            new AppraisalCommand.DecideExclusion(CASE, SUPERVISOR, minutes(2000), true, words("情况属实")),
            new AppraisalCommand.WithdrawExclusion(CASE, SUPERVISOR, minutes(2000), words("重新核对")),
            new AppraisalCommand.FindUnreasonable(CASE, OFFICER, minutes(2000), words("要求室温 30 度")),
            new AppraisalCommand.ConfirmFinding(CASE, SUPERVISOR, minutes(2000), true, words("超出供热标准")),
            new AppraisalCommand.ReviewFinding(CASE, REVIEWER, minutes(2000), words("老人患病, 情有可原")));

    static final List<CaseEvent> EVENTS = List.of(
            exclusionProposed(),
            exclusionDecided(true),
            new AppraisalEvent.ExclusionWithdrawn(SUPERVISOR, minutes(350), "force-majeure", words("重新核对")),
            findingProposed(),
            findingDecided(true),
            new AppraisalEvent.FindingSetAside(REVIEWER, minutes(350), words("老人患病, 情有可原")));

    private AppraisalSamples() {}
}
