package org.shaodao.history;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.Recorded;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Fills the history: an entry for every event, and for every case its place in the lists of its street. */
public final class HistoryView implements View {
    static final String NAME = "history";
    private static final JsonMapper JSON = JsonMapper.shared();

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
        writeEntries(batch.events(), jdbc);
        Map<UUID, Placed> placed = new LinkedHashMap<>();
        for (Change change : batch.changes()) {
            Listed now = Listed.of(change.after());
            if (now != null && !now.equals(Listed.of(change.before()))) {
                Recorded recorded = change.recorded();
                placed.merge(
                        recorded.caseId(), new Placed(recorded.caseId(), now, recorded.recordedAt()), Placed::then);
            }
        }
        writeCases(placed.values(), jdbc);
    }

    /** A case with the time it first became known in this batch. */
    private record Placed(UUID caseId, Listed listed, Instant recordedAt) {
        Placed then(Placed next) {
            return new Placed(caseId, next.listed, recordedAt);
        }
    }

    private record Written(UUID caseId, CaseEntry entry) {}

    private static void writeEntries(List<Recorded> events, JdbcClient jdbc) {
        List<Written> entries = events.stream()
                .map(e -> new Written(e.caseId(), Telling.entry(e)))
                .toList();
        Columns.of(entries)
                .with(Written::caseId)
                .with(w -> w.entry().version())
                .with(w -> w.entry().event())
                .with(w -> w.entry().recordedAt())
                .with(w -> w.entry().occurredAt())
                .with(w -> w.entry().by().actorId())
                .with(w -> w.entry().by().unitId())
                .with(w -> w.entry().by().role())
                .with(w -> w.entry().by().asserted())
                .with(w -> JSON.writeValueAsString(w.entry().facts()))
                .with(w -> JSON.writeValueAsString(w.entry().texts()))
                .write(jdbc, """
                        insert into entry (case_id, version, event, recorded_at, occurred_at, actor, unit, role,
                            asserted, facts, texts)
                        select * from unnest(
                            ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::json[], ?::json[])""");
    }

    private static void writeCases(Collection<Placed> cases, JdbcClient jdbc) {
        Columns.of(cases)
                .with(Placed::caseId)
                .with(p -> p.listed().street())
                .with(p -> p.listed().recused())
                .with(p -> p.listed().raisedAt())
                .with(Placed::recordedAt)
                .with(p -> p.listed().number())
                .with(p -> p.listed().outsideNumber())
                .with(p -> p.listed().subject())
                .with(p -> p.listed().category())
                .with(p -> p.listed().phase())
                .with(p -> String.join("\n", p.listed().units()))
                .write(jdbc, """
                        insert into listed_case (case_id, street, recused, raised_at, recorded_at, number, outside_number,
                            subject, category, phase, units)
                        select case_id, street, recused, raised_at, recorded_at, number, outside_number, subject,
                            category, phase, string_to_array(units, E'\n')
                        from unnest(?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as c (case_id, street, recused,
                            raised_at, recorded_at, number, outside_number, subject, category, phase, units)
                        on conflict (case_id) do update
                        set street = excluded.street, recused = excluded.recused, category = excluded.category,
                            phase = excluded.phase, units = excluded.units""");
    }
}
