package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 延期. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class ExtensionSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new ExtensionCommand.AskExtension(CASE, HEATING_CLERK, minutes(2000), 1, LATER, words("备件要从外地调来")),
            new ExtensionCommand.DecideExtension(CASE, OFFICER, minutes(2000), 1, true, LATER, words("情况属实")));

    static final List<CaseEvent> EVENTS = List.of(
            extensionAsked(),
            new ExtensionEvent.ExtensionGranted(OFFICER, minutes(2000), 1, HEATING, LATER, words("情况属实")),
            new ExtensionEvent.ExtensionDenied(OFFICER, minutes(2000), 1, HEATING, words("备件本地有货")));

    private ExtensionSamples() {}
}
