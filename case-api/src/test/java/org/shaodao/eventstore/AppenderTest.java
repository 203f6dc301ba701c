package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.shaodao.eventstore.AppendRefused.Reason;

class AppenderTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void events_of_two_streams_are_stored_together_or_not_at_all() {
        try (TestStore store = TestStore.fresh()) {
            store.write("survivor", 0, "somebody was faster");

            assertThatThrownBy(() -> store.engine.appendEvents(List.of(
                            NoteEvent.written("duplicate", 0, "half"), NoteEvent.written("survivor", 0, "other half"))))
                    .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);

            assertThat(store.textsOf("duplicate")).isEmpty();
            assertThat(store.textsOf("survivor")).containsExactly("somebody was faster");
        }
    }

    @Test
    void a_full_queue_pushes_back() throws SQLException {
        try (TestStore store = TestStore.fresh(TestStore.limits(4, LONG, LONG.multipliedBy(2)))) {
            List<CompletableFuture<Void>> accepted;
            try (Connection lock = store.holdAppendLock()) {
                accepted = heldUp(store, 4);
                assertRefused(store.writing("one too many", 0, ""), Reason.QUEUE_FULL);
            }
            assertThat(accepted).allSatisfy(one -> assertThat(one).succeedsWithin(LONG));
            assertThat(store.textsOf("one too many")).isEmpty();
            assertThat(store.refusals(Reason.QUEUE_FULL)).isEqualTo(1);
            assertThat(store.waiting()).isZero();
        }
    }

    @Test
    void a_request_whose_turn_does_not_come_is_withdrawn() throws SQLException {
        try (TestStore store = TestStore.fresh(TestStore.limits(4, Duration.ofMillis(300), LONG))) {
            List<CompletableFuture<Void>> requests;
            try (Connection lock = store.holdAppendLock()) {
                requests = heldUp(store, 1);
                assertRefused(requests.get(1), Reason.STORE_UNAVAILABLE);
                assertThat(store.waiting()).isZero();
            }
            assertThat(requests.getFirst()).succeedsWithin(LONG);
            assertThat(store.log()).hasSize(1);
        }
    }

    @Test
    void a_store_that_is_too_slow_says_so_for_certain() throws SQLException {
        SessionTimeouts short_ = new SessionTimeouts(
                Duration.ofMillis(500),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMillis(300),
                Duration.ofMillis(10),
                Duration.ofMillis(200));
        var database = TestStore.freshDatabase();
        try (TestStore store = new TestStore(database, database::getConnection, TestStore.PATIENT, short_)) {
            try (Connection lock = store.holdAppendLock()) {
                var requests = heldUp(store, 3);
                assertThat(requests).allSatisfy(one -> assertRefused(one, Reason.STORE_UNAVAILABLE));
            }
            store.write("later", 0, "");
            assertThat(store.log()).hasSize(1);
        }
    }

    @Test
    void closing_writes_what_waits_and_refuses_the_rest() throws Exception {
        Set<Thread> others = appenders();
        TestStore store = TestStore.fresh();
        List<CompletableFuture<Void>> requests;
        CompletableFuture<Void> closed;
        try (Connection lock = store.holdAppendLock()) {
            requests = heldUp(store, 200);
            closed = CompletableFuture.runAsync(store.appender::close);
            await().until(() -> store.writing("late", 0, "")
                    .handle((done, failure) -> failure != null
                            && failure.getCause() instanceof AppendRefused refused
                            && refused.reason() == Reason.SHUTTING_DOWN)
                    .get());
        }
        assertThat(requests).allSatisfy(one -> assertThat(one).succeedsWithin(LONG));
        assertThat(closed).succeedsWithin(LONG);
        assertThat(store.log()).hasSizeGreaterThanOrEqualTo(201);
        await().until(() -> store.connectedAppenders() == 0);
        assertThat(appenders()).isSubsetOf(others);
        store.close();
    }

    /** The appender threads of this JVM: other tests' products have theirs. */
    private static Set<Thread> appenders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("appender"))
                .collect(Collectors.toSet());
    }

    @Test
    void an_interrupt_withdraws_who_waits_and_does_not_disturb_who_is_being_written() throws Exception {
        try (TestStore store = TestStore.fresh()) {
            Interruptible written = new Interruptible(store, "being written");
            Interruptible waiting = new Interruptible(store, "waiting");
            try (Connection lock = store.holdAppendLock()) {
                written.thread.start();
                await().until(() -> store.heldUp() == 1);
                waiting.thread.start();
                await().until(() -> store.waiting() == 1);

                waiting.thread.interrupt();
                written.thread.interrupt();
                waiting.thread.join();
                assertThat(waiting.failure.get())
                        .isInstanceOfSatisfying(
                                AppendRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.INTERRUPTED));
                assertThat(written.thread.isAlive()).isTrue();
            }
            written.thread.join();
            assertThat(written.failure.get()).isNull();
            assertThat(written.flag).isTrue();
            assertThat(waiting.flag).isTrue();
            assertThat(store.textsOf("being written")).hasSize(1);
            assertThat(store.textsOf("waiting")).isEmpty();
            assertThat(Stream.of(Reason.values()).filter(Reason::nothingStored))
                    .containsExactlyInAnyOrder(
                            Reason.QUEUE_FULL, Reason.SHUTTING_DOWN, Reason.STORE_UNAVAILABLE, Reason.INTERRUPTED);
        }
    }

    @Test
    void one_that_cannot_be_stored_does_not_harm_its_neighbours() throws SQLException {
        try (TestStore store = TestStore.fresh()) {
            store.write("taken", 0, "first");
            List<CompletableFuture<Void>> requests;
            CompletableFuture<Void> conflicting;
            CompletableFuture<Void> impossible;
            try (Connection lock = store.holdAppendLock()) {
                requests = heldUp(store, 20);
                conflicting = store.writing("taken", 0, "second");
                await().until(() -> store.waiting() == 21);
                impossible = store.writing("nul\u0000", 0, "");
                await().until(() -> store.waiting() == 22);
            }
            assertThat(requests).allSatisfy(one -> assertThat(one).succeedsWithin(LONG));
            assertThat(conflicting)
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .withCauseInstanceOf(AggregateStreamCreationException.class);
            assertRefused(impossible, Reason.STORE_UNAVAILABLE);
            assertThat(store.log()).hasSize(22);
            assertThat(store.meters.get("shaodao.append.conflicts").counter().count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_disk_that_is_full_for_one_is_not_held_against_the_others() throws SQLException {
        try (TestStore store = TestStore.fresh()) {
            failFor(store, "before insert", "53100");
            assertOthersUnharmedBy(store);
            assertThat(store.reconnects()).isZero();
        }
    }

    @Test
    void one_whose_commit_always_fails_is_refused_in_the_end_and_not_held_against_the_others() throws SQLException {
        try (TestStore store = TestStore.fresh()) {
            failFor(store, "after insert", "58030");
            assertOthersUnharmedBy(store);
        }
    }

    /** The database fails for the note "ill-fated": at the insert, or with "after" not before the commit. */
    private static void failFor(TestStore store, String when, String sqlState) {
        boolean atCommit = when.startsWith("after");
        store.sql
                .sql("create function fail() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'as told' using errcode = '" + sqlState + "'; end $$")
                .update();
        store.sql
                .sql("create " + (atCommit ? "constraint " : "") + "trigger fail " + when + " on es.event "
                        + (atCommit ? "deferrable initially deferred " : "")
                        + "for each row when (new.aggregate_id = 'ill-fated') execute function fail()")
                .update();
    }

    private static void assertOthersUnharmedBy(TestStore store) throws SQLException {
        List<CompletableFuture<Void>> requests;
        CompletableFuture<Void> illFated;
        try (Connection lock = store.holdAppendLock()) {
            requests = heldUp(store, 20);
            illFated = store.writing("ill-fated", 0, "");
            await().until(() -> store.waiting() == 21);
        }
        assertThat(requests).allSatisfy(one -> assertThat(one).succeedsWithin(LONG));
        assertRefused(illFated, Reason.STORE_UNAVAILABLE);
        assertThat(illFated).failsWithin(LONG).withThrowableThat().withStackTraceContaining("as told");
        assertThat(store.log()).hasSize(21);
        store.write("afterwards", 0, "");
    }

    @Test
    void an_error_on_the_way_costs_a_connection_and_not_the_appender() {
        Queue<String> fateful = new ConcurrentLinkedQueue<>(List.of("open", "insert into es.event (", "ordinality"));
        DataSource database = TestStore.freshDatabase();
        AppendConnections short_ = () -> {
            meet(fateful, "open");
            Connection connection = database.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    AppenderTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        meet(fateful, arguments == null ? method.getName() : String.valueOf(arguments[0]));
                        return method.invoke(connection, arguments);
                    });
        };
        try (TestStore store = new TestStore(database, short_, TestStore.PATIENT, TestStore.HASTY)) {
            store.write("unharmed", 0, "stored");
            store.write("unharmed", 1, "stored too");

            assertThat(fateful).isEmpty();
            assertThat(store.textsOf("unharmed")).containsExactly("stored", "stored too");
            assertThat(store.appender.available()).isTrue();
        }
    }

    private static void meet(Queue<String> fateful, String word) {
        if (!fateful.isEmpty() && word.contains(fateful.element())) {
            fateful.remove();
            throw new OutOfMemoryError("unable to create native thread, as told");
        }
    }

    @Test
    void what_waits_is_written_together_within_the_bounds_of_a_batch() throws SQLException {
        try (TestStore store = TestStore.fresh()) {
            List<CompletableFuture<Void>> requests;
            try (Connection lock = store.holdAppendLock()) {
                requests = heldUp(store, 150);
            }
            assertThat(requests).allSatisfy(one -> assertThat(one).succeedsWithin(LONG));

            var batches = store.meters.get("shaodao.append.batch").summary();
            assertThat(batches.count()).isEqualTo(4); // 1, then 64, 64 and 22
            assertThat(batches.max()).isEqualTo(64);
            assertThat(store.sql
                            .sql("select count(distinct xmin::text) from es.event")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4);
            assertThat(store.meters.get("shaodao.append.latency").timer().count())
                    .isEqualTo(151);
        }
    }

    @Test
    void a_request_larger_than_a_batch_is_written_all_the_same() {
        AppendLimits tiny = new AppendLimits(4, LONG, LONG, LONG.multipliedBy(2), 2, 2, 10, LONG);
        try (TestStore store = TestStore.fresh(tiny)) {
            store.engine.appendEvents(IntStream.range(0, 5)
                    .mapToObj(i -> NoteEvent.written("large", i, "x".repeat(100_000)))
                    .toList());
            assertThat(store.textsOf("large")).hasSize(5);
        }
    }

    /** One request at the lock, and as many more in the queue. */
    private static List<CompletableFuture<Void>> heldUp(TestStore store, int waiting) {
        CompletableFuture<Void> first = store.writing("first", 0, "");
        await().until(() -> store.heldUp() == 1);
        List<CompletableFuture<Void>> others = IntStream.range(0, waiting)
                .mapToObj(i -> store.writing("other " + i, 0, ""))
                .toList();
        await().until(() -> store.waiting() == waiting || others.stream().anyMatch(CompletableFuture::isDone));
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static void assertRefused(CompletableFuture<Void> request, Reason reason) {
        assertThat(request)
                .failsWithin(LONG)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        AppendRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static final class Interruptible {
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final AtomicBoolean flag = new AtomicBoolean();
        final Thread thread;

        Interruptible(TestStore store, String note) {
            thread = new Thread(() -> {
                try {
                    store.write(note, 0, "");
                } catch (RuntimeException e) {
                    failure.set(e);
                } finally {
                    flag.set(Thread.currentThread().isInterrupted());
                }
            });
        }
    }
}
