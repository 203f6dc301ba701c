package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 核验、结案. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class ClosingSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new ClosingCommand.OrderRework(CASE, OFFICER, minutes(2000), 1, words("还不热")),
            new ClosingCommand.Verify(CASE, OFFICER, minutes(2000), VerificationBasis.ON_SITE, words("实测 20 度")),
            new ClosingCommand.Close(CASE, OFFICER, minutes(2000), words("供热恢复")),
            new ClosingCommand.Reopen(CASE, CALLER, minutes(2000), words("又不热了")));

    static final List<CaseEvent> EVENTS = List.of(reworkOrdered(1, HEATING), verified(), closed(), reopened());

    private ClosingSamples() {}
}
