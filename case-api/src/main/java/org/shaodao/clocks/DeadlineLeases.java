package org.shaodao.clocks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who looks after a passed deadline: one node at a time, for a while. A lease only spares the others the work; that a
 * deadline is missed once is settled by the case. It is measured by the clock of the database, which all nodes share.
 */
@Component
class DeadlineLeases {
    /** Long enough for the view to hear of the miss, short enough to be over soon where a node died. */
    static final Duration LEASE = Duration.ofSeconds(10);

    static final String CLAIM = """
            insert into es.deadline_lease as l (case_id, dispatch, kind, round, until)
            select c.case_id, c.dispatch, c.kind, c.round, clock_timestamp() + ? * interval '1 second'
            from (
                select distinct * from unnest(?::uuid[], ?::int[], ?::text[], ?::int[])
                    as passed (case_id, dispatch, kind, round)
            ) as c
            order by 1, 2, 3, 4
            on conflict (case_id, dispatch, kind, round) do update
            set until = excluded.until where l.until < clock_timestamp()
            returning case_id, dispatch, kind, round
            """;

    static final String FORGET = """
            delete from es.deadline_lease where ctid = any (array(
                select ctid from es.deadline_lease where until < clock_timestamp()
                order by until limit ? for update skip locked))
            """;

    private final JdbcClient jdbc;

    DeadlineLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the passed clocks that this node is to look after now. */
    List<Passed> claim(List<Passed> passed) {
        if (passed.isEmpty()) {
            return List.of();
        }
        List<Passed> claimed = new ArrayList<>();
        claiming(CLAIM, passed, jdbc).query(row -> {
            UUID caseId = row.getObject("case_id", UUID.class);
            int dispatch = row.getInt("dispatch");
            ClockKind kind = ClockKind.valueOf(row.getString("kind"));
            int round = row.getInt("round");
            passed.stream()
                    .filter(p -> p.caseId().equals(caseId)
                            && dispatch(p) == dispatch
                            && p.clock() == kind
                            && p.round() == round)
                    .forEach(claimed::add);
        });
        return claimed;
    }

    static JdbcClient.StatementSpec claiming(String statement, List<Passed> passed, JdbcClient jdbc) {
        return jdbc.sql(statement)
                .params(
                        LEASE.toSeconds(),
                        Columns.array(passed.stream().map(Passed::caseId).toList()),
                        Columns.array(
                                passed.stream().map(DeadlineLeases::dispatch).toList()),
                        Columns.array(passed.stream().map(Passed::clock).toList()),
                        Columns.array(passed.stream().map(Passed::round).toList()));
    }

    private static int dispatch(Passed passed) {
        return passed.dispatch() == null ? 0 : passed.dispatch();
    }

    /**
     * Forgets leases that ended.
     *
     * @param limit how many at most
     */
    void forget(int limit) {
        jdbc.sql(FORGET).param(limit).update();
    }
}
