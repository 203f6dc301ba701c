package org.shaodao.view;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.shaodao.TestPostgres;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** A database of its own with an event log, and as many nodes over it as a test wants. */
public final class Town implements AutoCloseable {
    public static final ViewSettings QUICK =
            new ViewSettings(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(3), 500);

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("es.token")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("time_stamp")
            .build();

    private final HikariDataSource database;
    private final JdbcClient jdbc;
    private final Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(b -> b.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                    .allowIfSubType("org.axonframework.")
                    .build()))
            .build();
    private final EmbeddedEventStore log;
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    public Town() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestPostgres.freshDatabase());
        config.setMaximumPoolSize(12);
        database = new HikariDataSource(config);
        jdbc = JdbcClient.create(database);
        Flyway.configure().dataSource(database).load().migrate();
        jdbc.sql("""
                create schema es;
                create table es.token (
                    processor_name text not null, segment int not null, token text, token_type text, time_stamp text,
                    owner text, primary key (processor_name, segment))""").update();
        DataSourceTransactionManager transactions = transactions(database);
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(connections(database))
                .transactionManager(new SpringTransactionManager(transactions))
                .batchSize(500)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        log = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** A node on the town's own connection pool. */
    public ViewRegistry node(String name, ViewSettings settings, Collection<? extends View> views) {
        return node(name, settings, views, database);
    }

    /** A node on connections of its own. */
    public ViewRegistry node(
            String name, ViewSettings settings, Collection<? extends View> views, javax.sql.DataSource connections) {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(connections(connections))
                .serializer(serializer)
                .schema(TOKENS)
                .contentType(String.class)
                .nodeId(name)
                .claimTimeout(Duration.ofSeconds(1))
                .build();
        ViewRegistry node = new ViewRegistry(
                views,
                log,
                this::upTo,
                tokens,
                TOKENS,
                transactions(connections),
                Clock.systemUTC(),
                () -> 1,
                settings);
        open.add(node);
        return node;
    }

    private List<Recorded> upTo(Map<UUID, Long> versions) {
        return versions.entrySet().stream()
                .flatMap(entry -> log.readEvents(entry.getKey().toString())
                        .asStream()
                        .map(Recorded::of)
                        .filter(event -> event.version() <= entry.getValue()))
                .toList();
    }

    /** Records what happened to a case, in one append. */
    public NotOlderThan record(UUID caseId, CaseEvent... events) {
        return record(caseId, List.of(events));
    }

    public NotOlderThan record(UUID caseId, List<CaseEvent> events) {
        recordAll(List.of(new RandomCases.Step(caseId, events)));
        return new NotOlderThan(caseId, versions.get(caseId));
    }

    /** Records what happened to several cases, in one append. */
    public synchronized void recordAll(List<RandomCases.Step> steps) {
        List<GenericDomainEventMessage<CaseEvent>> messages = new ArrayList<>();
        for (RandomCases.Step step : steps) {
            for (CaseEvent event : step.events()) {
                long version = versions.merge(step.caseId(), 0L, (old, zero) -> old + 1);
                messages.add(new GenericDomainEventMessage<>(
                        CaseFile.TYPE,
                        step.caseId().toString(),
                        version,
                        event,
                        MetaData.emptyInstance(),
                        UUID.randomUUID().toString(),
                        step.at() == null
                                ? Instant.parse("2026-03-02T01:00:00Z").plusSeconds(version)
                                : step.at()));
            }
        }
        log.publish(messages);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public HikariDataSource database() {
        return database;
    }

    /** Every table of a schema with all its rows as text, in order. */
    public Map<String, List<String>> dump(String schema) {
        return dump(schema, jdbc);
    }

    /** The same of any database with views. */
    public static Map<String, List<String>> dump(String schema, JdbcClient jdbc) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : tables(schema, jdbc)) {
            String rows = counted(schema, table, jdbc);
            tables.put(table, jdbc.sql(rows).query(String.class).list());
        }
        return tables;
    }

    /** The rows of a table; of counters what the segments that count make together, whatever the rows are called. */
    private static String counted(String schema, String table, JdbcClient jdbc) {
        List<String> columns =
                jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = ? and table_name = ? order by ordinal_position""").params(schema, table).query(String.class).list();
        if (!columns.contains("segment")) {
            return "select t::text as r from %s.%s t order by 1".formatted(schema, table);
        }
        String keys = String.join(
                ", ",
                columns.stream()
                        .filter(column -> !List.of("id", "segment", "n").contains(column))
                        .toList());
        return "select row(%s, sum(n))::text as r from %s.%s group by %s having sum(n) <> 0 order by 1"
                .formatted(keys, schema, table, keys);
    }

    public List<String> tables(String schema) {
        return tables(schema, jdbc);
    }

    private static List<String> tables(String schema, JdbcClient jdbc) {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = ? order by 1")
                .param(schema)
                .query(String.class)
                .list();
    }

    public long eventsRecorded() {
        return jdbc.sql("select count(*) from domainevententry")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable node : open) {
            node.close();
        }
        log.shutDown();
        database.close();
    }

    private static DataSourceTransactionManager transactions(javax.sql.DataSource connections) {
        return new JdbcTransactionManager(connections);
    }

    private static ConnectionProvider connections(javax.sql.DataSource connections) {
        return new SpringDataSourceConnectionProvider(connections);
    }
}
