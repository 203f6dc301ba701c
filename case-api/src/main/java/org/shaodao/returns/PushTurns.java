package org.shaodao.returns;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a result is sent again: the pause doubles with every attempt, up to an hour. Nodes do not agree on it, and a start
 * begins anew: whoever hears a result twice knows it by the id of the message.
 */
final class PushTurns {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_PAUSE = 12; // doublings: a little more than an hour

    private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();

    private record Turn(long version, int attempts, Instant next) {}

    /** Whether it is time to send the result. */
    boolean take(UUID caseId, long version, Instant now) {
        Turn before = turns.get(caseId);
        Turn same = before == null || before.version() != version ? null : before;
        if (same != null && same.next().isAfter(now)) {
            return false;
        }
        int attempts = same == null ? 1 : same.attempts() + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, LONGEST_PAUSE));
        turns.put(caseId, new Turn(version, attempts, now.plus(pause)));
        return true;
    }

    /** The result arrived. */
    void done(UUID caseId) {
        turns.remove(caseId);
    }
}
