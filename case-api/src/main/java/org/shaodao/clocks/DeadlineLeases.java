package org.shaodao.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who looks after a passed deadline: one node at a time, for a while. A lease only spares the others the work; that a
 * deadline is missed once is settled by the case.
 */
@Component
class DeadlineLeases {
    /** Long enough for the view to hear of the miss, short enough not to lose a minute over a node that died. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;

    DeadlineLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the passed clocks that this node is to look after now. */
    List<Passed> claim(List<Passed> passed, Instant now) {
        if (passed.isEmpty()) {
            return List.of();
        }
        List<Passed> claimed = new ArrayList<>();
        jdbc.sql("""
                        insert into es.deadline_lease as l (case_id, dispatch, kind, round, until)
                        select c.case_id, c.dispatch, c.kind, c.round, ?
                        from unnest(?::uuid[], ?::int[], ?::text[], ?::int[]) as c (case_id, dispatch, kind, round)
                        order by 1, 2, 3, 4
                        on conflict (case_id, dispatch, kind, round) do update
                        set until = excluded.until where l.until < ?
                        returning case_id, dispatch, kind, round
                        """)
                .params(
                        Columns.timestamp(now.plus(LEASE)),
                        Columns.array(passed.stream().map(Passed::caseId).toList()),
                        Columns.array(passed.stream()
                                .map(p -> p.dispatch() == null ? 0 : p.dispatch())
                                .toList()),
                        Columns.array(passed.stream().map(Passed::clock).toList()),
                        Columns.array(passed.stream().map(Passed::round).toList()),
                        Columns.timestamp(now))
                .query(row -> {
                    UUID caseId = row.getObject("case_id", UUID.class);
                    int dispatch = row.getInt("dispatch");
                    ClockKind kind = ClockKind.valueOf(row.getString("kind"));
                    int round = row.getInt("round");
                    passed.stream()
                            .filter(p -> p.caseId().equals(caseId)
                                    && (p.dispatch() == null ? 0 : p.dispatch()) == dispatch
                                    && p.clock() == kind
                                    && p.round() == round)
                            .forEach(claimed::add);
                });
        return claimed;
    }

    /** Forgets leases that ended long ago. */
    void forget(Instant before) {
        jdbc.sql("delete from es.deadline_lease where until < ?")
                .param(Columns.timestamp(before))
                .update();
    }
}
