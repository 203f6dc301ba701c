package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.shaodao.eventstore.AppendRefused.Reason;
import org.shaodao.eventstore.AppendSession.Backend;
import org.shaodao.eventstore.FaultyWire.Fault;

@Tag("soak")
class LostConnectionTest {
    /** As {@link TestStore#HASTY}, and quick to give a silent connection up. */
    private static final SessionTimeouts HASTY = new SessionTimeouts(
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofMinutes(5),
            Duration.ofMillis(300),
            Duration.ofMillis(10),
            Duration.ofMillis(200));

    private final DataSource database = TestStore.freshDatabase();
    private FaultyWire wire;
    private TestStore store;

    @BeforeEach
    void open() throws IOException {
        wire = new FaultyWire(server().getPortNumbers()[0]);
        store = overTheWire(TestStore.PATIENT);
        await().until(store.appender::available); // opening commits too, and is not what is to fail
    }

    @AfterEach
    void close() throws IOException {
        wire.refuse(false);
        store.close();
        wire.close();
    }

    private PGSimpleDataSource server() {
        return (PGSimpleDataSource) database;
    }

    private TestStore overTheWire(AppendLimits limits) {
        String url = "jdbc:postgresql://localhost:%d/%s?prepareThreshold=0"
                .formatted(wire.port(), server().getDatabaseName());
        AppendConnections connections = AppendConnections.direct(url, server().getUser(), "");
        return new TestStore(database, connections, limits, HASTY);
    }

    @ParameterizedTest
    @EnumSource
    void an_append_whose_commit_went_astray_is_stored_once_and_said_to_be(Fault fault) {
        store.write("before", 0, "before");
        wire.failAtCommit(1, fault);
        store.write("fateful", 0, "stored");

        assertThat(wire.faults()).isEqualTo(1);
        assertThat(store.textsOf("fateful")).containsExactly("stored");
        store.write("after", 0, "after");
        assertThat(store.log()).hasSize(3);
        assertThat(store.reconnects()).isEqualTo(1);
    }

    @Test
    void each_request_of_a_doubtful_batch_gets_its_own_true_answer() throws Exception {
        store.write("taken", 0, "first");
        int stored = 1;
        for (int round = 0; round < 12; round++) {
            String name = "round " + round + " request ";
            int conflicting = round % 3 == 0 ? 7 : -1;
            List<CompletableFuture<Void>> batch = new ArrayList<>();
            try (Connection lock = store.holdAppendLock()) {
                // The first is held up at the lock; the others gather meanwhile and become the batch.
                batch.add(store.writing(name + 0, 0, "one"));
                await().until(() -> store.heldUp() == 1);
                for (int i = 1; i < 12; i++) {
                    batch.add(store.writing(i == conflicting ? "taken" : name + i, 0, "one"));
                }
                await().until(() -> store.waiting() == 11);
                wire.failAtCommit(2, Fault.values()[round % Fault.values().length]);
                lock.createStatement().execute("select pg_advisory_unlock_all()");
            }
            for (int i = 0; i < 12; i++) {
                if (i == conflicting) {
                    assertThat(batch.get(i))
                            .failsWithin(Duration.ofMinutes(1))
                            .withThrowableThat()
                            .withCauseInstanceOf(AggregateStreamCreationException.class);
                } else {
                    assertThat(batch.get(i)).succeedsWithin(Duration.ofMinutes(1));
                    assertThat(store.textsOf(name + i)).containsExactly("one");
                    stored++;
                }
            }
            assertThat(wire.faults()).isEqualTo(round + 1);
        }
        assertThat(store.log()).hasSize(stored);
        assertThat(store.textsOf("taken")).containsExactly("first");
    }

    @Test
    void a_place_that_somebody_else_took_meanwhile_is_a_conflict() {
        store.write("warm", 0, "up");
        wire.refuse(true);
        wire.failAtCommit(1, Fault.COMMIT_LOST);
        CompletableFuture<Void> mine = store.writing("wanted", 0, "mine");
        await().until(() -> wire.faults() == 1);

        try (TestStore other = TestStore.on(database, TestStore.PATIENT)) {
            other.write("wanted", 0, "theirs");
        }
        wire.refuse(false);
        assertThat(mine)
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .withCauseInstanceOf(AggregateStreamCreationException.class);
        assertThat(store.textsOf("wanted")).containsExactly("theirs");
    }

    @Test
    void while_the_database_is_out_of_reach_callers_are_told_the_truth_and_then_it_recovers() throws SQLException {
        try (TestStore impatient = overTheWire(TestStore.limits(100, Duration.ofMillis(500), Duration.ofSeconds(4)))) {
            impatient.write("warm", 0, "up");
            CompletableFuture<Void> underWay;
            try (Connection lock = impatient.holdAppendLock()) {
                underWay = impatient.writing("under way", 0, "committed, never answered");
                await().until(() -> impatient.heldUp() == 1);
                wire.refuse(true);
                wire.failAtCommit(1, Fault.ANSWER_LOST);
            }
            await().until(() -> wire.faults() == 1);

            List<CompletableFuture<Void>> waiting = IntStream.range(0, 5)
                    .mapToObj(i -> impatient.writing("waiting " + i, 0, "never begun"))
                    .toList();
            waiting.forEach(one -> assertRefused(one, Reason.STORE_UNAVAILABLE));
            assertThat(impatient.waiting()).isZero();
            assertRefused(underWay, Reason.OUTCOME_UNKNOWN);
            assertThat(impatient.textsOf("under way")).containsExactly("committed, never answered");

            wire.refuse(false);
            await().ignoreExceptions().until(() -> {
                impatient.write("back", 0, "again");
                return true;
            });
            assertThat(impatient.log()).hasSize(3);
            assertThat(impatient.refusals(Reason.OUTCOME_UNKNOWN)).isEqualTo(1);
        }
    }

    @Test
    void a_request_given_up_as_unknown_does_not_come_late() {
        try (TestStore impatient = overTheWire(TestStore.limits(100, Duration.ofMillis(500), Duration.ofSeconds(1)))) {
            impatient.write("warm", 0, "up");
            wire.refuse(true);
            wire.failAtCommit(1, Fault.COMMIT_LOST);
            assertRefused(impatient.writing("given up", 0, "old"), Reason.OUTCOME_UNKNOWN);

            wire.refuse(false);
            await().ignoreExceptions().until(() -> {
                impatient.write("given up", 0, "asked again");
                return true;
            });
            assertThat(impatient.textsOf("given up")).containsExactly("asked again");
        }
    }

    @Test
    void a_connection_that_fell_silent_is_left_behind() {
        store.write("warm", 0, "up");
        wire.freeze();
        store.write("muffled", 0, "heard");
        assertThat(store.textsOf("muffled")).containsExactly("heard");
    }

    @Test
    void an_idle_connection_that_died_costs_nobody_anything() {
        store.write("warm", 0, "up");
        wire.cut();
        store.write("unharmed", 0, "stored");
        assertThat(store.killAppenders()).isPositive();
        store.write("unharmed", 1, "stored");
        assertThat(store.refusals(Reason.STORE_UNAVAILABLE)).isZero();
    }

    @Test
    void closing_while_the_database_is_out_of_reach_ends_and_tells_the_truth() {
        AppendLimits brief = new AppendLimits(
                100,
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                64,
                500,
                1_000_000,
                Duration.ofMillis(300));
        TestStore closing = overTheWire(brief);
        closing.write("warm", 0, "up");
        wire.refuse(true);
        wire.failAtCommit(1, Fault.COMMIT_LOST);
        CompletableFuture<Void> doubtful = closing.writing("doubtful", 0, "?");
        await().until(() -> wire.faults() == 1);
        CompletableFuture<Void> waiting = closing.writing("waiting", 0, "?");
        await().until(() -> closing.waiting() == 1 || waiting.isDone());

        closing.close();
        assertRefused(doubtful, Reason.OUTCOME_UNKNOWN);
        assertRefused(waiting, Reason.SHUTTING_DOWN);
        assertRefused(closing.writing("late", 0, "?"), Reason.SHUTTING_DOWN);
    }

    @Test
    void only_the_very_backend_that_was_lost_is_ended() throws Exception {
        AppendConnections connections = database::getConnection;
        try (AppendSession one = AppendSession.open(connections, HASTY);
                AppendSession other = AppendSession.open(connections, HASTY)) {
            Backend namesake =
                    new Backend(one.backend().pid(), one.backend().start().minusSeconds(1));
            other.end(List.of(namesake), HASTY.lockPatience());
            assertThat(one.find(List.of())).isEmpty();

            other.end(List.of(one.backend()), HASTY.lockPatience());
            assertThatThrownBy(() -> one.find(List.of())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void what_cost_the_session_is_said_and_not_only_that_it_was_lost() throws Exception {
        AppendConnections connections = database::getConnection;
        try (AppendSession doomed = AppendSession.open(connections, HASTY);
                AppendSession other = AppendSession.open(connections, HASTY)) {
            other.end(List.of(doomed.backend()), HASTY.lockPatience());

            StoredEvent event =
                    StoredEvent.of(NoteEvent.written("note", 0, "text"), new StoredNamesSerializer(TestStore.NAMES));
            assertThatThrownBy(() -> doomed.store(List.of(new Append(List.of(event)))))
                    .isInstanceOf(AppendSession.SessionLost.class)
                    .hasMessageContaining("terminating connection due to administrator command")
                    .satisfies(
                            lost -> assertThat(lost.getCause().getSuppressed()).isNotEmpty());
        }
    }

    private static void assertRefused(CompletableFuture<Void> request, Reason reason) {
        assertThat(request)
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .havingCause()
                .asInstanceOf(InstanceOfAssertFactories.type(AppendRefused.class))
                .extracting(AppendRefused::reason)
                .isEqualTo(reason);
    }
}
