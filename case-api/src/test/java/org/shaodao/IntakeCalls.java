package org.shaodao;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** 受理. */
final class IntakeCalls {
    private IntakeCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                street("not-accept", town::raised, "/not-acceptance", Map.of("route", "PETITION", "reason", "属信访事项。")),
                street("correct", town::raised, "/correction", Map.of("urgency", "URGENT", "reason", "来电人补充说明。")),
                street("withdraw", town::raised, "/withdrawal", Map.of("how", "RECORDED_CALL", "reason", "已经好了。")),
                street("supplement", town::raised, "/supplements", Map.of("words", "楼上也不热。")),
                street("chase", town::raised, "/chases", Map.of("words", "请快一点。")),
                street("answer-at-once", () -> enquiry(town), "/answer", Map.of("text", "供热至三月十五日。")),
                street(
                        "hand-to-emergency",
                        town::raised,
                        "/emergency",
                        Map.of("service", "FIRE", "takenBy", "接警员 12 号", "words", "有燃气味。")),
                street(
                        "deliberate",
                        town::raised,
                        "/deliberations",
                        Map.of("minutes", "大家同意。", "participants", 9, "deliberated", "TO_THE_MEETING")),
                street(
                        "decide-at-meeting",
                        town::raised,
                        "/decisions",
                        Map.of("minutes", "议定吹哨。", "participants", 5, "decided", "BLOW_A_WHISTLE")),
                street("skip-stage", town::raised, "/skipped-stages", Map.of("stage", "DECISION", "reason", "时间紧迫。")),
                street("recuse", town::raised, "/recusal", Map.of("reason", "反映的是本街道。")),
                new StepCall(
                        "transfer",
                        Town::district,
                        town::raised,
                        "/transfer",
                        Map.of("street", Town.OTHER_STREET, "reason", "实际在进学街道。")),
                street("put-question", town::raised, "/questions", Map.of("unit", Town.URBAN, "asked", "何时验收的？")),
                new StepCall(
                        "answer-question",
                        Town::urban,
                        () -> asked(town),
                        "/answers",
                        Map.of("question", 1, "answer", "去年十月。")),
                street("return-result", () -> fromOutside(town), "/returns", Map.of("returned", "已恢复供热。")));
    }

    private static StepCall street(String step, Supplier<String> ready, String path, Map<String, Object> body) {
        return new StepCall(step, Town::street, ready, path, body);
    }

    private static String enquiry(Town town) {
        return raised(town, Town.but(Town.demand(), "kind", "ENQUIRY"));
    }

    /** A case about which the urban management was asked: the versions 0 to 2, with one clock. */
    static String asked(Town town) {
        String address = town.raised();
        Town.accepted(town.street().post(address + "/questions", Map.of("unit", Town.URBAN, "asked", "何时验收的？")));
        return address;
    }

    /** A verified case that has a number in another system. */
    private static String fromOutside(Town town) {
        Map<String, Object> outside = Map.of("source", "intake-calls", "number", UUID.randomUUID());
        String address = raised(town, Town.but(Town.demand(), "outside", outside));
        Town.accepted(town.street().post(address + "/dispatches", Map.of("call", Town.call(Town.HEATING, "LEAD"))));
        Town.accepted(town.heating().post(address + "/dispatches/1/replies", Town.finalReply()));
        Town.accepted(town.street().post(address + "/verification", Map.of("basis", "ON_SITE")));
        return address;
    }

    private static String raised(Town town, Map<String, Object> demand) {
        return Town.CASES
                + '/'
                + Town.accepted(town.street().post(Town.CASES, demand))
                        .get("caseId")
                        .asString();
    }
}
