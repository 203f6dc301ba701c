package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.shaodao.view.CountingView.seen;
import static org.shaodao.view.CountingView.total;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaodao.view.ViewStatus.GenerationStatus;

class ViewRegistryTest {
    private final Town town = new Town();

    @AfterEach
    void closeTown() throws Exception {
        town.close();
    }

    @Test
    void the_first_start_over_an_empty_log_makes_a_live_view_at_once() {
        ViewRegistry node = started(new CountingView());

        assertThat(seen(new Views(node))).isZero();
        assertThat(live(node).number()).isEqualTo(1);
        assertThat(live(node).progress().lag()).isZero();
        assertThat(town.tables("view_counting_1")).containsExactly("counting_seen", "counting_total", "known_counting");
    }

    @Test
    void a_view_that_is_new_to_a_full_log_is_not_read_before_it_is_whole() {
        record(1, 40);
        Gate gate = new Gate();
        ViewRegistry node = started(new CountingView().with(batch -> gate.await()));
        Views views = new Views(node);

        assertThatExceptionOfType(ViewNotReady.class).isThrownBy(() -> seen(views));
        gate.open();
        soon().untilAsserted(() -> assertThat(seen(views)).isEqualTo(town.eventsRecorded()));
    }

    @Test
    void a_batch_that_fails_in_the_middle_counts_once_and_shows_why_it_failed() {
        AtomicInteger attempts = new AtomicInteger();
        Gate gate = new Gate();
        ViewRegistry node = started(new CountingView().with(batch -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("no more ink");
            }
            gate.await();
        }));
        record(2, 60);

        soon().untilAsserted(() -> assertThat(live(node).failure()).isNotNull().satisfies(failure -> {
            assertThat(failure.error()).contains("no more ink");
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(failure.caseId()).isNotNull();
        }));
        gate.open();
        soon().untilAsserted(() -> assertThat(live(node).progress().lag()).isZero());
        Views views = new Views(node);
        assertThat(seen(views)).isEqualTo(town.eventsRecorded());
        assertThat(total(views)).isEqualTo(town.eventsRecorded());
        assertThat(live(node).failure()).isNull();
    }

    @Test
    void an_error_that_is_no_exception_does_not_end_a_view() {
        AtomicBoolean first = new AtomicBoolean(true);
        ViewRegistry node = started(new CountingView().with(batch -> {
            if (first.getAndSet(false)) {
                throw new StackOverflowError("deep");
            }
        }));
        record(3, 20);

        soon().untilAsserted(() -> assertThat(seen(new Views(node))).isEqualTo(town.eventsRecorded()));
    }

    @Test
    void nothing_is_lost_or_told_twice_while_nodes_stop_and_start() {
        RandomCases cases = new RandomCases(4, 30);
        for (int round = 0; round < 4; round++) {
            try (ViewRegistry node = started(new CountingView())) {
                record(cases, 40);
                long some = town.eventsRecorded() / 2;
                soon().until(() -> seen(new Views(node)) >= some);
            }
        }
        ViewRegistry node = started(new CountingView());

        soon().untilAsserted(() -> assertThat(total(new Views(node))).isEqualTo(town.eventsRecorded()));
        assertThat(seen(new Views(node))).isEqualTo(town.eventsRecorded());
    }

    @Test
    void readers_go_on_while_a_view_is_rebuilt_and_never_see_less_than_before() {
        Gate gate = new Gate();
        AtomicBoolean rebuilding = new AtomicBoolean();
        ViewRegistry node = started(new CountingView().with(batch -> {
            if (rebuilding.get() && batch.events().size() > 20) {
                gate.await();
            }
        }));
        Views views = new Views(node);
        RandomCases cases = new RandomCases(5, 40);
        record(cases, 200);
        soon().untilAsserted(() -> assertThat(seen(views)).isEqualTo(town.eventsRecorded()));

        rebuilding.set(true);
        assertThat(node.rebuild("counting")).isEqualTo(2);
        assertThatExceptionOfType(AlreadyBuilding.class).isThrownBy(() -> node.rebuild("counting"));
        long before = 0;
        for (int i = 0; i < 60; i++) {
            record(cases, 3);
            if (i == 20) {
                assertThat(node.status("counting").building()).isPresent();
                gate.open();
            }
            long now = seen(views);
            assertThat(now).isGreaterThanOrEqualTo(before).isGreaterThanOrEqualTo(200);
            before = now;
        }
        soon().untilAsserted(() -> assertThat(live(node).number()).isEqualTo(2));
        soon().untilAsserted(() -> assertThat(seen(views)).isEqualTo(town.eventsRecorded()));
        soon().untilAsserted(() -> assertThat(town.tables("view_counting_1")).isEmpty());
        assertThat(processors()).singleElement().asString().startsWith("convoy@");
        assertThat(node.status("counting").generations()).hasSize(1);
    }

    @Test
    void a_switch_happens_under_steady_load_too() {
        ViewRegistry node = started(new CountingView());
        Views views = new Views(node);
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = Thread.startVirtualThread(() -> {
            RandomCases cases = new RandomCases(6, 2000);
            while (!stop.get()) {
                record(cases, 5);
            }
        });
        soon().until(() -> seen(views) > 300);
        node.rebuild("counting");

        long[] before = {0};
        List<String> wentBack = new ArrayList<>();
        soon().until(() -> {
            long now = seen(views);
            if (now < before[0]) {
                wentBack.add(before[0] + " then " + now);
            }
            before[0] = now;
            return live(node).number() == 2;
        });
        assertThat(wentBack).isEmpty();
        stop.set(true);
        await().until(() -> !writer.isAlive());
        soon().untilAsserted(() -> assertThat(seen(views)).isEqualTo(town.eventsRecorded()));
    }

    @Test
    void a_given_up_rebuild_leaves_nothing_behind() {
        Gate gate = new Gate();
        AtomicBoolean rebuilding = new AtomicBoolean();
        ViewRegistry node = started(new CountingView().with(batch -> {
            if (rebuilding.get()) {
                gate.await();
            }
        }));
        record(7, 20);
        soon().untilAsserted(() -> assertThat(seen(new Views(node))).isEqualTo(town.eventsRecorded()));
        rebuilding.set(true);
        assertThat(node.rebuild("counting")).isEqualTo(2);

        node.cancelRebuild("counting");

        gate.open();
        soon().untilAsserted(() -> assertThat(town.tables("view_counting_2")).isEmpty());
        assertThat(processors()).singleElement().asString().startsWith("convoy@");
        assertThat(node.rebuild("counting")).as("numbers are never used again").isEqualTo(3);
    }

    @Test
    void giving_up_the_only_build_that_a_program_can_read_begins_another() {
        started(new CountingView());
        record(7, 20);
        Gate gate = new Gate();
        ViewRegistry newer = town.node("newer", Town.QUICK, List.of(new CountingView(2).with(batch -> gate.await())));
        newer.start();
        assertThat(newer.status("counting").building())
                .get()
                .extracting(GenerationStatus::number, GenerationStatus::revision)
                .containsExactly(2, 2);

        newer.cancelRebuild("counting");
        gate.open();

        soon().untilAsserted(() -> assertThat(live(newer))
                .extracting(GenerationStatus::number, GenerationStatus::revision)
                .containsExactly(3, 2));
        soon().untilAsserted(() -> assertThat(seen(new Views(newer))).isEqualTo(town.eventsRecorded()));
    }

    @Test
    void a_program_of_another_revision_builds_its_own_generation_and_readers_wait_for_it() {
        try (ViewRegistry old = started(new CountingView(1))) {
            record(8, 30);
            soon().untilAsserted(() -> assertThat(seen(new Views(old))).isEqualTo(town.eventsRecorded()));
        }
        Gate gate = new Gate();
        ViewRegistry node = started(new CountingView(2).with(batch -> gate.await()));

        assertThatExceptionOfType(ViewNotReady.class).isThrownBy(() -> seen(new Views(node)));
        gate.open();
        soon().untilAsserted(() -> assertThat(live(node).revision()).isEqualTo(2));
        assertThat(seen(new Views(node))).isEqualTo(town.eventsRecorded());
    }

    @Test
    void a_rebuild_goes_on_where_a_lost_node_left_it() {
        record(9, 400);
        HikariDataSource cable = connections();
        Gate started = new Gate();
        AtomicInteger batches = new AtomicInteger();
        ViewSettings small =
                new ViewSettings(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(3), 20);
        ViewRegistry lost = town.node(
                "lost",
                small,
                List.of(new CountingView().with(batch -> {
                    started.await();
                    if (batches.incrementAndGet() == 5) {
                        cable.close();
                    }
                })),
                cable);
        lost.start();
        started.open();
        await().atMost(Duration.ofSeconds(20)).until(cable::isClosed);

        ViewRegistry node = town.node("next", small, List.of(new CountingView()));
        node.start();

        soon().untilAsserted(() -> assertThat(node.status("counting").live()).isPresent());
        assertThat(seen(new Views(node))).isEqualTo(town.eventsRecorded());
        assertThat(total(new Views(node))).isEqualTo(town.eventsRecorded());
        assertThat(live(node).number())
                .as("the lost node's build, not one of its own")
                .isEqualTo(1);
    }

    @Test
    void two_nodes_follow_one_table() {
        ViewRegistry one = town.node("one", Town.QUICK, List.of(new CountingView()));
        ViewRegistry two = town.node("two", Town.QUICK, List.of(new CountingView()));
        one.start();
        two.start();
        record(10, 60);
        soon().untilAsserted(() -> assertThat(seen(new Views(two))).isEqualTo(town.eventsRecorded()));

        two.rebuild("counting");

        soon().untilAsserted(() ->
                assertThat(List.of(live(one).number(), live(two).number())).containsOnly(2));
        one.close();
        record(11, 60);
        soon().untilAsserted(() -> assertThat(total(new Views(two))).isEqualTo(town.eventsRecorded()));
        assertThat(seen(new Views(two))).isEqualTo(town.eventsRecorded());
        soon().untilAsserted(() -> assertThat(town.tables("view_counting_1")).isEmpty());
    }

    @Test
    void both_nodes_may_start_first() {
        List<ViewRegistry> nodes = LongStream.range(0, 3)
                .mapToObj(i -> town.node("node-" + i, Town.QUICK, List.of(new CountingView())))
                .toList();
        nodes.parallelStream().forEach(ViewRegistry::start);
        record(12, 30);

        for (ViewRegistry node : nodes) {
            soon().untilAsserted(() -> assertThat(seen(new Views(node))).isEqualTo(town.eventsRecorded()));
            assertThat(node.status("counting").generations()).hasSize(1);
        }
    }

    @Test
    void a_name_that_is_no_word_or_is_taken_is_refused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> town.node("n", Town.QUICK, List.of(new CountingView(), new CountingView())));
        ViewRegistry node = started(new CountingView());
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> node.rebuild("nobody"));
    }

    private ViewRegistry started(View view) {
        ViewRegistry node = town.node("node", Town.QUICK, List.of(view));
        node.start();
        return node;
    }

    private void record(long seed, int steps) {
        record(new RandomCases(seed, 30), steps);
    }

    private void record(RandomCases cases, int steps) {
        cases.steps(steps).forEach(step -> town.record(step.caseId(), step.events()));
    }

    private HikariDataSource connections() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(town.database().getDataSource());
        config.setConnectionTimeout(1000);
        return new HikariDataSource(config);
    }

    private List<String> processors() {
        return town.jdbc()
                .sql("select distinct processor_name from es.token")
                .query(String.class)
                .list();
    }

    private static GenerationStatus live(ViewRegistry node) {
        return node.status("counting").live().orElseThrow();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions();
    }

    /** Holds batches back until it is opened. */
    private static final class Gate {
        private final java.util.concurrent.CountDownLatch latch = new java.util.concurrent.CountDownLatch(1);

        void await() {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void open() {
            latch.countDown();
        }
    }
}
