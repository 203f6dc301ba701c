package org.shaodao.view;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Measures how fast one generation catches up, from what was seen of it in the last half minute. */
final class Pace {
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long done, long lag) {}

    /** What is seen at this moment, told with the pace since the oldest sample. */
    synchronized Progress seen(long nanos, long done, long head) {
        Sample now = new Sample(nanos, done, head - done);
        samples.add(now);
        while (nanos - samples.getFirst().nanos() > WINDOW.toNanos()) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double seconds = (nanos - first.nanos()) / 1e9;
        if (nanos - first.nanos() < ENOUGH.toNanos()) {
            return new Progress(done, head, 0, now.lag() <= 0 ? Duration.ZERO : null);
        }
        return new Progress(done, head, (done - first.done()) / seconds, remaining(now, first, seconds));
    }

    private static @Nullable Duration remaining(Sample now, Sample first, double seconds) {
        if (now.lag() <= 0) {
            return Duration.ZERO;
        }
        double closing = (first.lag() - now.lag()) / seconds;
        return closing <= 0 ? null : Duration.ofMillis(Math.round(now.lag() / closing * 1000));
    }
}
