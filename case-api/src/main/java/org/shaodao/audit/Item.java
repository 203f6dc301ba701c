package org.shaodao.audit;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;

/**
 * What of a case a line is about: the case itself, or one of its whistles, dispatches, clocks …
 *
 * @param number of the whistle, dispatch, promise …; of a clock the dispatch whose it is; null = the case's own
 * @param clock null unless it is a clock
 * @param round of the clock
 */
record Item(
        Part part,
        @Nullable Integer number,
        @Nullable ClockKind clock,
        @Nullable Integer round) {
    /** The parts of a case, in the order of reading. */
    enum Part {
        CASE,
        WHISTLE,
        DISPATCH,
        CLOCK,
        COMMITMENT,
        RATING,
        SUPERVISION,
        LINK
    }

    private static final Comparator<@Nullable Integer> NONE_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    static final Comparator<Item> IN_ORDER = Comparator.comparing(Item::part)
            .thenComparing(Item::number, NONE_FIRST)
            .thenComparing(Item::clock, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Item::round, NONE_FIRST);

    static Item of(Part part) {
        return new Item(part, null, null, null);
    }

    static Item of(Part part, Integer number) {
        return new Item(part, number, null, null);
    }
}
