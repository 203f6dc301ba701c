package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 核验. What is known of how finished work was judged.
 *
 * @param asked the units asked to look on the spot
 * @param verifier who last found the work done, an opaque id; null while nobody did
 * @param objection whether an objection waits for its answer
 */
@RecordBuilder
public record ClosingFacts(
        SortedSet<String> asked, @Nullable String verifier, Boolean objection) implements ClosingFactsBuilder.With {
    static final ClosingFacts NONE = new ClosingFacts(Collections.emptySortedSet(), null, false);

    ClosingFacts asking(String unit) {
        SortedSet<String> all = new TreeSet<>(asked);
        all.add(unit);
        return withAsked(Collections.unmodifiableSortedSet(all));
    }
}
