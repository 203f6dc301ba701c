package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 受理. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class IntakeSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            raise(), new IntakeCommand.NotAccept(CASE, OFFICER, minutes(2000), LegalRoute.LITIGATION, words("已由法院受理")));

    static final List<CaseEvent> EVENTS = List.of(raised(), notAccepted());

    private IntakeSamples() {}
}
