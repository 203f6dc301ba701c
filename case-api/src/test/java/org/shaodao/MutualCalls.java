package org.shaodao;

import java.util.List;
import java.util.Map;

/** 互评. */
final class MutualCalls {
    static final Map<String, Object> OF_UNIT = Map.of("score", 4, "comment", "到场及时。");
    static final Map<String, Object> OF_WHISTLE =
            Map.of("rightUnit", true, "particulars", false, "needed", true, "comment", "没有门牌号。");

    private MutualCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall("rate-unit", Town::street, town::verified, "/dispatches/{dispatch}/unit-rating", OF_UNIT),
                new StepCall(
                        "rate-whistle",
                        Town::heating,
                        town::verified,
                        "/dispatches/{dispatch}/whistle-rating",
                        OF_WHISTLE));
    }
}
