package org.shaodao.sla;

import java.time.Duration;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Durations in buckets that grow by a tenth each: a quantile read from them is at most 5 % off. Bucket 0 is less than a
 * minute.
 */
public final class Histogram {
    private static final double GROWTH = Math.log(1.1);

    private Histogram() {}

    static int bucket(Duration duration) {
        double minutes = duration.toSeconds() / 60.0;
        return minutes < 1 ? 0 : 1 + (int) Math.floor(Math.log(minutes) / GROWTH);
    }

    /** The minutes that stand for a bucket: its geometric middle. */
    static double minutes(int bucket) {
        return bucket == 0 ? 0 : Math.exp((bucket - 0.5) * GROWTH);
    }

    /**
     * The duration that a share of all do not exceed.
     *
     * @param counts how many are in each bucket
     * @param share between 0 and 1
     * @return minutes; null = there is nothing
     */
    static @Nullable Double quantile(SortedMap<Integer, Long> counts, double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.max(1, (long) Math.ceil(share * all));
        long seen = 0;
        for (var bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return minutes(bucket.getKey());
            }
        }
        return null;
    }
}
