package org.shaodao.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shaodao.problem.Problem;

/**
 * From the first day until the last.
 *
 * @param until null = until further notice
 */
record Days(LocalDate from, @Nullable LocalDate until) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    Days {
        require(from, until);
    }

    /** Passes where these are days, in order. */
    static void require(LocalDate from, @Nullable LocalDate until) {
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw Problem.field("from", "day", EARLIEST, LATEST);
        }
        if (until != null && (until.isBefore(from) || until.isAfter(LATEST))) {
            throw Problem.field("until", "day", from, LATEST);
        }
    }
}
