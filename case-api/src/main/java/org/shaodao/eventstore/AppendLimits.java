package org.shaodao.eventstore;

import java.time.Duration;

/**
 * How much may wait for the {@link Appender}, for how long, and how much it writes at once.
 *
 * @param queue requests that may wait at once; this bounds the memory they take
 * @param enter how long a caller waits for a place among them before {@link AppendRefused.Reason#QUEUE_FULL}
 * @param begin how long after that its request may wait for its turn before it is withdrawn with
 *     {@link AppendRefused.Reason#STORE_UNAVAILABLE}; less than {@code answer}
 * @param answer how long after entering a caller whose turn had come waits for the outcome before
 *     {@link AppendRefused.Reason#OUTCOME_UNKNOWN}
 * @param batchRequests a batch is closed once it holds this many requests,
 * @param batchEvents or this many events,
 * @param batchChars or this many characters of payload and metadata; the request that reaches a mark still belongs to
 *     the batch, so that no request is too large to be written
 * @param drain how long {@link Appender#close()} lets waiting requests be written
 */
public record AppendLimits(
        int queue,
        Duration enter,
        Duration begin,
        Duration answer,
        int batchRequests,
        int batchEvents,
        int batchChars,
        Duration drain) {

    /** For a node with some hundred concurrent callers and a database that answers within milliseconds. */
    public static final AppendLimits DEFAULT = new AppendLimits(
            1_024,
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            256,
            2_000,
            2_000_000,
            Duration.ofSeconds(20));

    public AppendLimits {
        if (queue < 1 || batchRequests < 1 || batchEvents < 1 || batchChars < 1) {
            throw new IllegalArgumentException("Queue and batch hold at least one");
        }
        if (begin.compareTo(answer) >= 0) {
            throw new IllegalArgumentException("A request is withdrawn before its outcome is given up");
        }
    }
}
