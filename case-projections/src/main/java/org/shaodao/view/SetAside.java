package org.shaodao.view;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 搁置. The cases that a generation could not be told of, each from one event on. A case is
 * tried again while its segment is held, so that no event is told twice or never.
 */
final class SetAside {
    /** With more of them it is not the cases that are wrong but the view, which then stands still. */
    static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    SetAside(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which of these cases are set aside. */
    Set<UUID> among(Generation generation, Collection<UUID> cases) {
        return new HashSet<>(jdbc.sql("""
                        select case_id from views.set_aside
                        where name = ? and generation = ? and case_id = any(?::uuid[])""")
                .params(generation.view(), generation.number(), Columns.array(cases))
                .query(UUID.class)
                .list());
    }

    /** Leaves a case out from this event on; false where too many are set aside already. */
    boolean add(Generation generation, UUID caseId, long version, String error) {
        int already = jdbc.sql("select count(*) from views.set_aside where name = ? and generation = ?")
                .params(generation.view(), generation.number())
                .query(Integer.class)
                .single();
        if (already >= MOST) {
            return false;
        }
        jdbc.sql("""
                        insert into views.set_aside (name, generation, case_id, version, error, since, attempts)
                        values (?, ?, ?, ?, ?, ?, 1)""")
                .params(
                        generation.view(),
                        generation.number(),
                        caseId,
                        version,
                        error,
                        Columns.timestamp(clock.instant()))
                .update();
        jdbc.sql("delete from views.failure where name = ? and generation = ? and case_id = ?")
                .params(generation.view(), generation.number(), caseId)
                .update();
        return true;
    }

    /** Takes a case back in; false where it is not set aside any more. */
    boolean remove(Generation generation, UUID caseId) {
        return jdbc.sql("delete from views.set_aside where name = ? and generation = ? and case_id = ?")
                        .params(generation.view(), generation.number(), caseId)
                        .update()
                == 1;
    }

    void failedAgain(Generation generation, UUID caseId, String error) {
        jdbc.sql("""
                        update views.set_aside set error = ?, attempts = attempts + 1
                        where name = ? and generation = ? and case_id = ?""")
                .params(error, generation.view(), generation.number(), caseId)
                .update();
    }

    /** Those of all generations whose tables exist, the oldest first. */
    List<CaseSetAside> all() {
        return jdbc.sql("""
                        select a.* from views.set_aside a
                        join views.generation g using (name, generation)
                        where g.dropped_at is null order by a.since, a.name, a.case_id""")
                .query((row, i) -> new CaseSetAside(
                        row.getString("name"),
                        row.getInt("generation"),
                        row.getObject("case_id", UUID.class),
                        row.getLong("version"),
                        row.getString("error"),
                        Columns.instant(row, "since"),
                        row.getInt("attempts")))
                .list();
    }
}
