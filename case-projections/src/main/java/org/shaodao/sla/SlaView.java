package org.shaodao.sla;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shaodao.sla.Measure.Key;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * 指标. Keeps what each case contributes, and every figure, by what it contributes now less what it did before: so
 * exclusions, reopenings and late facts correct the past.
 */
public final class SlaView implements View {
    static final String NAME = "sla";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Yardsticks yardsticks;

    public SlaView(Yardsticks yardsticks) {
        this.yardsticks = yardsticks;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 3;
    }

    /** Figures change with every event, and many events change the same ones. */
    @Override
    public boolean prompt() {
        return false;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Map<UUID, Course> courses = courses(batch, jdbc);
        Map<UUID, Map<Key, Measure>> known = new HashMap<>();
        MeasureRows rows = new MeasureRows(yardsticks.zone());
        FigureRows figures = new FigureRows(yardsticks.zone());
        Recurrence recurrence = new Recurrence(figures, yardsticks.zone());
        for (Change change : batch.changes()) {
            UUID caseId = change.recorded().caseId();
            Course before = courses.getOrDefault(caseId, Course.NONE);
            Map<Key, Measure> old =
                    known.computeIfAbsent(caseId, id -> Measures.of(change.before(), before, yardsticks));
            Course after = CourseChanges.after(before, change);
            Map<Key, Measure> now = Measures.of(change.after(), after, yardsticks);
            move(caseId, old, now, change.recorded().recordedAt(), rows, figures, recurrence);
            courses.put(caseId, after);
            known.put(caseId, now);
        }
        rows.write(jdbc);
        recurrence.settle(jdbc);
        figures.write(batch.segment(), jdbc);
        write(courses, jdbc);
    }

    private void move(
            UUID caseId,
            Map<Key, Measure> old,
            Map<Key, Measure> now,
            Instant at,
            MeasureRows rows,
            FigureRows figures,
            Recurrence recurrence) {
        old.forEach((key, measure) -> {
            if (!measure.equals(now.get(key))) {
                rows.close(caseId, measure, at);
                figures.add(measure, -1, at);
                recurrence.concerns(caseId, measure, now.get(key), at);
            }
        });
        now.forEach((key, measure) -> {
            if (!measure.equals(old.get(key))) {
                rows.open(caseId, measure, at);
                figures.add(measure, 1, at);
                if (!old.containsKey(key)) {
                    recurrence.concerns(caseId, null, measure, at);
                }
            }
        });
    }

    private static Map<UUID, Course> courses(Batch batch, JdbcClient jdbc) {
        Set<UUID> cases = batch.changes().stream()
                .map(change -> change.recorded().caseId())
                .collect(Collectors.toSet());
        Map<UUID, Course> courses = new LinkedHashMap<>();
        jdbc.sql("select case_id, facts from course where case_id = any(?::uuid[])")
                .param(Columns.array(cases))
                .query(row -> {
                    courses.put(
                            row.getObject("case_id", UUID.class), JSON.readValue(row.getString("facts"), Course.class));
                });
        return courses;
    }

    private static void write(Map<UUID, Course> courses, JdbcClient jdbc) {
        Columns.of(courses.entrySet())
                .with(Map.Entry::getKey)
                .with(e -> JSON.writeValueAsString(e.getValue()))
                .write(jdbc, """
                        insert into course (case_id, facts) select * from unnest(?::uuid[], ?::json[])
                        on conflict (case_id) do update set facts = excluded.facts""");
    }
}
