package org.shaodao.sla;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit beside what would be expected of it, as it is drawn: on a scale from nothing to three times as much.
 *
 * @param x of the dot, from 0 to 300
 * @param low left end of its interval
 * @param high right end of its interval
 */
record Dot(Comparison.Compared unit, int x, int low, int high) {
    private static final int ONE = 100;
    private static final int END = 300;

    /** Those with a dot, the farthest from what is expected first. */
    static List<Dot> of(List<Comparison.Compared> units) {
        return units.stream()
                .sorted(Comparator.comparing(Dot::distance).reversed())
                .map(unit -> new Dot(unit, place(unit.ratio()), place(unit.low()), place(unit.high())))
                .toList();
    }

    private static double distance(Comparison.Compared unit) {
        return unit.ratio() == null ? -1 : Math.abs(unit.ratio() - 1);
    }

    private static int place(@Nullable Double ratio) {
        return ratio == null ? 0 : (int) Math.round(Math.min(END, ratio * ONE));
    }
}
