package org.shaodao.keys;

import java.time.Duration;
import java.time.Instant;
import org.shaodao.access.ApiKeys.KeyRow;

/** How a key stands. */
public enum KeyState {
    IN_USE,
    /** It expires within two weeks: its system needs another one by then. */
    EXPIRES_SOON,
    EXPIRED,
    REVOKED;

    private static final Duration SOON = Duration.ofDays(14);

    static KeyState of(KeyRow key, Instant now) {
        if (key.revokedAt() != null) {
            return REVOKED;
        }
        Instant expires = key.expiresAt();
        if (expires == null || expires.isAfter(now.plus(SOON))) {
            return IN_USE;
        }
        return expires.isAfter(now) ? EXPIRES_SOON : EXPIRED;
    }

    /** Whether it opens nothing any more. */
    boolean past() {
        return this == EXPIRED || this == REVOKED;
    }
}
