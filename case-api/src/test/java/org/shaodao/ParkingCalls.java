package org.shaodao;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.shaodao.RunningProduct.Session;

/** 挂账. */
final class ParkingCalls {
    private ParkingCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall("propose-parking", Town::street, town::whistled, "/parking-proposals", proposal(town)),
                new StepCall(
                        "approve-parking",
                        ParkingCalls::supervisor,
                        () -> proposed(town),
                        "/parking",
                        Map.of("remark", "同意。")),
                new StepCall(
                        "review-parking",
                        ParkingCalls::supervisor,
                        () -> parked(town),
                        "/parking-reviews",
                        Map.of("reviewOn", day(town, 60), "findings", "工程仍在进行。")),
                new StepCall(
                        "resume-case", Town::street, () -> parked(town), "/resumption", Map.of("reason", "工程已完工。")));
    }

    private static Session supervisor(Town town) {
        return town.district().header("Shaodao-Officer", "supervisor-1");
    }

    private static String proposed(Town town) {
        String address = town.whistled();
        Town.accepted(town.street().post(address + "/parking-proposals", proposal(town)));
        return address;
    }

    private static String parked(Town town) {
        String address = proposed(town);
        Town.accepted(supervisor(town).post(address + "/parking", Map.of()));
        return address;
    }

    private static Map<String, Object> proposal(Town town) {
        return Map.of("ground", "project", "reviewOn", day(town, 30), "reason", "管网改造已列入计划。");
    }

    private static String day(Town town, int ahead) {
        return LocalDate.ofInstant(town.product().bean(Clock.class).instant(), ZoneOffset.UTC)
                .plusDays(ahead)
                .toString();
    }
}
