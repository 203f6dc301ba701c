package org.shaodao.sla;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Registry;
import org.shaodao.problem.Problem;

/**
 * Which of the cases behind an indicator.
 *
 * @param results only those that came out so; none = whatever came of them
 * @param detail only those with this detail; null = any
 * @param place of the demands raised only those that the map tells at this place; null = wherever
 */
record Behind(
        Indicator indicator,
        @Nullable Set<Result> results,
        @Nullable String detail,
        @Nullable String place) {
    Behind {
        if (place != null && indicator != Indicator.DEMANDS) {
            throw Problem.field("place", "demands-only");
        }
        if (place != null && detail != null) {
            throw Problem.field("detail", "without-place");
        }
    }

    Count count() {
        return place == null ? indicator.count() : Count.RAISED_AT;
    }

    /** At places demands that joined another case are counted once, with that case. */
    Set<Result> counted() {
        if (results == null || results.isEmpty()) {
            return place == null ? EnumSet.allOf(Result.class) : EnumSet.of(Result.COUNTED);
        }
        return results;
    }

    @Nullable Collection<String> details(Registry registry) {
        if (place != null) {
            return PlaceMap.toldAt(place, registry);
        }
        return detail == null ? null : List.of(detail);
    }
}
