package org.shaodao.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;

/**
 * What is known of cases after each of their events. No table holds it, since it follows from the events: it is worked
 * out once for all views of this node, remembered for a while, and afterwards found again in the log.
 */
final class KnownCases {
    /** In clocks and dispatches, of which a case has a dozen: the facts of some thousand versions, which share most. */
    private static final long MOST = 100_000;

    private final EventsOfCases log;
    private final Cache<UpTo, CaseFacts> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((UpTo upTo, CaseFacts facts) ->
                    1 + facts.clocks().size() + facts.dispatches().size())
            .build();

    KnownCases(EventsOfCases log) {
        this.log = log;
    }

    /** The facts of these cases, each up to a version; a case of which nothing was raised is missing. */
    Map<UUID, CaseFacts> upTo(Map<UUID, Long> versions) {
        Map<UUID, CaseFacts> known = new HashMap<>();
        Map<UUID, Long> forgotten = new HashMap<>();
        versions.forEach((caseId, version) -> {
            CaseFacts facts = remembered.getIfPresent(new UpTo(caseId, version));
            if (facts == null) {
                forgotten.put(caseId, version);
            } else {
                known.put(caseId, facts);
            }
        });
        if (!forgotten.isEmpty()) {
            known.putAll(fromTheLog(forgotten));
        }
        return known;
    }

    private Map<UUID, CaseFacts> fromTheLog(Map<UUID, Long> versions) {
        Map<UUID, CaseFacts> found = new HashMap<>();
        for (Recorded next : log.upTo(versions)) {
            CaseFacts facts = CaseFacts.after(found.get(next.caseId()), next.event(), next.recordedAt());
            if (facts != null) {
                found.put(next.caseId(), facts);
            }
        }
        versions.forEach((caseId, version) -> {
            CaseFacts facts = found.get(caseId);
            if (facts != null) {
                remembered.put(new UpTo(caseId, version), facts);
            }
        });
        return found;
    }

    /** The facts after one more event. */
    @Nullable CaseFacts after(@Nullable CaseFacts before, Recorded next) {
        UpTo upTo = new UpTo(next.caseId(), next.version());
        CaseFacts known = remembered.getIfPresent(upTo);
        if (known != null) {
            return known;
        }
        CaseFacts after = CaseFacts.after(before, next.event(), next.recordedAt());
        if (after != null) {
            remembered.put(upTo, after);
        }
        return after;
    }
}
