package org.shaodao.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a case contributes to a figure.
 *
 * @param item what in the case it is, for example {@code 2/1} for the first round of the second dispatch; unique per count
 * @param detail a further word on the result; empty where none is asked for
 * @param at decides the period
 * @param unit whom it is counted for; empty = nobody but the street
 * @param excluded whether the case is left out of appraisal 剔除
 */
record Measure(
        Count count,
        String item,
        Result result,
        String detail,
        Instant at,
        String unit,
        Matter matter,
        Boolean excluded) {
    Key key() {
        return new Key(count, item);
    }

    /** What makes it the same thing, however it comes out. */
    record Key(Count count, String item) {}

    /** How a thing of a case came out, before it is said of which case. */
    record Finding(
            Count count,
            String item,
            Result result,
            String detail,
            Instant at,
            @Nullable String unit) {
        Finding(Count count, String item, Result result, Instant at, @Nullable String unit) {
            this(count, item, result, "", at, unit);
        }

        Measure of(Matter matter, boolean excluded) {
            return new Measure(count, item, result, detail, at, unit == null ? "" : unit, matter, excluded);
        }
    }
}
