package org.shaodao.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who read what a resident said, or who they are: rows are added and never change. */
@Repository
public class Readings {
    private static final Duration ONE_READING = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Readings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was read. */
    public enum What {
        NARRATIVE,
        IDENTITY
    }

    /**
     * One reading.
     *
     * @param actor opaque id of the account or key
     * @param person the officer whom an office's system named, otherwise the actor
     * @param opening version of the case at which the identity was opened to them; null for its words
     */
    public record Reading(
            long id,
            Instant at,
            UUID caseId,
            What what,
            String actor,
            String person,
            Role role,
            @Nullable String unit,
            @Nullable Long opening) {}

    /** Somebody reads who the resident is. */
    public void identity(UUID caseId, By by, long opening) {
        jdbc.sql("""
                        insert into access.reading (at, case_id, what, by_actor, person, role, unit, opening)
                        values (?, ?, 'IDENTITY', ?, ?, ?, ?, ?)
                        """)
                .params(
                        OffsetDateTime.now(clock),
                        caseId,
                        by.actorId(),
                        by.person(),
                        by.role().name())
                .param(by.unitId())
                .param(opening)
                .update();
    }

    /** Somebody reads the words of a case; again within the hour is the same reading. */
    public void narrative(UUID caseId, By by) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into access.reading (at, case_id, what, by_actor, person, role, unit)
                        select :now, :case, 'NARRATIVE', :actor, :person, :role, :unit
                        where not exists (
                            select 1 from access.reading
                            where case_id = :case and what = 'NARRATIVE' and by_actor = :actor and person = :person
                              and role = :role and at > :since)
                        """)
                .param("now", now)
                .param("since", now.minus(ONE_READING))
                .param("case", caseId)
                .param("actor", by.actorId())
                .param("person", by.person())
                .param("role", by.role().name())
                .param("unit", by.unitId())
                .update();
    }

    /**
     * Readings, the last one first.
     *
     * @param caseId of which case; null = of all
     * @param unit by whom; null = by all
     * @param before the id after which the page begins; null = from the last one on
     */
    public List<Reading> page(@Nullable UUID caseId, @Nullable String unit, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select * from access.reading
                        where (:case::uuid is null or case_id = :case) and (:unit::text is null or unit = :unit)
                          and (:before::bigint is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("case", caseId)
                .param("unit", unit)
                .param("before", before)
                .param("limit", limit)
                .query((rs, i) -> reading(rs))
                .list();
    }

    private static Reading reading(ResultSet rs) throws SQLException {
        return new Reading(
                rs.getLong("id"),
                Columns.instant(rs, "at"),
                rs.getObject("case_id", UUID.class),
                What.valueOf(rs.getString("what")),
                rs.getString("by_actor"),
                rs.getString("person"),
                Role.valueOf(rs.getString("role")),
                rs.getString("unit"),
                rs.getObject("opening", Long.class));
    }
}
