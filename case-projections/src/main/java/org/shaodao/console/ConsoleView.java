package org.shaodao.console;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a row for whatever waits in a case, since when it does, and one for each clock that somebody must keep. What the rows
 * say beyond their order is read off what is known of the case.
 */
public final class ConsoleView implements View {
    static final String NAME = "console";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Map<Key, Row> waiting = new LinkedHashMap<>();
        Set<Key> over = new LinkedHashSet<>();
        Map<DueKey, FallingDue> due = new LinkedHashMap<>();
        Set<DueKey> kept = new LinkedHashSet<>();
        ConsoleTally tally = new ConsoleTally();
        for (Change change : batch.changes()) {
            UUID caseId = change.recorded().caseId();
            Map<Matter.Key, Row> before = rows(change, change.before());
            Map<Matter.Key, Row> after = rows(change, change.after());
            before.forEach((key, row) -> {
                if (!after.containsKey(key)) {
                    over.add(new Key(caseId, key));
                    waiting.remove(new Key(caseId, key));
                }
                if (!row.samePlace(after.get(key))) {
                    tally.add(row, -1);
                }
            });
            after.forEach((key, row) -> {
                Row old = before.get(key);
                if (!row.samePlace(old)) {
                    tally.add(row, 1);
                    waiting.merge(new Key(caseId, key), row, (first, then) -> then.since(first.since()));
                }
            });
            changedClocks(change, due, kept);
        }
        delete(over, jdbc);
        write(waiting.values(), jdbc);
        tally.write(batch.segment(), jdbc);
        keep(kept, jdbc);
        write(due, jdbc);
    }

    private static void changedClocks(Change change, Map<DueKey, FallingDue> due, Set<DueKey> kept) {
        UUID caseId = change.recorded().caseId();
        Map<FallingDue.Key, FallingDue> before = FallingDue.of(change.before());
        Map<FallingDue.Key, FallingDue> after = FallingDue.of(change.after());
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .map(key -> new DueKey(caseId, key))
                .forEach(key -> {
                    due.remove(key);
                    kept.add(key);
                });
        after.forEach((key, now) -> {
            if (!now.equals(before.get(key))) {
                due.put(new DueKey(caseId, key), now);
            }
        });
    }

    private record Key(UUID caseId, Matter.Key matter) {}

    private record DueKey(UUID caseId, FallingDue.Key due) {}

    private static Map<Matter.Key, Row> rows(Change change, @Nullable CaseFacts facts) {
        Map<Matter.Key, Row> rows = new LinkedHashMap<>();
        if (facts != null) {
            String street = facts.intake().recused() ? null : facts.demand().street();
            Matter.of(facts)
                    .forEach((key, matter) -> rows.put(
                            key,
                            new Row(
                                    change.recorded().caseId(),
                                    key,
                                    street,
                                    matter.desk(),
                                    change.recorded().recordedAt())));
        }
        return rows;
    }

    /** @param street on whose desk it lies; null where the district runs the case */
    record Row(UUID caseId, Matter.Key key, @Nullable String street, ConsoleDesk desk, Instant since) {
        boolean samePlace(@Nullable Row other) {
            return other != null && since(other.since()).equals(other);
        }

        Row since(Instant at) {
            return new Row(caseId, key, street, desk, at);
        }
    }

    private static void delete(Set<Key> keys, JdbcClient jdbc) {
        Columns.of(keys)
                .with(Key::caseId)
                .with(key -> key.matter().waiting())
                .with(key -> key.matter().number())
                .write(jdbc, """
                        delete from waiting w
                        using unnest(?::uuid[], ?::text[], ?::int[]) as over (case_id, waiting, number)
                        where w.case_id = over.case_id and w.waiting = over.waiting and w.number = over.number""");
    }

    private static void write(Collection<Row> rows, JdbcClient jdbc) {
        Columns.of(rows)
                .with(Row::caseId)
                .with(row -> row.key().waiting())
                .with(row -> row.key().number())
                .with(row -> row.key().waiting().tab())
                .with(Row::street)
                .with(Row::desk)
                .with(Row::since)
                .write(jdbc, """
                        insert into waiting (case_id, waiting, number, tab, street, desk, since)
                        select * from unnest(
                            ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                        on conflict (case_id, waiting, number) do update set street = excluded.street, desk = excluded.desk""");
    }

    private static void keep(Set<DueKey> keys, JdbcClient jdbc) {
        Columns.of(keys)
                .with(DueKey::caseId)
                .with(key -> key.due().dispatch())
                .with(key -> key.due().clock())
                .with(key -> key.due().round())
                .write(jdbc, """
                        delete from falling_due d
                        using unnest(?::uuid[], ?::int[], ?::text[], ?::int[]) as kept (case_id, dispatch, clock, round)
                        where d.case_id = kept.case_id and d.dispatch = kept.dispatch and d.clock = kept.clock
                            and d.round = kept.round""");
    }

    private static void write(Map<DueKey, FallingDue> due, JdbcClient jdbc) {
        Columns.of(due.entrySet())
                .with(entry -> entry.getKey().caseId())
                .with(entry -> entry.getValue().dispatch())
                .with(entry -> entry.getValue().clock())
                .with(entry -> entry.getValue().round())
                .with(entry -> entry.getValue().street())
                .with(entry -> entry.getValue().dueAt())
                .with(entry -> entry.getValue().moved())
                .write(jdbc, """
                        insert into falling_due (case_id, dispatch, clock, round, street, due_at, moved)
                        select * from unnest(
                            ?::uuid[], ?::int[], ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::boolean[])
                        on conflict (case_id, dispatch, clock, round) do update
                        set street = excluded.street, due_at = excluded.due_at, moved = excluded.moved""");
    }
}
