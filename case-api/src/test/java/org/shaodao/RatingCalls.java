package org.shaodao;

import java.util.List;
import java.util.Map;

/** 群众评事. */
final class RatingCalls {
    private RatingCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "follow-up",
                        Town::district,
                        town::verified,
                        "/follow-ups",
                        Town.but(Town.followUp(), "words", "来得有点晚。")),
                new StepCall(
                        "decide-on-unsolved",
                        Town::street,
                        () -> notSolved(town),
                        "/redo-decision",
                        Map.of("redo", "REWORK", "reason", "再查一次管道。")));
    }

    /** A verified case of which the resident said that it is not solved. */
    private static String notSolved(Town town) {
        String address = town.verified();
        Town.accepted(town.district().post(address + "/follow-ups", Map.of("result", "REACHED", "solved", "NO")));
        return address;
    }
}
