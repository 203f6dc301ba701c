package org.shaodao.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Duty;
import org.shaodao.demand.DemandKind;
import org.shaodao.inbox.InboxCase.Demand;
import org.shaodao.inbox.InboxCase.Item;
import org.shaodao.view.Batch;
import org.shaodao.view.Columns;
import org.shaodao.view.Recorded;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the inbox. The cases of a batch are read, told their events and written back, whatever the number of events;
 * the counters move by what the cases' dispatches are now less what they were.
 */
public final class InboxView implements View {
    static final String NAME = "inbox";

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
        Map<UUID, InboxCase> before = read(batch.cases(), jdbc);
        Map<UUID, InboxCase> after = new HashMap<>(before);
        List<Demand> raised = new ArrayList<>();
        for (Recorded recorded : batch.events()) {
            if (recorded.event() instanceof CaseEvent.Raised e) {
                InboxCase opened = InboxCase.raised(recorded.caseId(), e);
                raised.add(opened.demand());
                after.put(recorded.caseId(), opened);
            } else {
                after.computeIfPresent(recorded.caseId(), (id, known) -> known.after(recorded));
            }
        }
        writeDemands(raised, jdbc);
        writeItems(changed(before, after), jdbc);
        Tally tally = new Tally();
        before.values().forEach(c -> c.items().values().forEach(i -> tally.add(i, -1)));
        after.values().forEach(c -> c.items().values().forEach(i -> tally.add(i, 1)));
        tally.write(batch.segment(), jdbc);
    }

    private static List<Item> changed(Map<UUID, InboxCase> before, Map<UUID, InboxCase> after) {
        List<Item> changed = new ArrayList<>();
        after.forEach((id, now) -> {
            InboxCase old = before.get(id);
            for (Item item : now.items().values()) {
                if (old == null || !item.equals(old.items().get(item.dispatch()))) {
                    changed.add(item);
                }
            }
        });
        return changed;
    }

    private static Map<UUID, InboxCase> read(Collection<UUID> cases, JdbcClient jdbc) {
        @Nullable String[] ids = Columns.array(cases);
        Map<UUID, SortedMap<Integer, Item>> items = new HashMap<>();
        jdbc.sql("select * from dispatch where case_id = any(?::uuid[])")
                .param(ids)
                .query(row -> {
                    Item item = item(row);
                    items.computeIfAbsent(item.caseId(), id -> new TreeMap<>()).put(item.dispatch(), item);
                });
        Map<UUID, InboxCase> known = new HashMap<>();
        jdbc.sql("select * from demand where case_id = any(?::uuid[])")
                .param(ids)
                .query(row -> {
                    Demand demand = demand(row);
                    known.put(
                            demand.caseId(),
                            new InboxCase(demand, items.getOrDefault(demand.caseId(), new TreeMap<>())));
                });
        return known;
    }

    private static void writeDemands(List<Demand> demands, JdbcClient jdbc) {
        Columns.of(demands)
                .with(Demand::caseId)
                .with(Demand::number)
                .with(Demand::street)
                .with(Demand::kind)
                .with(Demand::category)
                .with(Demand::place)
                .with(Demand::subject)
                .write(jdbc, """
                        insert into demand (case_id, number, street, kind, category, place, subject)
                        select * from unnest(
                            ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])""");
    }

    private static void writeItems(List<Item> items, JdbcClient jdbc) {
        Columns.of(items)
                .with(Item::caseId)
                .with(Item::dispatch)
                .with(Item::unit)
                .with(Item::duty)
                .with(Item::category)
                .with(Item::whistle)
                .with(Item::tab)
                .with(Item::round)
                .with(Item::handler)
                .with(Item::dispatchedAt)
                .with(Item::recordedAt)
                .with(Item::changedAt)
                .write(jdbc, """
                        insert into dispatch (case_id, dispatch, unit, duty, category, whistle, tab, round, handler,
                            dispatched_at, recorded_at, changed_at)
                        select * from unnest(
                            ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[],
                            ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                        on conflict (case_id, dispatch) do update
                        set tab = excluded.tab, round = excluded.round, handler = excluded.handler,
                            changed_at = excluded.changed_at""");
    }

    private static Demand demand(ResultSet row) throws SQLException {
        return new Demand(
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("street"),
                DemandKind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getString("place"),
                row.getString("subject"));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("case_id", UUID.class),
                row.getInt("dispatch"),
                row.getString("unit"),
                Duty.valueOf(row.getString("duty")),
                row.getString("category"),
                row.getObject("whistle", Integer.class),
                InboxTab.valueOf(row.getString("tab")),
                row.getInt("round"),
                row.getString("handler"),
                Columns.instant(row, "dispatched_at"),
                Columns.instant(row, "recorded_at"),
                Columns.instant(row, "changed_at"));
    }
}
