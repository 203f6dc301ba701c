package org.shaodao;

import java.util.List;
import java.util.Map;

/** 办理. */
final class WorkCalls {
    private static final String DISPATCH = "/dispatches/{dispatch}";

    private WorkCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall("acknowledge", Town::heating, town::whistled, DISPATCH + "/acknowledgement", Map.of()),
                new StepCall(
                        "accept",
                        Town::heating,
                        town::whistled,
                        DISPATCH + "/acceptance",
                        Map.of("handler", "officer-21")),
                new StepCall("reply", Town::heating, town::whistled, DISPATCH + "/replies", Town.finalReply()));
    }
}
