package org.shaodao.access;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Wrong passwords were tried too often: nothing is tried for a while, the right one neither. */
public final class SignInPaused extends AuthenticationException {
    private static final long serialVersionUID = 1;

    private final Instant heardAt;

    SignInPaused(Instant heardAt) {
        super("tried too often");
        this.heardAt = heardAt;
    }

    /** From when on somebody is heard again. */
    public Instant heardAt() {
        return heardAt;
    }
}
