package org.shaodao.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.shaodao.bench.Rebuild.Built;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CaseFile;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.Recorded;
import org.shaodao.view.View;
import org.shaodao.view.ViewSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The same view built by a plain loop in one thread: a cursor, the events out of their JSON, the same rows in batches of the
 * same size. It remembers what is known of every case, where the product forgets most.
 */
final class PlainRebuild {
    private static final int FETCH = 1_000;
    private static final String SCHEMA = "plain";
    private static final String FORGET = "drop schema if exists " + SCHEMA + " cascade";
    private static final String KNOWN = """
            create table known_case (case_id uuid primary key, version bigint not null)
                with (fillfactor = 80)
            """;
    private static final String KNOW = """
            insert into known_case (case_id, version)
            select * from unnest(?::uuid[], ?::bigint[])
            on conflict (case_id) do update set version = excluded.version
            """;
    private static final String READ = "select aggregate_id, sequence_number, payload_type, payload_revision, payload,"
            + " time_stamp from es.event where aggregate_type = '" + CaseFile.TYPE + "' order by global_index";

    private final Database database;
    private final Serializer serializer;
    private final List<View> views;
    private final Map<UUID, CaseFacts> known = new HashMap<>();

    PlainRebuild(Product product) {
        this.database = product.events();
        this.serializer = product.bean(Serializer.class);
        this.views = ((List<?>) product.bean("allViews"))
                .stream().map(View.class::cast).toList();
    }

    /** How long that takes for the view of this name. */
    Built by(String name) throws SQLException {
        View view = views.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        database.execute(FORGET);
        long begin = System.nanoTime();
        long events = 0;
        try (Connection reading = database.connect();
                Connection writing = database.connect();
                Statement select = reading.createStatement()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(writing, true));
            jdbc.sql("create schema " + SCHEMA).update();
            jdbc.sql("set search_path to " + SCHEMA).update();
            jdbc.sql(KNOWN).update();
            try (Statement tables = writing.createStatement()) {
                tables.execute(view.tables());
            }
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery(READ)) {
                List<Change> batch = new ArrayList<>();
                while (rows.next()) {
                    batch.add(change(recorded(rows)));
                    events++;
                    if (batch.size() == ViewSettings.DEFAULT.batchSize()) {
                        project(batch, view, jdbc);
                        writing.commit();
                        batch.clear();
                    }
                }
                project(batch, view, jdbc);
                writing.commit();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        database.execute(FORGET);
        return new Built(events, seconds);
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        CaseEvent event = serializer.deserialize(new SimpleSerializedObject<>(
                row.getString("payload"),
                String.class,
                row.getString("payload_type"),
                row.getString("payload_revision")));
        return new Recorded(
                UUID.fromString(row.getString("aggregate_id")),
                row.getLong("sequence_number"),
                Instant.parse(row.getString("time_stamp")),
                event);
    }

    private Change change(Recorded recorded) {
        CaseFacts before = known.get(recorded.caseId());
        CaseFacts after = CaseFacts.after(before, recorded.event(), recorded.recordedAt());
        if (after != null) {
            known.put(recorded.caseId(), after);
        }
        return new Change(recorded, before, after);
    }

    private static void project(List<Change> changes, View view, JdbcClient jdbc) {
        if (changes.isEmpty()) {
            return;
        }
        Map<UUID, Change> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.recorded().caseId(), change));
        Columns.of(last.values())
                .with(change -> change.recorded().caseId())
                .with(change -> change.recorded().version())
                .write(jdbc, KNOW);
        view.project(new Batch(0, List.copyOf(changes)), jdbc);
    }
}
