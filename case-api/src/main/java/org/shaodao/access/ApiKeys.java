package org.shaodao.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
import org.shaodao.vault.Secrets;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keys of offices' own systems. A key reads {@code shd_<id>_<secret>}; the secret has 256 bits, so a keyed hash of it is
 * enough and costs no request any time.
 */
@Repository
public class ApiKeys {
    private static final String PREFIX = "shd_";
    private static final Duration USED_TO_THE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Audit audit;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc, TransactionOperations transaction, Audit audit, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Makes a key, unless it was made before. The secret is shown this once and never again. */
    Optional<IssuedKey> issue(String id, Purpose purpose, Caller by) {
        String secret = secret();
        boolean issued = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean absent = jdbc.sql("""
                            insert into access.api_key
                              (id, name, role, unit, secret_hash, created_by, created_at, scopes, expires_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?::text[], ?) on conflict (id) do nothing
                            """)
                            .params(id, purpose.name(), purpose.role().name())
                            .param(purpose.unit())
                            .params(hash(secret), by.id(), OffsetDateTime.now(clock))
                            .param(purpose.scopes() == null ? null : names(purpose.scopes()))
                            .param(purpose.expiresAt() == null ? null : Columns.timestamp(purpose.expiresAt()))
                            .update()
                    > 0;
            if (absent) {
                audit.note(by, Audit.Act.KEY_ISSUED, Audit.Kind.KEY, id, null, said(purpose));
            }
            return absent;
        }));
        return issued ? Optional.of(new IssuedKey(id, PREFIX + id + "_" + secret)) : Optional.empty();
    }

    /**
     * Gives a key another secret; the one before opens for the overlap yet. Its id, and what it did, stay.
     *
     * @param seen what the asker knows of the rotation before; with another since, nothing is done
     */
    Optional<RotatedKey> rotate(String id, Duration overlap, Rotated seen, Caller by) {
        String secret = secret();
        Instant until = clock.instant().plus(overlap);
        boolean rotated = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean found = jdbc.sql("""
                                    update access.api_key
                                    set former_hash = secret_hash, former_until = ?, secret_hash = ?
                                    where id = ? and revoked_at is null
                                      and (? or former_until is not distinct from ?::timestamptz)
                                    """)
                            .params(Columns.timestamp(until), hash(secret), id, seen instanceof Rotated.Whenever)
                            .param(
                                    seen instanceof Rotated.Until(var former) && former != null
                                            ? Columns.timestamp(former)
                                            : null)
                            .update()
                    > 0;
            if (found) {
                audit.note(by, Audit.Act.KEY_ROTATED, Audit.Kind.KEY, id, null, Map.of("formerUntil", until));
            }
            return found;
        }));
        return rotated ? Optional.of(new RotatedKey(id, PREFIX + id + "_" + secret, until)) : Optional.empty();
    }

    /** The caller behind a key, unless it is unknown, malformed, revoked or expired. */
    Optional<Caller> authenticate(String key) {
        if (!key.startsWith(PREFIX) || key.length() < PREFIX.length() + 38) {
            return Optional.empty();
        }
        String id = key.substring(PREFIX.length(), PREFIX.length() + 36);
        String hash = hash(key.substring(PREFIX.length() + 37));
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Found> found = jdbc.sql("""
                        select *, coalesce(last_used_at < ?, true) as used_again from access.api_key
                        where id = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                        """)
                .params(now.minus(USED_TO_THE), id, now)
                .query((rs, i) -> new Found(caller(rs), opens(rs, hash, now), rs.getBoolean("used_again")))
                .optional()
                .filter(Found::opened);
        found.filter(Found::usedAgain)
                .ifPresent(used -> jdbc.sql("update access.api_key set last_used_at = ? where id = ?")
                        .params(now, id)
                        .update());
        return found.map(Found::caller);
    }

    private static boolean opens(ResultSet rs, String hash, OffsetDateTime now) throws SQLException {
        OffsetDateTime formerUntil = rs.getObject("former_until", OffsetDateTime.class);
        return MessageDigest.isEqual(bytes(rs.getString("secret_hash")), bytes(hash))
                || formerUntil != null
                        && formerUntil.isAfter(now)
                        && MessageDigest.isEqual(bytes(rs.getString("former_hash")), bytes(hash));
    }

    private static Caller caller(ResultSet rs) throws SQLException {
        return new Caller(
                rs.getString("id"),
                rs.getString("name"),
                Role.valueOf(rs.getString("role")),
                rs.getString("unit"),
                new Caller.Door.Key(scopes(rs)));
    }

    private static @Nullable Set<Scope> scopes(ResultSet rs) throws SQLException {
        Array names = rs.getArray("scopes");
        return names == null
                ? null
                : Stream.of((String[]) names.getArray()).map(Scope::valueOf).collect(Collectors.toSet());
    }

    private static String[] names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::name).sorted().toArray(String[]::new);
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** All keys, newest first, revoked ones too; never their secrets. */
    List<KeyRow> all() {
        return jdbc.sql("select * from access.api_key order by id desc")
                .query((rs, i) -> new KeyRow(
                        rs.getString("id"),
                        rs.getString("name"),
                        Role.valueOf(rs.getString("role")),
                        rs.getString("unit"),
                        scopes(rs),
                        Columns.instant(rs, "created_at"),
                        moment(rs, "expires_at"),
                        moment(rs, "last_used_at"),
                        moment(rs, "former_until"),
                        moment(rs, "revoked_at")))
                .list();
    }

    private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Revokes a key from now on; whether there was one to revoke. */
    boolean revoke(String id, Caller by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean revoked = jdbc.sql("update access.api_key set revoked_at = ? where id = ? and revoked_at is null")
                            .params(OffsetDateTime.now(clock), id)
                            .update()
                    > 0;
            if (revoked) {
                audit.note(by, Audit.Act.KEY_REVOKED, Audit.Kind.KEY, id, null, null);
            }
            return revoked;
        }));
    }

    private static Map<String, Object> said(Purpose purpose) {
        Map<String, Object> said = new TreeMap<>(Map.of("name", purpose.name(), "role", purpose.role()));
        if (purpose.unit() != null) {
            said.put("unit", purpose.unit());
        }
        if (purpose.scopes() != null) {
            said.put("scopes", purpose.scopes());
        }
        if (purpose.expiresAt() != null) {
            said.put("expiresAt", purpose.expiresAt());
        }
        return said;
    }

    private String hash(String secret) {
        return secrets.hmac(Secrets.Purpose.API_KEY, bytes(secret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a key is for.
     *
     * @param scopes what it opens; null = whatever its role may do
     * @param expiresAt from then on it opens nothing; null = until it is revoked
     */
    record Purpose(
            String name,
            Role role,
            @Nullable String unit,
            @Nullable Set<Scope> scopes,
            @Nullable Instant expiresAt) {}

    /** What somebody who rotates a key knows of the rotation before. */
    public sealed interface Rotated {
        /** Nothing: they rotate it however it stands. */
        record Whenever() implements Rotated {}

        /** Until when the secret before it opened; null = it was never rotated. */
        record Until(@Nullable Instant former) implements Rotated {}
    }

    private record Found(Caller caller, boolean opened, boolean usedAgain) {}

    /** A key with its new secret; the former one opens until then. */
    public record RotatedKey(String id, String key, Instant formerUntil) {}

    /** A key as it is handed out once. */
    public record IssuedKey(String id, String key) {}

    /** A key as it is listed. */
    public record KeyRow(
            String id,
            String name,
            Role role,
            @Nullable String unit,
            @Nullable Set<Scope> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant formerUntil,
            @Nullable Instant revokedAt) {}
}
