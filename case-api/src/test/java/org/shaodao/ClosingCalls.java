package org.shaodao;

import java.util.List;
import java.util.Map;
import org.shaodao.fact.Role;

/** 核验、结案. */
final class ClosingCalls {
    private static final String DONGMEN = "huayuan-dongmen";

    private ClosingCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "ask-spot-check", Town::street, town::replied, "/spot-check-requests", Map.of("unit", DONGMEN)),
                new StepCall(
                        "spot-check",
                        (Town who, String address) -> who.with(Role.GRID_WORKER, DONGMEN),
                        () -> asked(town),
                        "/spot-checks",
                        Map.of("finding", "NOT_DONE", "evidence", List.of("PHOTO"), "findings", "次卧不热。")),
                new StepCall(
                        "order-rework",
                        Town::street,
                        town::replied,
                        "/dispatches/{dispatch}/rework",
                        Map.of("reason", "没有修好。")),
                new StepCall(
                        "verify",
                        Town::street,
                        town::replied,
                        "/verification",
                        Map.of("basis", "ON_SITE", "findings", "室温 20℃。")),
                new StepCall(
                        "raise-objection", Town::resident, town::verified, "/objections", Map.of("reason", "只热了半天。")),
                new StepCall(
                        "answer-objection",
                        (Town who, String address) -> who.district().header("Shaodao-Officer", "officer-9"),
                        () -> objected(town),
                        "/objection-answer",
                        Map.of("upheld", true, "reason", "情况属实，重新办理。")),
                new StepCall("close", Town::street, town::verified, "/closure", Map.of("summary", "供热恢复。")),
                new StepCall("reopen", Town::street, town::closed, "/reopening", Map.of("reason", "又坏了。")));
    }

    private static String asked(Town town) {
        String address = town.replied();
        Town.accepted(town.street().post(address + "/spot-check-requests", Map.of("unit", DONGMEN)));
        return address;
    }

    private static String objected(Town town) {
        String address = town.verified();
        Town.accepted(town.resident(address).post(address + "/objections", Map.of("reason", "只热了半天。")));
        return address;
    }
}
