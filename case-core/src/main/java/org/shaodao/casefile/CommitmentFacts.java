package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 承诺. What is known of one dated promise; whether its day has passed says its clock.
 *
 * @param number within the case, from 1
 * @param unit who will do it
 * @param dueOn the last day that is still in time
 * @param putForward whether it waits to be decided if the case is opened again because of it
 */
@RecordBuilder
public record CommitmentFacts(Integer number, String unit, LocalDate dueOn, State state, Boolean putForward)
        implements CommitmentFactsBuilder.With {
    /** How the promise stands. */
    public enum State {
        /** 待兑现. Still to be kept. */
        OPEN,
        /** 已兑现. Kept, with proof. */
        KEPT,
        /** 已落空. Not going to be kept. */
        BROKEN
    }

    /** The work goes on: none of the promises needs to open the case any more. */
    static SortedMap<Integer, CommitmentFacts> goesOn(SortedMap<Integer, CommitmentFacts> commitments) {
        SortedMap<Integer, CommitmentFacts> all = new TreeMap<>(commitments);
        all.replaceAll((number, commitment) -> commitment.withPutForward(false));
        return Collections.unmodifiableSortedMap(all);
    }
}
