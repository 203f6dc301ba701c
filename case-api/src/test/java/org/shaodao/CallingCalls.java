package org.shaodao;

import java.util.List;
import java.util.Map;

/** 吹哨、派单. */
final class CallingCalls {
    private CallingCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "blow-whistle",
                        Town::street,
                        town::raised,
                        "/whistles",
                        Town.but(Town.but(Town.whistle(), "meetingPlace", "小区东门"), "contact", "街道值班电话")),
                new StepCall(
                        "dispatch",
                        Town::street,
                        town::raised,
                        "/dispatches",
                        Map.of("call", Town.call(Town.HEATING, "LEAD"))));
    }
}
