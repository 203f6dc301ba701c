package org.shaodao.history;

import java.util.List;
import org.shaodao.demand.Stage;

/** 提事·议事·定事·办事·评事. The five steps as far as a case has come: each {@code done}, {@code now}, {@code skipped} or {@code later}. */
public final class Spine {
    private Spine() {}

    /** The five of a case, in their order. */
    public static List<String> of(CaseHeader header) {
        String deliberated = header.held().contains(Stage.DELIBERATION) ? "done" : "skipped";
        String decided = header.held().contains(Stage.DECISION) ? "done" : "skipped";
        return switch (header.phase()) {
            case RAISED -> List.of("now", "later", "later", "later", "later");
            case NOT_ACCEPTED, WITHDRAWN -> List.of("done", "later", "later", "later", "later");
            case HANDLING -> List.of("done", deliberated, decided, "now", "later");
            case VERIFIED -> List.of("done", deliberated, decided, "done", "now");
            case CLOSED -> List.of("done", deliberated, decided, "done", "done");
            case MERGED -> List.of("done", "skipped", "skipped", "skipped", "skipped");
        };
    }
}
