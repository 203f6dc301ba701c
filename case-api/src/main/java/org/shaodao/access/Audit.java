package org.shaodao.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
import org.shaodao.view.Cursors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What administrators did, kept for auditors: rows are added and never change. It holds no secret. */
@Repository
public class Audit {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What was done. */
    public enum Act {
        USER_CREATED,
        USER_RENAMED,
        USER_ENDED,
        ROLE_GIVEN,
        ROLE_CHANGED,
        ROLE_ENDED,
        DEPUTY_NAMED,
        DEPUTY_ENDED,
        PASSWORD_RESET,
        USER_UNLOCKED,
        KEY_ISSUED,
        KEY_ROTATED,
        KEY_REVOKED
    }

    /** What it was done to. */
    public enum Kind {
        USER,
        KEY
    }

    /**
     * One act.
     *
     * @param by opaque id of the account or key that acted
     * @param name what the actor was called at that time
     * @param before what changed, as it was; null = there was nothing
     * @param after the same as it is since; null = there is nothing any more
     */
    @Schema(name = "AuditEntry")
    public record Entry(
            long id,
            Instant at,
            String by,
            String name,
            Role role,
            Act act,
            Kind kind,
            String subject,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {}

    /** Some acts; {@code next} continues. */
    @Schema(name = "AuditPage")
    public record Page(List<Entry> entries, @Nullable String next) {}

    /**
     * Which acts are looked for.
     *
     * @param kind to what they were done; null = to anything
     * @param subject to which user or key; null = to any
     * @param by what the one who acted was called then; null = whoever
     */
    public record Sought(
            @Nullable Kind kind,
            @Nullable String subject,
            @Nullable String by) {}

    /** Adds an act, in the transaction of what it did. */
    public void note(
            Caller by,
            Act act,
            Kind kind,
            String subject,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after) {
        jdbc.sql("""
                        insert into access.audit (at, by_actor, by_name, by_role, act, kind, subject, before, after)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        OffsetDateTime.now(clock),
                        by.id(),
                        by.name(),
                        by.role().name(),
                        act.name(),
                        kind.name(),
                        subject)
                .param(written(before))
                .param(written(after))
                .update();
    }

    /**
     * Acts, the last one first.
     *
     * @param cursor where the page before ended; null = from the last act on
     */
    public Page page(Sought sought, @Nullable String cursor, int limit) {
        List<Entry> entries = jdbc.sql("""
                        select * from access.audit
                        where (:kind::text is null or kind = :kind) and (:subject::text is null or subject = :subject)
                          and (:by::text is null or by_name = :by) and (:before::bigint is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("kind", sought.kind() == null ? null : sought.kind().name())
                .param("subject", sought.subject())
                .param("by", sought.by())
                .param("before", cursor == null ? null : Cursors.decode(cursor, 1, parts -> Long.valueOf(parts[0])))
                .param("limit", limit)
                .query((rs, i) -> entry(rs))
                .list();
        return new Page(
                entries,
                entries.size() < limit ? null : Cursors.encode(entries.getLast().id()));
    }

    private Entry entry(ResultSet rs) throws SQLException {
        return new Entry(
                rs.getLong("id"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("by_actor"),
                rs.getString("by_name"),
                Role.valueOf(rs.getString("by_role")),
                Act.valueOf(rs.getString("act")),
                Kind.valueOf(rs.getString("kind")),
                rs.getString("subject"),
                read(rs.getString("before")),
                read(rs.getString("after")));
    }

    private @Nullable String written(@Nullable Map<String, ?> facts) {
        return facts == null ? null : json.writeValueAsString(facts);
    }

    private @Nullable Map<String, Object> read(@Nullable String facts) {
        return facts == null ? null : json.readValue(facts, new TypeReference<>() {});
    }
}
