package org.shaodao;

import java.util.List;
import java.util.Map;

/** 核验、结案. */
final class ClosingCalls {
    private ClosingCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "order-rework",
                        Town::street,
                        town::replied,
                        "/dispatches/{dispatch}/rework",
                        Map.of("reason", "没有修好。")),
                new StepCall(
                        "verify",
                        Town::street,
                        town::replied,
                        "/verification",
                        Map.of("basis", "ON_SITE", "findings", "室温 20℃。")),
                new StepCall("close", Town::street, town::verified, "/closure", Map.of("summary", "供热恢复。")),
                new StepCall("reopen", Town::street, town::closed, "/reopening", Map.of("reason", "又坏了。")));
    }
}
