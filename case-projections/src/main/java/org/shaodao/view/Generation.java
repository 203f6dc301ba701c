package org.shaodao.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One filling of a view's tables from the first event on.
 *
 * @param convoy the live generations that it is told together with; null while it goes alone
 */
record Generation(
        String view,
        int number,
        int revision,
        GenerationState state,
        @Nullable Long convoy,
        Instant createdAt,
        @Nullable Instant retiredAt) {
    /** What no view may be called. */
    static final String CONVOY = "convoy";

    String name() {
        return view + "@" + number;
    }

    /** The name under which its place in the log is kept. */
    String processor() {
        return convoy == null ? name() : convoy(convoy);
    }

    static String convoy(long number) {
        return CONVOY + "@" + number;
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
