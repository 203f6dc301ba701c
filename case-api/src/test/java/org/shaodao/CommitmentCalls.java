package org.shaodao;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** 承诺. */
final class CommitmentCalls {
    private static final String COMMITMENT = "/commitments/{commitment}";

    private CommitmentCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall("make-commitment", Town::heating, town::verified, "/commitments", promise()),
                new StepCall(
                        "keep-commitment",
                        Town::heating,
                        () -> promised(town),
                        COMMITMENT + "/keeping",
                        Map.of("proof", "验收单已上传。")),
                new StepCall(
                        "break-commitment",
                        Town::street,
                        () -> promised(town),
                        COMMITMENT + "/breach",
                        Map.of("reason", "没有经费。")),
                new StepCall(
                        "decline-reopening",
                        Town::street,
                        () -> putForward(town),
                        COMMITMENT + "/declined-reopening",
                        Map.of("reason", "下周施工。")));
    }

    private static Map<String, Object> promise() {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);
        return Map.of("unit", Town.HEATING, "what", "更换老旧管道。", "dueOn", day.toString());
    }

    /** A closed case in which the heating company still has a promise to keep. */
    private static String promised(Town town) {
        String address = town.closed();
        Town.accepted(town.heating().post(address + "/commitments", promise()));
        return address;
    }

    private static String putForward(Town town) {
        String address = promised(town);
        Town.accepted(town.street().post(address + "/commitments/1/breach", Map.of("reason", "没有经费。")));
        return address;
    }
}
