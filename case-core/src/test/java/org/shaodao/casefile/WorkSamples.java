package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.shaodao.demand.Outcome;

/** 办理. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class WorkSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new WorkCommand.Acknowledge(CASE, HEATING_CLERK, minutes(2000), 1),
            new WorkCommand.Accept(CASE, HEATING_CLERK, minutes(2000), 1, "handler-9"),
            new WorkCommand.Reply(CASE, HEATING_CLERK, minutes(2000), 1, ReplyKind.FINAL, Outcome.SOLVED, words("好了")));

    static final List<CaseEvent> EVENTS =
            List.of(acknowledged(1, HEATING_CLERK), accepted(1, HEATING_CLERK), finalReply(1, HEATING_CLERK));

    private WorkSamples() {}
}
