package org.shaodao.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.Demand;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the inbox: each dispatch as it is at the end of a batch is written once, whatever the number of events, and the
 * counters move by what the dispatches are now less what they were.
 */
public final class InboxView implements View {
    static final String NAME = "inbox";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 6;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Map<UUID, Described> described = new LinkedHashMap<>();
        Map<Key, Written> written = new LinkedHashMap<>();
        Tally tally = new Tally();
        for (Change change : batch.changes()) {
            UUID caseId = change.recorded().caseId();
            CaseFacts after = change.after();
            if (after != null
                    && (change.before() == null
                            || !after.demand().equals(change.before().demand()))) {
                described.put(caseId, new Described(caseId, after.demand()));
            }
            Map<Integer, Item> before = Item.of(caseId, change.before());
            Item.of(caseId, change.after()).forEach((dispatch, now) -> {
                Item old = before.get(dispatch);
                if (!now.equals(old)) {
                    tally.move(old, now);
                    written.merge(
                            new Key(caseId, dispatch),
                            Written.first(now, change.recorded().recordedAt()),
                            Written::then);
                }
            });
        }
        writeDemands(described.values(), jdbc);
        writeItems(written.values(), jdbc);
        tally.write(batch.segment(), jdbc);
    }

    private record Described(UUID caseId, Demand demand) {}

    private record Key(UUID caseId, int dispatch) {}

    /** An item with the time it first became known in this batch, and the time it last changed. */
    private record Written(Item item, Instant recordedAt, Instant changedAt) {
        static Written first(Item item, Instant at) {
            return new Written(item, at, at);
        }

        Written then(Written next) {
            return new Written(next.item, recordedAt, next.changedAt);
        }
    }

    private static void writeDemands(Collection<Described> described, JdbcClient jdbc) {
        Columns.of(described)
                .with(Described::caseId)
                .with(o -> o.demand().number())
                .with(o -> o.demand().street())
                .with(o -> o.demand().kind())
                .with(o -> o.demand().category())
                .with(o -> o.demand().place())
                .with(o -> o.demand().subject())
                .write(jdbc, """
                        insert into demand (case_id, number, street, kind, category, place, subject)
                        select * from unnest(
                            ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                        on conflict (case_id) do update
                        set street = excluded.street, kind = excluded.kind, category = excluded.category, place = excluded.place""");
    }

    private static void writeItems(Collection<Written> items, JdbcClient jdbc) {
        Columns.of(items)
                .with(w -> w.item().caseId())
                .with(w -> w.item().dispatch())
                .with(w -> w.item().unit())
                .with(w -> w.item().role())
                .with(w -> w.item().whistle())
                .with(w -> w.item().tab())
                .with(w -> w.item().state())
                .with(w -> w.item().responsible())
                .with(w -> w.item().dispute())
                .with(w -> w.item().section())
                .with(w -> w.item().round())
                .with(w -> w.item().handler())
                .with(w -> w.item().dispatchedAt())
                .with(w -> w.item().clock())
                .with(w -> w.item().dueAt())
                .with(w -> w.item().working())
                .with(w -> w.item().missed())
                .with(w -> w.item().reminders())
                .with(w -> w.item().supervisions())
                .with(w -> w.item().chases())
                .with(Written::recordedAt)
                .with(Written::changedAt)
                .write(jdbc, """
                        insert into item (case_id, dispatch, unit, role, whistle, tab, state, responsible, dispute,
                            section, round, handler, dispatched_at, clock, due_at, working, missed, reminders,
                            supervisions, chases, recorded_at, changed_at)
                        select * from unnest(
                            ?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::boolean[],
                            ?::text[], ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                            ?::boolean[], ?::boolean[], ?::int[], ?::int[], ?::int[], ?::timestamptz[],
                            ?::timestamptz[])
                        on conflict (case_id, dispatch) do update
                        set role = excluded.role, tab = excluded.tab, state = excluded.state,
                            responsible = excluded.responsible, dispute = excluded.dispute, section = excluded.section,
                            round = excluded.round, handler = excluded.handler, clock = excluded.clock,
                            due_at = excluded.due_at, working = excluded.working, missed = excluded.missed,
                            reminders = excluded.reminders, supervisions = excluded.supervisions,
                            chases = excluded.chases, changed_at = excluded.changed_at""");
    }
}
