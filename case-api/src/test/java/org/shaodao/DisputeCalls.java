package org.shaodao;

import java.util.List;
import java.util.Map;
import org.shaodao.RunningProduct.Session;

/** 派单异议. */
final class DisputeCalls {
    private static final String HAND_BACK = "/dispatches/{dispatch}/hand-back";

    private DisputeCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall("hand-back", Town::heating, town::whistled, HAND_BACK, handBack()),
                new StepCall(
                        "agree-to-hand-back", Town::street, () -> handedBack(town), HAND_BACK + "/agreement", Map.of()),
                new StepCall(
                        "refuse-hand-back",
                        Town::street,
                        () -> handedBack(town),
                        HAND_BACK + "/refusal",
                        Map.of("reason", "管网属于你单位。")),
                new StepCall(
                        "be-heard",
                        Town::urban,
                        () -> handedBack(town),
                        HAND_BACK + "/views",
                        Map.of("view", "户内设施不归我局。")),
                new StepCall(
                        "rule-on-dispute", DisputeCalls::ruler, () -> inDispute(town), HAND_BACK + "/ruling", ruling()),
                new StepCall(
                        "designate",
                        DisputeCalls::ruler,
                        () -> agreed(town),
                        "/designation",
                        Map.of("unit", Town.URBAN, "task", "查明原因，处理并答复居民。")));
    }

    static Session ruler(Town town) {
        return town.district().header("Shaodao-Officer", "ruler-1");
    }

    /** The heating company says that it is a matter of the urban management bureau. */
    static Map<String, Object> handBack() {
        return Map.of("ground", "not-our-duty", "legalBasis", "供热条例第十条。", "suggested", Town.URBAN);
    }

    static Map<String, Object> ruling() {
        return Map.of(
                "upheld",
                true,
                "responsible",
                Town.URBAN,
                "task",
                "查明原因，处理并答复居民。",
                "reasons",
                "户外管线由城管部门负责。",
                "headnote",
                "户外供热管线由城管部门主办",
                "catalogue",
                true);
    }

    static String handedBack(Town town) {
        String address = town.whistled();
        Town.accepted(town.heating().post(address + "/dispatches/1/hand-back", handBack()));
        return address;
    }

    static String agreed(Town town) {
        String address = handedBack(town);
        Town.accepted(town.street().post(address + "/dispatches/1/hand-back/agreement", Map.of()));
        return address;
    }

    static String inDispute(Town town) {
        String address = handedBack(town);
        Town.accepted(town.street().post(address + "/dispatches/1/hand-back/refusal", Map.of("reason", "管网属于你单位。")));
        return address;
    }
}
