package org.shaodao.view;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;

/**
 * What is known of cases after each of their events. No table holds it, since it follows from the events: it is worked
 * out once for all views of this node, remembered for a while, and afterwards found again in the log.
 */
final class KnownCases {
    /** Some seconds of a city's busiest hour, in versions of cases, which share most of what they say. */
    private static final int MOST = 20_000;

    private final EventsOfCases log;

    /** Those last used: a version is asked for while its case is new to somebody, and then hardly ever again. */
    private final Map<UpTo, CaseFacts> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UpTo, CaseFacts> eldest) {
            return size() > MOST;
        }
    });

    KnownCases(EventsOfCases log) {
        this.log = log;
    }

    /** The facts of these cases, each up to a version; a case of which nothing was raised is missing. */
    Map<UUID, CaseFacts> upTo(Map<UUID, Long> versions) {
        Map<UUID, CaseFacts> known = new HashMap<>();
        Map<UUID, Long> forgotten = new HashMap<>();
        versions.forEach((caseId, version) -> {
            CaseFacts facts = remembered.get(new UpTo(caseId, version));
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
        CaseFacts known = remembered.get(upTo);
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
