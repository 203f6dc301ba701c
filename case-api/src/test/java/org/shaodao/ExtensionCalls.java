package org.shaodao;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** 延期. */
final class ExtensionCalls {
    private static final String DISPATCH = "/dispatches/{dispatch}";

    private ExtensionCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "ask-extension", Town::heating, town::whistled, DISPATCH + "/extension-requests", ask(town)),
                new StepCall(
                        "decide-extension",
                        Town::street,
                        () -> asked(town),
                        DISPATCH + "/extension",
                        Map.of("granted", true, "until", later(town), "reason", "情况属实。")));
    }

    /** A case whose lead wants more time. */
    private static String asked(Town town) {
        String address = town.whistled();
        Town.accepted(town.heating().post(address + "/dispatches/1/extension-requests", ask(town)));
        return address;
    }

    private static Map<String, Object> ask(Town town) {
        return Map.of("until", later(town), "reason", "备件要从外地调来。");
    }

    /** After five working days however the holidays fall, and within ten more. */
    private static String later(Town town) {
        return town.product()
                .bean(Clock.class)
                .instant()
                .plus(Duration.ofDays(15))
                .toString();
    }
}
