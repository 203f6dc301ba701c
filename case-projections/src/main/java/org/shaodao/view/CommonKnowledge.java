package org.shaodao.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;

/**
 * What all views of this node know alike: the facts of a case up to a version, which its events alone decide. Each view
 * keeps them in a table of its own; here they are worked out, read and written down once for all of them.
 */
final class CommonKnowledge {
    /** Characters as they are written down; in memory the facts take about as much again. */
    private static final long MOST = 5_000_000;

    private final Cache<AsOf, Known> known = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((AsOf asOf, Known facts) -> facts.written().length())
            .build();

    private record AsOf(UUID caseId, long version) {}

    private record Known(CaseFacts facts, String written) {}

    /** The facts of a case up to a version; null where nobody remembers them. */
    @Nullable CaseFacts facts(UUID caseId, long version) {
        Known found = known.getIfPresent(new AsOf(caseId, version));
        return found == null ? null : found.facts();
    }

    /** The same as they are written down. */
    String written(UUID caseId, long version, CaseFacts facts) {
        return known.get(new AsOf(caseId, version), asOf -> new Known(facts, KnownCases.write(facts)))
                .written();
    }
}
