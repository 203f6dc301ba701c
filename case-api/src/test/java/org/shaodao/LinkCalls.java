package org.shaodao;

import java.util.List;
import java.util.Map;

/** 并案拆单. */
final class LinkCalls {
    private LinkCalls() {}

    static List<StepCall> of(Town town) {
        String other = id(town.raised());
        return List.of(
                new StepCall("consent-to-merge", Town::street, town::raised, "/merge-consents", Map.of("other", other)),
                new StepCall("merge", Town::street, town::whistled, "/merge", Map.of("survivor", other)),
                new StepCall(
                        "undo-merge",
                        Town::street,
                        () -> merged(town, other),
                        "/merge-undoing",
                        Map.of("survivor", other)),
                new StepCall("split", Town::street, town::whistled, "/splits", part()),
                new StepCall(
                        "link", Town::street, town::whistled, "/links", Map.of("other", other, "relation", "RELATED")),
                new StepCall(
                        "join",
                        Town::street,
                        town::whistled,
                        "/joins",
                        Map.of("name", "李先生", "phone", "13900000000", "words", "我家也冷。")),
                new StepCall(
                        "note-duplicate", Town::street, town::raised, "/duplicate-note", Map.of("note", "市级平台已在办理。")),
                new StepCall(
                        "transfer-outside", Town::street, town::raised, "/outside-transfer", Map.of("note", "转市供热办。")));
    }

    static Map<String, Object> part() {
        return Map.of(
                "matter", "后半段说的楼道灯。",
                "kind", "HELP",
                "category", "heating/cold-home",
                "subject", "楼道灯不亮",
                "narrative", "三单元楼道灯坏了一周。",
                "address", "花园小区 3 号楼");
    }

    private static String merged(Town town, String survivor) {
        String address = town.whistled();
        Town.accepted(town.street().post(address + "/merge", Map.of("survivor", survivor)));
        return address;
    }

    static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
