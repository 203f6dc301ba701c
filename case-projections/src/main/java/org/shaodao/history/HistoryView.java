package org.shaodao.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.view.Batch;
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
        return 5;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        writeEntries(batch.events(), jdbc);
        writeCases(
                batch.events().stream()
                        .filter(recorded -> recorded.event() instanceof IntakeEvent.Raised)
                        .toList(),
                jdbc);
        moveCases(
                batch.events().stream()
                        .filter(recorded -> recorded.event() instanceof IntakeEvent.Transferred)
                        .toList(),
                jdbc);
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

    private static void writeCases(List<Recorded> raised, JdbcClient jdbc) {
        Columns.of(raised)
                .with(Recorded::caseId)
                .with(r -> raised(r).street())
                .with(r -> r.event().occurredAt())
                .with(Recorded::recordedAt)
                .with(r -> raised(r).number())
                .with(HistoryView::outsideNumber)
                .with(r -> raised(r).subject())
                .write(jdbc, """
                        insert into listed_case (case_id, street, raised_at, recorded_at, number, outside_number, subject)
                        select * from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                            ?::text[], ?::text[])
                        on conflict do nothing""");
    }

    private static IntakeEvent.Raised raised(Recorded recorded) {
        return (IntakeEvent.Raised) recorded.event();
    }

    private static @Nullable String outsideNumber(Recorded recorded) {
        OutsideNumber outside = raised(recorded).outside();
        return outside == null ? null : outside.number();
    }

    /** One after the other: a case may move more than once in a batch. */
    private static void moveCases(List<Recorded> transferred, JdbcClient jdbc) {
        for (Recorded moved : transferred) {
            jdbc.sql("update listed_case set street = ? where case_id = ?")
                    .param(((IntakeEvent.Transferred) moved.event()).street())
                    .param(moved.caseId())
                    .update();
        }
    }
}
