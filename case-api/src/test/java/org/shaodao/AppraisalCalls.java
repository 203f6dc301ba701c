package org.shaodao;

import java.util.List;
import java.util.Map;
import org.shaodao.RunningProduct.Session;

/** 剔除、不合理诉求. */
final class AppraisalCalls {
    private static final String EXCLUSION = "/exclusion";
    private static final String FINDING = "/unreasonable-finding";

    private AppraisalCalls() {}

    static List<StepCall> of(Town town) {
        Map<String, Object> reason = Map.of("reason", "情况属实。");
        return List.of(
                new StepCall(
                        "propose-exclusion",
                        Town::street,
                        town::replied,
                        EXCLUSION,
                        Town.but(reason, "ground", "force-majeure")),
                new StepCall(
                        "decide-exclusion",
                        who -> supervisor(who, "officer-51"),
                        () -> proposed(town),
                        EXCLUSION + "/decision",
                        Town.but(reason, "excluded", true)),
                new StepCall(
                        "withdraw-exclusion", Town::street, () -> proposed(town), EXCLUSION + "/withdrawal", reason),
                new StepCall("find-unreasonable", Town::street, town::replied, FINDING, reason),
                new StepCall(
                        "confirm-finding",
                        who -> supervisor(who, "officer-51"),
                        () -> found(town),
                        FINDING + "/decision",
                        Town.but(reason, "unreasonable", true)),
                new StepCall(
                        "review-finding",
                        who -> supervisor(who, "officer-52"),
                        () -> confirmed(town),
                        FINDING + "/review",
                        reason));
    }

    private static Session supervisor(Town town, String officer) {
        return town.district().header("Shaodao-Officer", officer);
    }

    private static String proposed(Town town) {
        String address = town.replied();
        Town.accepted(town.street().post(address + EXCLUSION, Map.of("ground", "force-majeure", "reason", "寒潮爆管。")));
        return address;
    }

    private static String found(Town town) {
        String address = town.replied();
        Town.accepted(town.street().post(address + FINDING, Map.of("reason", "要求室温 30 度。")));
        return address;
    }

    private static String confirmed(Town town) {
        String address = found(town);
        Town.accepted(
                supervisor(town, "officer-51").post(address + FINDING + "/decision", Map.of("unreasonable", true)));
        return address;
    }
}
