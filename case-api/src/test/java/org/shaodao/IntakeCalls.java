package org.shaodao;

import java.util.List;
import java.util.Map;

/** 受理. */
final class IntakeCalls {
    private IntakeCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(new StepCall(
                "not-accept",
                Town::street,
                town::raised,
                "/not-acceptance",
                Map.of("route", "PETITION", "reason", "属信访事项。")));
    }
}
