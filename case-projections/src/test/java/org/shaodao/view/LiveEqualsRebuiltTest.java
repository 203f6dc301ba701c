package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.board.BoardView;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.clocks.ClocksView;
import org.shaodao.console.ConsoleView;
import org.shaodao.disputes.DisputesView;
import org.shaodao.history.HistoryView;
import org.shaodao.inbox.InboxView;
import org.shaodao.returns.ReturnsView;
import org.shaodao.sla.Measuring;
import org.shaodao.sla.SlaView;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** However the log is cut into batches, and however often it is told, a view comes out the same. */
class LiveEqualsRebuiltTest {
    private static final List<View> VIEWS = List.of(
            new InboxView(),
            new HistoryView(),
            new ClocksView(),
            new DisputesView(),
            new ReturnsView(),
            new SlaView(new Measuring()),
            new ConsoleView(),
            new BoardView());
    /** Rows that all histories together left in each table. */
    private static final Map<String, Integer> ROWS = new HashMap<>();

    /** A dispute that was ruled on, which chance seldom brings about. */
    private static final RandomCases.Step RULED = new RandomCases.Step(
            new UUID(77, 77),
            Sample.events().stream()
                    .filter(event -> event instanceof IntakeEvent.Raised
                            || event instanceof CallingEvent.Dispatched
                            || event instanceof DisputeEvent.HandedBack
                            || event instanceof DisputeEvent.DisputeReferred
                            || event instanceof DisputeEvent.DisputeRuled)
                    .toList());

    private static Town town;

    @BeforeAll
    static void openTown() {
        town = new Town();
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
        assertThat(ROWS)
                .hasSizeGreaterThan(4)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("shaodao.histories", 24) / 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_event_at_a_time_equals_all_at_once_and_anything_between(long seed) {
        List<RandomCases.Step> steps = new ArrayList<>(new RandomCases(seed, 12).steps(150));
        steps.add(RULED);
        List<Recorded> log = log(steps);

        for (View view : VIEWS) {
            Map<String, List<String>> single = projected(view, "single_" + seed, cut(log, () -> 1));
            Random random = new Random(seed);
            assertThat(projected(view, "random_" + seed, cut(log, () -> 1 + random.nextInt(20))))
                    .isEqualTo(single);
            assertThat(projected(view, "whole_" + seed, cut(log, log::size))).isEqualTo(single);
            single.forEach((table, rows) -> ROWS.merge(table, rows.size(), Integer::sum));
        }
    }

    @Test
    void a_rebuilt_generation_equals_the_one_that_was_filled_live() throws Exception {
        try (Town own = new Town()) {
            ViewSettings keepOld =
                    new ViewSettings(Duration.ofMillis(100), Duration.ofHours(1), Duration.ofSeconds(3), 50);
            ViewRegistry node = own.node("node", keepOld, VIEWS);
            node.start();
            for (long seed = 100; seed < 130; seed++) {
                new RandomCases(seed, 10).steps(120).forEach(step -> own.record(step.caseId(), step.events()));
            }
            own.record(RULED.caseId(), RULED.events());
            caughtUp(node);

            VIEWS.forEach(view -> node.rebuild(view.name()));

            for (View view : VIEWS) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                node.status(view.name()).live().orElseThrow().number() == 2);
            }
            caughtUp(node);
            for (View view : VIEWS) {
                assertThat(own.dump("view_" + view.name() + "_2"))
                        .isEqualTo(own.dump("view_" + view.name() + "_1"))
                        .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
            }
        }
    }

    private static void caughtUp(ViewRegistry node) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.status().stream()
                        .flatMap(v -> v.generations().stream())
                        .filter(g -> g.state() != GenerationState.RETIRED)
                        .allMatch(g -> g.progress().lag() == 0));
    }

    private static List<Recorded> log(List<RandomCases.Step> steps) {
        Map<UUID, Long> versions = new HashMap<>();
        List<Recorded> log = new ArrayList<>();
        for (RandomCases.Step step : steps) {
            for (CaseEvent event : step.events()) {
                long version = versions.merge(step.caseId(), 0L, (old, zero) -> old + 1);
                Instant recorded = step.at() == null
                        ? Instant.parse("2026-03-03T00:00:00Z").plusSeconds(log.size())
                        : step.at();
                log.add(new Recorded(step.caseId(), version, recorded, event));
            }
        }
        return log;
    }

    private static List<List<Recorded>> cut(List<Recorded> log, IntSupplier size) {
        List<List<Recorded>> batches = new ArrayList<>();
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + size.getAsInt());
            batches.add(log.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static Map<String, List<String>> projected(View view, String name, List<List<Recorded>> batches) {
        String schema = name + "_" + view.name();
        new TransactionTemplate(new JdbcTransactionManager(town.database())).executeWithoutResult(tx -> {
            town.jdbc().sql("create schema " + schema).update();
            town.jdbc().sql("set local search_path = " + schema).update();
            town.jdbc().sql(view.tables()).update();
            KnownCases known = new KnownCases(versions -> List.of());
            Map<UUID, Long> told = new HashMap<>();
            for (List<Recorded> events : batches) {
                view.project(Batch.of(0, events, known.upTo(told), known), town.jdbc());
                events.forEach(event -> told.put(event.caseId(), event.version()));
            }
        });
        return town.dump(schema);
    }
}
