package org.shaodao.view;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation has come.
 *
 * @param done position in the log up to which everything was projected; -1 before the first event
 * @param head position of the last event in the log; -1 while there is none
 * @param perSecond events projected per second, over the last half minute at most
 * @param remaining until it catches up if both the log and it go on as they did; null while that cannot be told, or
 *     when the log grows faster
 */
public record Progress(
        long done, long head, double perSecond, @Nullable Duration remaining) {
    /** Events behind. */
    public long lag() {
        return Math.max(0, head - done);
    }
}
