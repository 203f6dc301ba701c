package org.shaodao.disputes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a row for each open dispute, and one for each ruling. */
public final class DisputesView implements View {
    static final String NAME = "disputes";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Map<Key, DisputeRow> open = new LinkedHashMap<>();
        Set<Key> over = new LinkedHashSet<>();
        Map<Key, PrecedentRow> rulings = new LinkedHashMap<>();
        for (Change change : batch.changes()) {
            UUID caseId = change.recorded().caseId();
            Map<Integer, DisputeRow> before = DisputeRow.of(caseId, change.before());
            Map<Integer, DisputeRow> after = DisputeRow.of(caseId, change.after());
            after.forEach((dispatch, row) -> {
                if (!row.equals(before.get(dispatch))) {
                    open.put(new Key(caseId, dispatch), row);
                    over.remove(new Key(caseId, dispatch));
                }
            });
            before.keySet().stream()
                    .filter(dispatch -> !after.containsKey(dispatch))
                    .map(dispatch -> new Key(caseId, dispatch))
                    .forEach(key -> {
                        open.remove(key);
                        over.add(key);
                    });
            if (change.recorded().event() instanceof DisputeEvent.DisputeRuled e && change.after() != null) {
                rulings.put(new Key(caseId, e.dispatch()), precedent(change, e, change.after()));
            }
        }
        write(open.values(), jdbc);
        delete(over, jdbc);
        rule(rulings.values(), jdbc);
    }

    private record Key(UUID caseId, Integer dispatch) {}

    private static PrecedentRow precedent(Change change, DisputeEvent.DisputeRuled e, CaseFacts facts) {
        DispatchFacts dispatch = facts.dispatches().get(e.dispatch());
        @Nullable String ground = dispatch == null ? null : dispatch.dispute().ground();
        return new PrecedentRow(
                change.recorded().caseId(),
                e.dispatch(),
                facts.demand().number(),
                facts.demand().category(),
                facts.demand().place(),
                Objects.requireNonNullElse(ground, ""),
                e.unit(),
                e.upheld(),
                e.responsible(),
                e.headnote(),
                e.catalogue(),
                change.recorded().recordedAt());
    }

    private static void write(Collection<DisputeRow> rows, JdbcClient jdbc) {
        Columns.of(rows)
                .with(DisputeRow::caseId)
                .with(DisputeRow::dispatch)
                .with(DisputeRow::number)
                .with(DisputeRow::street)
                .with(DisputeRow::category)
                .with(DisputeRow::place)
                .with(DisputeRow::subject)
                .with(DisputeRow::unit)
                .with(DisputeRow::state)
                .with(DisputeRow::ground)
                .with(DisputeRow::suggested)
                .with(DisputeRow::since)
                .with(DisputeRow::dueAt)
                .write(jdbc, """
                        insert into dispute (case_id, dispatch, number, street, category, place, subject, unit, state,
                            ground, suggested, since, due_at)
                        select * from unnest(
                            ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                        on conflict (case_id, dispatch) do update
                        set street = excluded.street, category = excluded.category, place = excluded.place, subject = excluded.subject,
                            state = excluded.state, ground = excluded.ground, suggested = excluded.suggested,
                            since = excluded.since, due_at = excluded.due_at""");
    }

    private static void delete(Set<Key> keys, JdbcClient jdbc) {
        Columns.of(keys).with(Key::caseId).with(Key::dispatch).write(jdbc, """
                delete from dispute d
                using unnest(?::uuid[], ?::int[]) as over (case_id, dispatch)
                where d.case_id = over.case_id and d.dispatch = over.dispatch""");
    }

    private static void rule(Collection<PrecedentRow> rows, JdbcClient jdbc) {
        Columns.of(rows)
                .with(PrecedentRow::caseId)
                .with(PrecedentRow::dispatch)
                .with(PrecedentRow::number)
                .with(PrecedentRow::category)
                .with(PrecedentRow::place)
                .with(PrecedentRow::ground)
                .with(PrecedentRow::unit)
                .with(PrecedentRow::upheld)
                .with(PrecedentRow::responsible)
                .with(PrecedentRow::headnote)
                .with(PrecedentRow::catalogue)
                .with(PrecedentRow::ruledAt)
                .write(jdbc, """
                        insert into precedent (case_id, dispatch, number, category, place, ground, unit, upheld,
                            responsible, headnote, catalogue, ruled_at)
                        select * from unnest(
                            ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[],
                            ?::text[], ?::text[], ?::boolean[], ?::timestamptz[])
                        on conflict (case_id, dispatch) do nothing""");
    }
}
