package org.shaodao.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
import org.shaodao.vault.Secrets;
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

    /** Makes a key. The secret is shown this once and never again. */
    IssuedKey issue(String name, Role role, @Nullable String unit, Caller by) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                        insert into access.api_key (id, name, role, unit, secret_hash, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                    .params(id, name, role.name())
                    .param(unit)
                    .params(hash(secret), by.id(), OffsetDateTime.now(clock))
                    .update();
            audit.note(by, Audit.Act.KEY_ISSUED, Audit.Kind.KEY, id, null, said(name, role, unit));
        });
        return new IssuedKey(id, PREFIX + id + "_" + secret);
    }

    /** The caller behind a key, unless it is unknown, malformed or revoked. */
    Optional<Caller> authenticate(String key) {
        if (!key.startsWith(PREFIX) || key.length() < PREFIX.length() + 38) {
            return Optional.empty();
        }
        String id = key.substring(PREFIX.length(), PREFIX.length() + 36);
        String hash = hash(key.substring(PREFIX.length() + 37));
        return jdbc.sql("select * from access.api_key where id = ? and revoked_at is null")
                .param(id)
                .query((rs, i) -> MessageDigest.isEqual(bytes(rs.getString("secret_hash")), bytes(hash))
                        ? Optional.of(new Caller(
                                id,
                                rs.getString("name"),
                                Role.valueOf(rs.getString("role")),
                                rs.getString("unit"),
                                new Caller.Door.Key()))
                        : Optional.<Caller>empty())
                .optional()
                .flatMap(caller -> caller);
    }

    /** All keys, newest first, revoked ones too; never their secrets. */
    List<KeyRow> all() {
        return jdbc.sql("select * from access.api_key order by id desc")
                .query((rs, i) -> new KeyRow(
                        rs.getString("id"),
                        rs.getString("name"),
                        Role.valueOf(rs.getString("role")),
                        rs.getString("unit"),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rs.getObject("revoked_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
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

    private static Map<String, Object> said(String name, Role role, @Nullable String unit) {
        Map<String, Object> said = new TreeMap<>(Map.of("name", name, "role", role));
        if (unit != null) {
            said.put("unit", unit);
        }
        return said;
    }

    private String hash(String secret) {
        return secrets.hmac(Secrets.Purpose.API_KEY, bytes(secret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A key as it is handed out once. */
    record IssuedKey(String id, String key) {}

    /** A key as it is listed. */
    record KeyRow(
            String id,
            String name,
            Role role,
            @Nullable String unit,
            Instant createdAt,
            @Nullable Instant revokedAt) {}
}
