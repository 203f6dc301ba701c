package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.LocalDate;
import java.util.List;

/** 承诺. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class CommitmentSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new CommitmentCommand.MakeCommitment(
                    CASE, OFFICER, minutes(2000), HEATING, words("更换老旧管道"), LocalDate.parse("2026-01-13")),
            new CommitmentCommand.KeepCommitment(CASE, OFFICER, minutes(2000), 1, words("验收单")),
            new CommitmentCommand.BreakCommitment(CASE, OFFICER, minutes(2000), 1, words("没有经费")),
            new CommitmentCommand.PutForwardForReopening(CASE, WATCHER, minutes(2000), 1),
            new CommitmentCommand.DeclineReopening(CASE, OFFICER, minutes(2000), 1, words("下周施工")));

    static final List<CaseEvent> EVENTS = List.of(
            commitmentMade(),
            new CommitmentEvent.CommitmentKept(HEATING_CLERK, minutes(1700), 1, HEATING, words("验收单")),
            new CommitmentEvent.CommitmentBroken(OFFICER, minutes(1700), 1, HEATING, words("没有经费")),
            reopeningPutForward(),
            new CommitmentEvent.ReopeningDeclined(OFFICER, minutes(1900), 1, HEATING, words("下周施工")));

    private CommitmentSamples() {}
}
