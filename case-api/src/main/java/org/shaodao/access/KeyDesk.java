package org.shaodao.access;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.ApiKeys.IssuedKey;
import org.shaodao.access.ApiKeys.KeyRow;
import org.shaodao.access.ApiKeys.Purpose;
import org.shaodao.access.ApiKeys.RotatedKey;
import org.shaodao.fact.Role;
import org.shaodao.problem.OneLine;
import org.shaodao.problem.Problem;
import org.springframework.stereotype.Component;

/** What an administrator does with keys, over HTTP as on the pages: what is asked is checked here, and nowhere else. */
@Component
public class KeyDesk {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final ApiKeys keys;
    private final KnownUnits units;
    private final Clock clock;

    KeyDesk(ApiKeys keys, KnownUnits units, Clock clock) {
        this.keys = keys;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A key to make.
     *
     * @param name whose system it is for
     * @param unit the unit it acts for; only an administrator's key has none; for another system the code of its source
     * @param scopes what it opens; left out = whatever its role may do
     * @param expiresAt from then on it opens nothing; left out = until it is revoked
     */
    public record NewKey(
            @NotBlank @Size(max = 100) @OneLine String name,
            @NotNull Role role,
            @Nullable @Size(max = 64) @OneLine String unit,
            @Nullable @Size(min = 1, max = 30) Set<Scope> scopes,
            @Nullable Instant expiresAt) {}

    /** @param overlap for how long the secret before still opens; left out = a day */
    public record Rotation(@Nullable Duration overlap) {}

    /** All keys, newest first, revoked ones too; never their secrets. */
    public List<KeyRow> all() {
        return keys.all();
    }

    IssuedKey issue(NewKey request, Caller by) {
        return issue(UuidCreator.getTimeOrderedEpoch().toString(), request, by).orElseThrow();
    }

    /** Makes a key under an id of the asker's choosing; empty where that was done before: its secret was shown then. */
    public Optional<IssuedKey> issue(String id, NewKey request, Caller by) {
        units.requireUnitOf(request.role(), request.unit());
        Instant expiry = request.expiresAt();
        if (expiry != null && (!expiry.isAfter(clock.instant()) || expiry.isAfter(LATEST))) {
            throw Problem.field("expiresAt", "later");
        }
        return keys.issue(
                id, new Purpose(request.name(), request.role(), request.unit(), request.scopes(), expiry), by);
    }

    /** Gives a key another secret; empty where there is none to rotate, or it was rotated since it was seen. */
    public Optional<RotatedKey> rotate(String id, Rotation request, ApiKeys.Rotated seen, Caller by) {
        Duration overlap = request.overlap() == null ? A_DAY : request.overlap();
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Problem.field("overlap", "overlap", LONGEST_OVERLAP);
        }
        return keys.rotate(id, overlap, seen, by);
    }

    /** Revokes a key from now on; whether there was one to revoke. */
    public boolean revoke(String id, Caller by) {
        return keys.revoke(id, by);
    }
}
