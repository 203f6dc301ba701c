package org.shaodao.sla;

import java.util.List;
import java.util.Map;

/** How many of something there are. */
record Share(String key, long n) {
    static List<Share> largest(Map<String, Long> counts, int most) {
        return counts.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()))
                .sorted((a, b) -> a.n() == b.n() ? a.key().compareTo(b.key()) : Long.compare(b.n(), a.n()))
                .limit(most)
                .toList();
    }
}
