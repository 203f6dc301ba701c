package org.shaodao.clocks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the list of running clocks: a row while its time passes, and whether its case knows that it was missed. */
public final class ClocksView implements View {
    static final String NAME = "clocks";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Map<Key, Changed> changed = new LinkedHashMap<>();
        for (Change change : batch.changes()) {
            UUID caseId = change.recorded().caseId();
            List<Changed> before = clocks(caseId, change.before());
            for (Changed clock : clocks(caseId, change.after())) {
                if (!before.contains(clock)) {
                    changed.put(new Key(caseId, clock.clock()), clock);
                }
            }
        }
        List<Changed> running = new ArrayList<>();
        List<Changed> ended = new ArrayList<>();
        changed.values().forEach(c -> (c.clock().counts() ? running : ended).add(c));
        write(running, jdbc);
        delete(ended, jdbc);
    }

    private record Key(UUID caseId, @Nullable Integer dispatch, ClockKind kind, Integer round) {
        Key(UUID caseId, ClockFacts clock) {
            this(caseId, clock.dispatch(), clock.kind(), clock.round());
        }
    }

    private record Changed(UUID caseId, ClockFacts clock, String unit) {
        /** A column of a key is never null: 0 stands for the case itself. */
        int dispatch() {
            return clock.dispatch() == null ? 0 : clock.dispatch();
        }
    }

    private static List<Changed> clocks(UUID caseId, @Nullable CaseFacts facts) {
        return facts == null
                ? List.of()
                : facts.clocks().stream()
                        .map(clock -> new Changed(caseId, clock, unit(facts, clock)))
                        .toList();
    }

    /** Whose clock it is: the unit called, or the street that runs the case, which looks after a ruling too. */
    private static String unit(CaseFacts facts, ClockFacts clock) {
        var dispatch = clock.dispatch() == null || !clock.kind().ofTheUnit()
                ? null
                : facts.dispatches().get(clock.dispatch());
        return dispatch == null ? facts.demand().street() : dispatch.unit();
    }

    private static void write(List<Changed> clocks, JdbcClient jdbc) {
        Columns.of(clocks)
                .with(Changed::caseId)
                .with(Changed::dispatch)
                .with(c -> c.clock().kind())
                .with(c -> c.clock().round())
                .with(Changed::unit)
                .with(c -> c.clock().startedAt())
                .with(c -> c.clock().dueAt())
                .with(c -> c.clock().provisional())
                .with(c -> c.clock().missed())
                .write(jdbc, """
                        insert into clock (case_id, dispatch, kind, round, unit, started_at, due_at, provisional, missed)
                        select * from unnest(
                            ?::uuid[], ?::int[], ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                            ?::boolean[], ?::boolean[])
                        on conflict (case_id, dispatch, kind, round) do update
                        set unit = excluded.unit, due_at = excluded.due_at, provisional = excluded.provisional, missed = excluded.missed""");
    }

    private static void delete(List<Changed> clocks, JdbcClient jdbc) {
        Columns.of(clocks)
                .with(Changed::caseId)
                .with(Changed::dispatch)
                .with(c -> c.clock().kind())
                .with(c -> c.clock().round())
                .write(jdbc, """
                        delete from clock c
                        using unnest(?::uuid[], ?::int[], ?::text[], ?::int[]) as ended (case_id, dispatch, kind, round)
                        where c.case_id = ended.case_id and c.dispatch = ended.dispatch and c.kind = ended.kind
                            and c.round = ended.round""");
    }
}
