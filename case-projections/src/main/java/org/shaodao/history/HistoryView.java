package org.shaodao.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.view.Batch;
import org.shaodao.view.Columns;
import org.shaodao.view.Recorded;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the history: an entry for every event, and of each case what it is at the end of a batch, written once however
 * many events the batch has.
 */
public final class HistoryView implements View {
    static final String NAME = "history";
    private static final JsonMapper JSON = JsonMapper.shared();

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
        Map<UUID, HistoryCase> before = read(batch.cases(), jdbc);
        Map<UUID, HistoryCase> after = new HashMap<>(before);
        List<Opened> opened = new ArrayList<>();
        for (Recorded recorded : batch.events()) {
            after.compute(
                    recorded.caseId(),
                    (id, known) -> (known == null ? HistoryCase.BEFORE : known).after(recorded.event()));
            if (recorded.event() instanceof CaseEvent.Raised e) {
                opened.add(new Opened(recorded, e));
            }
        }
        writeEntries(batch.events(), jdbc);
        writeHeaders(opened, after, jdbc);
        writePhases(before, after, jdbc);
        List<Written<CaseDispatch>> dispatches = changed(before, after);
        writeDispatches(dispatches, jdbc);
        writeParticipants(opened, dispatches, jdbc);
    }

    private record Opened(Recorded recorded, CaseEvent.Raised event) {}

    private record Written<T>(UUID caseId, T value) {}

    private static Map<UUID, HistoryCase> read(Collection<UUID> cases, JdbcClient jdbc) {
        @Nullable String[] ids = Columns.array(cases);
        Map<UUID, SortedMap<Integer, CaseDispatch>> dispatches = new HashMap<>();
        jdbc.sql("select * from dispatch where case_id = any(?::uuid[])")
                .param(ids)
                .query(row -> {
                    CaseDispatch dispatch = Histories.dispatch(row);
                    dispatches
                            .computeIfAbsent(row.getObject("case_id", UUID.class), id -> new TreeMap<>())
                            .put(dispatch.number(), dispatch);
                });
        Map<UUID, HistoryCase> known = new HashMap<>();
        jdbc.sql("select case_id, phase from header where case_id = any(?::uuid[])")
                .param(ids)
                .query(row -> {
                    UUID caseId = row.getObject("case_id", UUID.class);
                    known.put(
                            caseId,
                            new HistoryCase(
                                    CasePhase.valueOf(row.getString("phase")),
                                    dispatches.getOrDefault(caseId, new TreeMap<>())));
                });
        return known;
    }

    private static void writeEntries(List<Recorded> events, JdbcClient jdbc) {
        List<Written<CaseEntry>> entries = events.stream()
                .map(e -> new Written<>(e.caseId(), Telling.entry(e)))
                .toList();
        Columns.of(entries)
                .with(Written::caseId)
                .with(e -> e.value().version())
                .with(e -> e.value().event())
                .with(e -> e.value().recordedAt())
                .with(e -> e.value().occurredAt())
                .with(e -> e.value().by().actorId())
                .with(e -> e.value().by().unitId())
                .with(e -> e.value().by().role())
                .with(e -> e.value().by().asserted())
                .with(e -> JSON.writeValueAsString(e.value().facts()))
                .with(e -> JSON.writeValueAsString(e.value().texts()))
                .write(jdbc, """
                        insert into entry (case_id, version, event, recorded_at, occurred_at, actor, unit, role,
                            asserted, facts, texts)
                        select * from unnest(
                            ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::json[], ?::json[])""");
    }

    private static void writeHeaders(List<Opened> opened, Map<UUID, HistoryCase> after, JdbcClient jdbc) {
        Columns.of(opened)
                .with(o -> o.recorded().caseId())
                .with(o -> o.event().number())
                .with(o -> o.event().street())
                .with(o -> o.event().kind())
                .with(o -> o.event().channel())
                .with(o -> o.event().category())
                .with(o -> o.event().place())
                .with(o -> o.event().subject())
                .with(o -> after.getOrDefault(o.recorded().caseId(), HistoryCase.BEFORE)
                        .phase())
                .with(o -> o.event().complainant())
                .with(o -> o.event().occurredAt())
                .with(o -> o.recorded().recordedAt())
                .with(o ->
                        o.event().outside() == null ? null : o.event().outside().source())
                .with(o ->
                        o.event().outside() == null ? null : o.event().outside().number())
                .write(jdbc, """
                        insert into header (case_id, number, street, kind, channel, category, place, subject, phase,
                            complainant, raised_at, recorded_at, outside_source, outside_number)
                        select * from unnest(
                            ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[])""");
    }

    private static void writePhases(Map<UUID, HistoryCase> before, Map<UUID, HistoryCase> after, JdbcClient jdbc) {
        List<Written<CasePhase>> phases = new ArrayList<>();
        before.forEach((caseId, old) -> {
            CasePhase now = after.getOrDefault(caseId, old).phase();
            if (now != old.phase()) {
                phases.add(new Written<>(caseId, now));
            }
        });
        Columns.of(phases).with(Written::caseId).with(Written::value).write(jdbc, """
                        update header as h set phase = c.phase
                        from unnest(?::uuid[], ?::text[]) as c (case_id, phase)
                        where h.case_id = c.case_id""");
    }

    private static List<Written<CaseDispatch>> changed(Map<UUID, HistoryCase> before, Map<UUID, HistoryCase> after) {
        List<Written<CaseDispatch>> changed = new ArrayList<>();
        after.forEach((caseId, now) -> {
            SortedMap<Integer, CaseDispatch> old =
                    before.getOrDefault(caseId, HistoryCase.BEFORE).dispatches();
            now.dispatches().forEach((number, dispatch) -> {
                if (!dispatch.equals(old.get(number))) {
                    changed.add(new Written<>(caseId, dispatch));
                }
            });
        });
        return changed;
    }

    private static void writeDispatches(List<Written<CaseDispatch>> dispatches, JdbcClient jdbc) {
        Columns.of(dispatches)
                .with(Written::caseId)
                .with(d -> d.value().number())
                .with(d -> d.value().unit())
                .with(d -> d.value().duty())
                .with(d -> d.value().whistle())
                .with(d -> d.value().state())
                .with(d -> d.value().round())
                .write(jdbc, """
                        insert into dispatch (case_id, dispatch, unit, duty, whistle, state, round)
                        select * from unnest(
                            ?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[])
                        on conflict (case_id, dispatch) do update
                        set state = excluded.state, round = excluded.round""");
    }

    /** The street, whoever raised the demand for a resident, and every unit that was called. */
    private static void writeParticipants(
            List<Opened> opened, List<Written<CaseDispatch>> dispatches, JdbcClient jdbc) {
        Set<Written<String>> participants = new LinkedHashSet<>();
        for (Opened o : opened) {
            participants.add(new Written<>(o.recorded().caseId(), o.event().street()));
            if (o.event().by().unitId() != null) {
                participants.add(
                        new Written<>(o.recorded().caseId(), o.event().by().unitId()));
            }
        }
        dispatches.forEach(
                d -> participants.add(new Written<>(d.caseId(), d.value().unit())));
        Columns.of(participants).with(Written::caseId).with(Written::value).write(jdbc, """
                        insert into participant (case_id, unit)
                        select * from unnest(?::uuid[], ?::text[])
                        on conflict do nothing""");
    }
}
