package org.shaodao;

import java.util.List;
import java.util.Map;

/** 督办. */
final class SupervisionCalls {
    private SupervisionCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "remind",
                        Town::street,
                        town::whistled,
                        "/dispatches/{dispatch}/reminders",
                        Map.of("rung", "reminder-handling", "instruction", "请尽快签收。")),
                new StepCall(
                        "order-supervision",
                        Town::district,
                        town::whistled,
                        "/supervision-orders",
                        Map.of("dispatch", 1, "instruction", "三日内办结并反馈。")),
                new StepCall(
                        "report-on-supervision",
                        Town::heating,
                        () -> supervised(town),
                        "/supervision-reports",
                        Map.of("dispatch", 1, "report", "已派抢修队。")),
                new StepCall("raise-level", Town::district, town::whistled, "/level", Map.of("reason", "涉及多个部门。")));
    }

    /** A case whose lead was ordered to report. */
    private static String supervised(Town town) {
        String address = town.whistled();
        Town.accepted(town.district()
                .post(address + "/supervision-orders", Map.of("dispatch", 1, "instruction", "三日内办结并反馈。")));
        return address;
    }
}
