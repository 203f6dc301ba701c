package org.shaodao.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A hash of a password takes 16 MiB and much of a processor on purpose, and anybody may ask for one: so only few are
 * made at once. Whoever finds no place for a while is told to come again.
 */
final class FewHashesAtOnce implements PasswordEncoder {
    private final PasswordEncoder hashes;
    private final Semaphore places;
    private final Duration patience;

    FewHashesAtOnce(PasswordEncoder hashes, int atOnce, Duration patience) {
        this.hashes = hashes;
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inPlace(() -> hashes.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inPlace(() -> hashes.matches(password, hash));
    }

    private <T extends @Nullable Object> T inPlace(Supplier<T> hash) {
        if (!place()) {
            throw new Problem(ProblemCode.QUEUE_FULL, Map.of());
        }
        try {
            return hash.get();
        } finally {
            places.release();
        }
    }

    private boolean place() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
