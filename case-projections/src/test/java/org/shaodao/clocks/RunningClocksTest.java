package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.view.Facts.AT;
import static org.shaodao.view.Facts.acknowledged;
import static org.shaodao.view.Facts.clocks;
import static org.shaodao.view.Facts.deadlineMissed;
import static org.shaodao.view.Facts.dispatched;
import static org.shaodao.view.Facts.raised;
import static org.shaodao.view.Facts.replied;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.Views;

class RunningClocksTest {
    private static final int CLOCKS = 1_000_000;
    private static final int BATCH = 200;

    private static Town town;
    private static ViewRegistry node;
    private static Views views;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void openTown() {
        town = new Town();
        node = town.node("node", Town.QUICK, List.of(new ClocksView()));
        node.start();
        views = new Views(node);
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void a_clock_has_passed_once_its_due_instant_lies_behind() {
        begun();

        assertThat(passed(AT.plusSeconds(60))).isEmpty();
        assertThat(passed(AT.plusSeconds(61)))
                .containsExactly(new Passed(caseId, 1, ClockKind.ACKNOWLEDGEMENT, 1, AT.plusSeconds(60)));
        assertThat(passed(AT.plusSeconds(86_461)))
                .extracting(Passed::clock)
                .containsExactly(ClockKind.ACKNOWLEDGEMENT, ClockKind.HANDLING);
    }

    @Test
    void what_was_done_does_not_pass() {
        begun(acknowledged(1, "water"));

        assertThat(passed(AT.plusSeconds(1_000_000))).extracting(Passed::clock).containsExactly(ClockKind.HANDLING);
        begun(replied(1, "water"));
        assertThat(passed(AT.plusSeconds(1_000_000))).isEmpty();
    }

    @Test
    void what_its_case_knows_to_be_missed_is_not_told_again() {
        begun(deadlineMissed(1, "water", AT.plusSeconds(60)));

        assertThat(passed(AT.plusSeconds(1_000_000))).extracting(Passed::clock).containsExactly(ClockKind.HANDLING);
    }

    @Test
    void among_a_million_running_clocks_a_look_reads_no_more_than_its_batch() throws Exception {
        try (Town own = new Town()) {
            ViewRegistry registry = own.node("node", Town.QUICK, List.of(new ClocksView()));
            registry.start();
            own.jdbc().sql("""
                    insert into view_clocks_1.clock
                    select gen_random_uuid(), 1, 'HANDLING', 1, 'unit-' || n % 50, now(),
                        timestamptz '2026-03-01 00:00Z' + n * interval '1 second', false, n % 3 = 0
                    from generate_series(1, ?) as n""").param(CLOCKS).update();
            own.jdbc().sql("analyze view_clocks_1.clock").update();
            Instant middle = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(CLOCKS / 2);
            Views read = new Views(registry);

            RunningClocks running = new RunningClocks(read);
            Passed last = running.passed(middle, null, BATCH).getLast();

            assertThat(running.passed(middle, last, BATCH))
                    .hasSize(BATCH)
                    .allSatisfy(next -> assertThat(next.dueAt()).isAfterOrEqualTo(last.dueAt()))
                    .doesNotContain(last);
            for (Passed from : new Passed[] {null, last, Passed.at(middle.minusSeconds(CLOCKS / 4))}) {
                assertThat(plan(read, middle, from))
                        .as("from " + from)
                        .containsPattern(
                                "Index (Only )?Scan using clock_to_come on clock .*rows=%d(\\.00)? ".formatted(BATCH))
                        .doesNotContain("Seq Scan", "Sort", "Rows Removed");
            }
            assertThat(plan(read, middle, Passed.at(middle.minusSeconds(60))))
                    .as("what has just passed")
                    .containsPattern("Index (Only )?Scan using clock_to_come on clock .*rows=40(\\.00)? ")
                    .doesNotContain("Seq Scan", "Rows Removed");
        }
    }

    private static String plan(Views read, Instant now, @Nullable Passed after) {
        String explain = "explain (analyze, costs off, timing off, summary off) ";
        return read.read(
                "clocks",
                null,
                jdbc -> String.join(
                        "\n",
                        RunningClocks.passed(explain + RunningClocks.DUE, now, after, BATCH, jdbc)
                                .query(String.class)
                                .list()));
    }

    private List<Passed> passed(Instant now) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        node.status("clocks").live().orElseThrow().progress().lag() == 0);
        return new RunningClocks(views)
                .passed(now, null, 1_000).stream()
                        .filter(passed -> passed.caseId().equals(caseId))
                        .toList();
    }

    /** A dispatch to be acknowledged within a minute and done within a day and a minute. */
    private void begun(CaseEvent... then) {
        if (passed(Instant.parse("2999-01-01T00:00:00Z")).isEmpty()) {
            town.record(
                    caseId,
                    raised(caseId, "N-" + caseId, "s", "leak"),
                    dispatched(1, null, "water", DispatchRole.LEAD, AT),
                    clocks(1, "water", AT.plusSeconds(60)));
        }
        town.record(caseId, then);
    }
}
