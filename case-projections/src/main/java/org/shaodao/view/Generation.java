package org.shaodao.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One filling of a view's tables from the first event on. */
record Generation(
        String view,
        int number,
        int revision,
        GenerationState state,
        Instant createdAt,
        @Nullable Instant retiredAt) {
    /** The name under which its place in the log is kept. */
    String processor() {
        return view + "@" + number;
    }

    String schema() {
        return "view_" + view + "_" + number;
    }

    /** The table that says how far each case was told. */
    String known() {
        return "known_" + view;
    }

    boolean is(GenerationState wanted) {
        return state == wanted;
    }
}
