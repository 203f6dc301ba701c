package org.shaodao.disputes;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows.
 *
 * @param next where the following page begins; null = this was the last
 */
public record DisputePage<R>(List<R> rows, @Nullable DisputeCursor next) {
    /** Of rows of which there is one more than the page holds, if there is a next one. */
    static <R> DisputePage<R> of(List<R> found, int limit, Function<R, DisputeCursor> place) {
        boolean more = found.size() > limit;
        List<R> page = more ? found.subList(0, limit) : found;
        return new DisputePage<>(List.copyOf(page), more ? place.apply(page.getLast()) : null);
    }
}
