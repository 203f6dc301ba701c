package org.shaodao.casefile;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * 互评. Who has rated whom, by number of the dispatch.
 *
 * @param units the dispatches on which the street rated the unit
 * @param whistles the dispatches on which the unit rated the whistle
 */
public record MutualFacts(SortedSet<Integer> units, SortedSet<Integer> whistles) {
    static final MutualFacts NONE = new MutualFacts(Collections.emptySortedSet(), Collections.emptySortedSet());

    MutualFacts unitRated(Integer dispatch) {
        return new MutualFacts(and(units, dispatch), whistles);
    }

    MutualFacts whistleRated(Integer dispatch) {
        return new MutualFacts(units, and(whistles, dispatch));
    }

    boolean none(Integer dispatch) {
        return !units.contains(dispatch) && !whistles.contains(dispatch);
    }

    /** Whether one side rated and the other did not. */
    boolean half(Integer dispatch) {
        return units.contains(dispatch) != whistles.contains(dispatch);
    }

    boolean both(Integer dispatch) {
        return units.contains(dispatch) && whistles.contains(dispatch);
    }

    private static SortedSet<Integer> and(SortedSet<Integer> before, Integer dispatch) {
        SortedSet<Integer> all = new TreeSet<>(before);
        all.add(dispatch);
        return Collections.unmodifiableSortedSet(all);
    }
}
