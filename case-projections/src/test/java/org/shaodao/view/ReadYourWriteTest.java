package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadYourWriteTest {
    private final Town town = new Town();

    @AfterEach
    void closeTown() throws Exception {
        town.close();
    }

    @Test
    void a_reader_sees_what_it_has_just_written() {
        ViewRegistry node = town.node("node", Town.QUICK, List.of(new CountingView()));
        node.start();
        Views views = new Views(node);

        for (RandomCases.Step step : new RandomCases(1, 20).steps(50)) {
            NotOlderThan written = town.record(step.caseId(), step.events());
            assertThat(lastSeen(views, written)).isEqualTo(written.version());
        }
    }

    @Test
    void a_reader_on_a_node_that_projects_nothing_sees_it_too() {
        ViewRegistry busy = town.node("busy", Town.QUICK, List.of(new CountingView()));
        busy.start();
        ViewRegistry idle = town.node("idle", Town.QUICK, List.of(new CountingView()));
        Views views = new Views(idle);

        for (RandomCases.Step step : new RandomCases(2, 5).steps(10)) {
            NotOlderThan written = town.record(step.caseId(), step.events());
            assertThat(lastSeen(views, written)).isEqualTo(written.version());
        }
    }

    @Test
    void a_wait_that_is_too_long_ends_with_the_version_that_was_wanted() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        ViewSettings impatient =
                new ViewSettings(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMillis(200), 500);
        ViewRegistry node = town.node("node", impatient, List.of(new CountingView().with(batch -> {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })));
        node.start();
        RandomCases.Step step = new RandomCases(3, 1).steps(1).getFirst();
        NotOlderThan written = town.record(step.caseId(), step.events());

        assertThatExceptionOfType(ViewBehind.class)
                .isThrownBy(() -> lastSeen(new Views(node), written))
                .satisfies(e -> assertThat(e.minimum()).isEqualTo(written));
        gate.countDown();
    }

    @Test
    void a_case_nobody_knows_is_waited_for_in_vain() {
        ViewSettings impatient =
                new ViewSettings(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMillis(100), 500);
        ViewRegistry node = town.node("node", impatient, List.of(new CountingView()));
        node.start();

        assertThatExceptionOfType(ViewBehind.class)
                .isThrownBy(() -> lastSeen(new Views(node), new NotOlderThan(UUID.randomUUID(), 0)));
    }

    @Test
    void a_reader_cannot_write() {
        ViewRegistry node = town.node("node", Town.QUICK, List.of(new CountingView()));
        node.start();

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> new Views(node)
                        .read(
                                "counting",
                                null,
                                jdbc -> jdbc.sql("delete from counting_seen").update()))
                .withStackTraceContaining("read-only transaction");
    }

    private static Long lastSeen(Views views, NotOlderThan minimum) {
        return views.read(
                "counting",
                minimum,
                jdbc -> jdbc.sql("select max(version) from counting_seen where case_id = ?")
                        .param(minimum.caseId())
                        .query(Long.class)
                        .single());
    }
}
