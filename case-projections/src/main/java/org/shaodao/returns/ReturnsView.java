package org.shaodao.returns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the list of results to be returned: a row from when there is one until the other system has it. */
public final class ReturnsView implements View {
    static final String NAME = "returns";

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
        Map<UUID, Optional<Owed>> changed = new LinkedHashMap<>();
        for (Change change : batch.changes()) {
            CaseFacts after = change.after();
            boolean before = change.before() != null && change.before().owesResult();
            boolean now = after != null && after.owesResult();
            if (now != before) {
                changed.put(
                        change.recorded().caseId(),
                        now && after != null ? Optional.of(Owed.of(change, after)) : Optional.empty());
            }
        }
        delete(List.copyOf(changed.keySet()), jdbc);
        write(changed.values().stream().flatMap(Optional::stream).toList(), jdbc);
    }

    private record Owed(UUID caseId, String number, OutsideNumber outside, Change change) {
        static Owed of(Change change, CaseFacts facts) {
            OutsideNumber outside = facts.demand().outside();
            if (outside == null) {
                throw new IllegalStateException("a result is owed to nobody");
            }
            return new Owed(change.recorded().caseId(), facts.demand().number(), outside, change);
        }
    }

    private static void delete(List<UUID> cases, JdbcClient jdbc) {
        Columns.of(cases).with(caseId -> caseId).write(jdbc, """
                delete from owed_result o using unnest(?::uuid[]) as changed (case_id) where o.case_id = changed.case_id""");
    }

    private static void write(List<Owed> owed, JdbcClient jdbc) {
        Columns.of(owed)
                .with(Owed::caseId)
                .with(Owed::number)
                .with(o -> o.outside().source())
                .with(o -> o.outside().number())
                .with(o -> o.change().recorded().version())
                .with(o -> o.change().recorded().recordedAt())
                .with(o -> o.outside().dueAt())
                .write(jdbc, """
                        insert into owed_result (case_id, number, source, outside_number, version, since, due_at)
                        select * from unnest(
                            ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])""");
    }
}
