package org.shaodao.eventstore;

import java.time.Duration;

/**
 * When the appender's session with the database is given up, by either end.
 *
 * @param statement the server cancels a statement of the appender, including its wait for the append lock, after this
 * @param network the appender gives a connection up that has been silent for this long while it waited for an answer;
 *     more than {@code statement}, so that a slow server's own answer comes first
 * @param idleInTransaction the server ends a session, and with it the append lock, that fell silent in the middle of
 *     an append: a vanished node must not stop the others for longer
 * @param lockPatience after a lost connection: how long the lock is waited for before the lost backend is ended
 * @param firstPause pause after the first failure to connect; it doubles
 * @param longestPause up to this
 */
public record SessionTimeouts(
        Duration statement,
        Duration network,
        Duration idleInTransaction,
        Duration lockPatience,
        Duration firstPause,
        Duration longestPause) {

    /** For a database in the same building. */
    public static final SessionTimeouts DEFAULT = new SessionTimeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofSeconds(1));

    public SessionTimeouts {
        if (statement.compareTo(network) >= 0) {
            throw new IllegalArgumentException("The server's timeout comes before the client's");
        }
    }
}
