package org.shaodao.demo;

import java.time.Instant;

/**
 * Something that happens in the city of the demonstration.
 *
 * @param order among those of the same moment
 */
record Move(Instant at, long order, Runnable step) implements Comparable<Move> {
    @Override
    public int compareTo(Move other) {
        int byTime = at.compareTo(other.at);
        return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
}
