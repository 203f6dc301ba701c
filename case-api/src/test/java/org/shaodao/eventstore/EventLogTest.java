package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class EventLogTest {
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.fresh();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void what_is_appended_is_read_back_word_for_word() {
        Instant recorded = Instant.parse("2026-03-01T02:03:04.567Z");
        var event = new GenericDomainEventMessage<>(
                "Note",
                "faithful",
                0,
                new GenericEventMessage<>(
                        IdentifierFactory.getInstance().generateIdentifier(),
                        new NoteEvent.Written("吹哨 \u0000 😀 \\ \" { } null ,"),
                        MetaData.with("channel", "\u0000😀"),
                        recorded),
                () -> recorded);
        store.engine.appendEvents(event);

        var read = store.engine.readEvents("faithful", 0).next();
        assertThat(read.getPayload()).isEqualTo(event.getPayload());
        assertThat(read.getMetaData()).isEqualTo(event.getMetaData());
        assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(read.getTimestamp()).isEqualTo(recorded);
        assertThat(read.getType()).isEqualTo("Note");
        assertThat(store.sql
                        .sql("select time_stamp || payload_type || payload_revision from es.event "
                                + "where aggregate_id = 'faithful'")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-03-01T02:03:04.567Z" + "note.written" + "1");
    }

    @Test
    void several_aggregates_are_read_at_once_each_in_order_up_to_its_number() {
        UUID many = UUID.randomUUID();
        UUID few = UUID.randomUUID();
        for (int i = 0; i < 4; i++) {
            store.write(many.toString(), i, "many " + i);
        }
        store.write(few.toString(), 0, "few");

        var read = store.engine.readEventsUpTo(Map.of(many, 2L, few, 7L, UUID.randomUUID(), 3L));

        assertThat(read)
                .filteredOn(event -> event.getAggregateIdentifier().equals(many.toString()))
                .extracting(event -> ((NoteEvent.Written) event.getPayload()).text())
                .containsExactly("many 0", "many 1", "many 2");
        assertThat(read)
                .filteredOn(event -> event.getAggregateIdentifier().equals(few.toString()))
                .hasSize(1);
        assertThat(read).hasSize(4);
        assertThat(store.engine.readEventsUpTo(Map.of())).isEmpty();
    }

    @Test
    void a_taken_sequence_number_is_a_conflict() {
        store.write("contended", 0, "first");
        store.write("contended", 1, "second");

        assertThatThrownBy(() -> store.write("contended", 0, "again"))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> store.write("contended", 1, "again")).isInstanceOf(ConcurrencyException.class);
        assertThat(store.textsOf("contended")).containsExactly("first", "second");
    }

    @Test
    void two_aggregates_are_stored_together_or_not_at_all() {
        store.write("merged", 0, "here");
        List<EventMessage<?>> both =
                List.of(NoteEvent.written("merging", 0, "gone"), NoteEvent.written("merged", 0, "late"));

        assertThatThrownBy(() -> store.engine.appendEvents(both)).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(store.textsOf("merging")).isEmpty();
        assertThat(store.engine.lastSequenceNumberFor("merging")).isEmpty();
        assertThat(store.engine.lastSequenceNumberFor("merged")).contains(0L);
    }

    @Test
    void what_cannot_be_stored_is_refused_by_itself() {
        assertThatThrownBy(() -> store.write("nul \u0000 in an id", 0, ""))
                .isInstanceOf(AppendRefused.class)
                .extracting(e -> ((AppendRefused) e).reason())
                .isEqualTo(AppendRefused.Reason.STORE_UNAVAILABLE);
        assertThatThrownBy(() -> store.engine.appendEvents(
                        NoteEvent.written("counted", 0, "").andMetaData(MetaData.with("n", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Metadata n");
        assertThatThrownBy(() -> store.engine.appendEvents(
                        GenericEventMessage.asEventMessage(new NoteEvent.Written("nobody's"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to no aggregate");
        assertThatThrownBy(() -> store.engine.storeSnapshot(NoteEvent.written("shot", 0, "")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update es.event set payload = '{}'",
                "delete from es.event",
                "truncate es.event",
                "truncate es.event cascade",
                "insert into es.event (event_id, aggregate_id, sequence_number, aggregate_type, payload_type,"
                        + " payload_revision, payload, metadata, time_stamp) values ('', 'fixed', 0, '', '', '', '',"
                        + " '', '') on conflict (aggregate_id, sequence_number) do update set payload = 'forged'",
                "update es.event_name set payload_type = 'other'",
                "delete from es.event_name",
                "truncate es.event_name"
            })
    void the_log_refuses_to_be_changed(String change) throws SQLException {
        store.engine.appendEvents(NoteEvent.written("fixed " + change.hashCode(), 0, "as it was"));
        List<?> before =
                store.sql.sql("select * from es.event order by 1").query().listOfRows();

        for (String role : List.of("origin", "replica")) {
            try (Connection superuser = store.database.getConnection();
                    var statement = superuser.createStatement()) {
                statement.execute("set session_replication_role = " + role);
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
        }
        assertThat(store.sql.sql("select * from es.event order by 1").query().listOfRows())
                .isEqualTo(before);
    }

    @Test
    void tokens_are_plain_places_in_the_log() {
        try (TestStore empty = TestStore.fresh()) {
            assertThat(empty.engine.createTailToken()).isNull();
            assertThat(empty.engine.createHeadToken()).isNull();
            assertThat(empty.engine.createTokenAt(Instant.EPOCH)).isNull();

            Instant noon = Instant.parse("2026-01-01T12:00:00Z");
            for (int i = 0; i < 3; i++) {
                Instant time = noon.plusSeconds(i);
                empty.engine.appendEvents(new GenericDomainEventMessage<>(
                        "Note",
                        "timed",
                        i,
                        new GenericEventMessage<>(
                                "id" + i, new NoteEvent.Written("" + i), MetaData.emptyInstance(), time),
                        () -> time));
            }
            assertThat(empty.log())
                    .extracting(event -> event.trackingToken())
                    .containsExactly(
                            new GlobalSequenceTrackingToken(1),
                            new GlobalSequenceTrackingToken(2),
                            new GlobalSequenceTrackingToken(3));
            assertThat(empty.logAfter(empty.engine.createTailToken())).hasSize(3);
            assertThat(empty.logAfter(empty.engine.createHeadToken())).isEmpty();
            assertThat(empty.logAfter(empty.engine.createTokenAt(noon.plusSeconds(1))))
                    .hasSize(2);
            assertThat(empty.logAfter(empty.engine.createTokenAt(noon.plusSeconds(9))))
                    .isEmpty();
        }
    }

    @Test
    void a_gap_in_the_index_is_passed_over() {
        try (TestStore gappy = TestStore.fresh()) {
            gappy.write("before", 0, "before");
            gappy.sql
                    .sql("select setval(pg_get_serial_sequence('es.event', 'global_index'), 100000)")
                    .query()
                    .singleValue();
            gappy.write("after", 0, "after");
            assertThat(gappy.log())
                    .extracting(event -> event.trackingToken().position().getAsLong())
                    .containsExactly(1L, 100001L);
        }
    }

    @Test
    void many_events_are_read_in_batches_without_losing_any() {
        try (TestStore full = TestStore.fresh()) {
            full.engine.appendEvents(IntStream.range(0, 1200)
                    .mapToObj(i -> NoteEvent.written("long", i, "" + i))
                    .toList());
            assertThat(full.textsOf("long")).hasSize(1200).startsWith("0").endsWith("1199");
            assertThat(full.log())
                    .hasSize(1200)
                    .extracting(event -> event.trackingToken().position().getAsLong())
                    .isSorted();
        }
    }

    @Test
    void an_aggregate_is_loaded_with_one_query() {
        store.write("short", 0, "one");
        AtomicInteger queries = new AtomicInteger();
        DataSource counted = new DelegatingDataSource(store.database) {
            @Override
            public Connection getConnection() throws SQLException {
                queries.incrementAndGet();
                return super.getConnection();
            }
        };
        var engine = new AppendingEventStorageEngine(
                counted, store.appender, new StoredNamesSerializer(TestStore.NAMES), NoOpEventUpcaster.INSTANCE, 500);

        var events = WakeableEventStore.over(engine, WakeableEventStore.sizes());
        assertThat(events.readEvents("short").asStream()).hasSize(1);
        assertThat(queries).hasValue(1);
        events.shutDown();
    }

    @Test
    void a_damaged_counter_is_no_conflict() {
        try (TestStore damaged = TestStore.fresh()) {
            damaged.write("one", 0, "one");
            damaged.sql
                    .sql("select setval(pg_get_serial_sequence('es.event', 'global_index'), 1, false)")
                    .query()
                    .singleValue();
            assertThatThrownBy(() -> damaged.write("two", 0, "two"))
                    .isInstanceOf(AppendRefused.class)
                    .isNotInstanceOf(EventStoreException.class);
        }
    }
}
