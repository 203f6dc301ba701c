package org.shaodao.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the cases behind a number, the latest first.
 *
 * @param next where the following page begins; null = this was the last
 */
public record CountedPage(List<CountedCase> cases, @Nullable CountedCursor next) {
    /** Of rows of which there is one more than the page holds, if there is a next one. */
    static CountedPage of(List<Found> found, int limit) {
        List<CountedCase> page = found.stream().limit(limit).map(Found::row).toList();
        return new CountedPage(page, found.size() > limit ? found.get(limit - 1).place() : null);
    }

    /** A row and where it stands. */
    record Found(CountedCursor place, CountedCase row) {}
}
