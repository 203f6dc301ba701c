package org.shaodao.bench;

import java.util.Arrays;

/** How long things took, for the thread that did them; of more than it holds the last ones count. */
final class Latencies {
    private static final int MOST = 1 << 18;
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[16];
    private int seen;

    void add(long took) {
        if (seen == nanos.length && seen < MOST) {
            nanos = Arrays.copyOf(nanos, 2 * nanos.length);
        }
        nanos[seen++ % nanos.length] = took;
        if (seen == 2 * MOST) {
            seen = MOST;
        }
    }

    private long[] all() {
        return Arrays.copyOf(nanos, Math.min(seen, nanos.length));
    }

    /** Milliseconds that this share of all threads' latencies does not exceed; 0 where there are none. */
    static double millis(double share, Iterable<Latencies> all) {
        long[] together = new long[0];
        for (Latencies each : all) {
            long[] more = each.all();
            int size = together.length;
            together = Arrays.copyOf(together, size + more.length);
            System.arraycopy(more, 0, together, size, more.length);
        }
        if (together.length == 0) {
            return 0;
        }
        Arrays.sort(together);
        return together[(int) Math.min(together.length - 1, Math.floor(together.length * share))] / NANOS_PER_MILLI;
    }
}
