package org.shaodao;

import java.util.List;

/** 群众评事. */
final class RatingCalls {
    private RatingCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(new StepCall(
                "follow-up",
                Town::district,
                town::verified,
                "/follow-ups",
                Town.but(Town.followUp(), "words", "来得有点晚。")));
    }
}
