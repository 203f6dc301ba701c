package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shaodao.view.CountingView.seen;
import static org.shaodao.view.CountingView.total;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaodao.view.ViewStatus.GenerationStatus;

/** Live views go together: one transaction tells all of them, and none waits for one that does not get on. */
class ConvoyTest {
    private final Town town = new Town();
    private final RandomCases cases = new RandomCases(21, 60);

    @AfterEach
    void closeTown() throws Exception {
        town.close();
    }

    @Test
    void whoever_looks_finds_all_views_equally_far_even_when_one_of_them_fails() {
        AtomicInteger batches = new AtomicInteger();
        ViewRegistry node =
                started("node", counting("one", 1), counting("two", 1).with(batch -> {
                    if (batches.incrementAndGet() == 2) {
                        throw new IllegalStateException("once more");
                    }
                }));
        together(1);
        Views views = new Views(node);
        List<Boolean> equal = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            record(1);
            equal.add(views.read(
                    "one",
                    null,
                    jdbc -> jdbc.sql("select (select count(*) from one_seen) = (select count(*) from two_seen)")
                            .query(Boolean.class)
                            .single()));
        }
        assertThat(equal).containsOnly(true);
        current(node, "one", "two");
        assertThat(batches).hasValueGreaterThan(2);
    }

    @Test
    void a_view_that_cannot_be_told_goes_on_alone_and_comes_back_when_it_can() {
        AtomicBoolean broken = new AtomicBoolean();
        ViewRegistry node =
                started("node", counting("well", 1), counting("sick", 1).with(batch -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no ink");
                    }
                }));
        together(1);
        record(40);
        current(node, "well", "sick");

        broken.set(true);
        record(200);

        current(node, "well");
        together(2);
        soon().untilAsserted(() -> assertThat(live(node, "sick").failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.error()).contains("no ink")));
        assertThat(live(node, "well").failure()).isNull();
        record(50);
        current(node, "well");
        assertThat(seen(new Views(node), "sick")).isLessThan(town.eventsRecorded());

        broken.set(false);
        node.setAside()
                .forEach(aside ->
                        assertThat(node.tryAgain("sick", aside.caseId())).isTrue());
        current(node, "well", "sick");
        together(1);
        record(40);
        current(node, "well", "sick");
    }

    @Test
    void while_two_programs_are_at_work_each_view_is_told_by_one_that_can_tell_it() {
        ViewRegistry old = started("old", counting("same", 1), counting("changed", 1));
        together(1);
        record(60);
        current(old, "same", "changed");

        ViewRegistry next = started("next", counting("same", 1), counting("changed", 2));
        record(60);
        current(next, "same", "changed");
        together(1);

        record(60);
        current(next, "same", "changed");
        old.close();
        record(60);
        current(next, "same", "changed");
    }

    @Test
    void when_the_newer_program_is_gone_the_older_goes_on_with_what_it_can_tell() {
        AtomicBoolean held = new AtomicBoolean();
        try (ViewRegistry newer = started("newer", counting("same", 1), counting("changed", 2))) {
            record(60);
            current(newer, "same", "changed");
            together(1);
        }
        ViewRegistry older =
                started("older", counting("same", 1), counting("changed", 1).with(batch -> {
                    if (!held.get()) {
                        throw new IllegalStateException("takes its time to build");
                    }
                }));
        record(60);

        current(older, "same");
        held.set(true);
        older.setAside().forEach(aside -> older.tryAgain("changed", aside.caseId()));
        soon().untilAsserted(() -> assertThat(live(older, "changed").number()).isEqualTo(2));
        current(older, "same", "changed");
        together(1);
    }

    private static CountingView counting(String name, int revision) {
        return new CountingView(name, revision);
    }

    private ViewRegistry started(String name, View... views) {
        ViewRegistry node = town.node(name, Town.QUICK, List.of(views));
        node.start();
        return node;
    }

    private void record(int steps) {
        cases.steps(steps).forEach(step -> town.record(step.caseId(), step.events()));
    }

    /** Each of these views has every event, and has counted it once. */
    private void current(ViewRegistry node, String... names) {
        Views views = new Views(node);
        Stream.of(names).forEach(name -> {
            soon().untilAsserted(() -> assertThat(seen(views, name)).as(name).isEqualTo(town.eventsRecorded()));
            assertThat(total(views, name)).as(name).isEqualTo(town.eventsRecorded());
        });
    }

    /** So many places in the log are kept: one for those that go together, others for who goes alone. */
    private void together(int places) {
        soon().untilAsserted(() -> assertThat(processors()).hasSize(places));
    }

    private List<String> processors() {
        return town.jdbc()
                .sql("select distinct processor_name from es.token")
                .query(String.class)
                .list();
    }

    private static GenerationStatus live(ViewRegistry node, String view) {
        return node.status(view).live().orElseThrow();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions();
    }
}
