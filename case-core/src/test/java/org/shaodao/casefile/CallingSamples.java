package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 吹哨、派单. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class CallingSamples {
    static final List<CaseCommand> COMMANDS =
            List.of(blowWhistle(lead(WATER)), new CallingCommand.Dispatch(CASE, OFFICER, minutes(2000), lead(WATER)));

    static final List<CaseEvent> EVENTS = List.of(whistleBlown(1), dispatched(1, lead(HEATING)));

    private CallingSamples() {}
}
