package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.shaodao.InPostgresql;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.clocks.RunningClocks.Passed;
import org.shaodao.fact.Refused;
import org.shaodao.view.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines that pass become facts by themselves, once, however many watch and however late. */
class DeadlineWatcherTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();

    private static final int AT_ONCE = 300;

    private static final String EXPLAIN = "explain (analyze, costs off, timing off, summary off) ";

    private final Deadlines deadlines = new Deadlines(PRODUCT);
    private final Clock clock = PRODUCT.bean(Clock.class);
    private final JdbcClient jdbc = PRODUCT.bean(JdbcClient.class);

    @Test
    void a_deadline_becomes_a_fact_within_moments_of_passing_and_once() {
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        Instant due = clock.instant().plusMillis(1_500);
        deadlines.begin(caseId, due);

        ClockEvent.DeadlineMissed missed = deadlines.awaitMissed(caseId);

        assertThat(missed.dueAt()).isEqualTo(due);
        assertThat(missed.observedAt()).isAfter(due);
        assertThat(missed.unit()).isEqualTo(Sample.HEATING);
        assertThatThrownBy(() -> PRODUCT.bean(CommandGateway.class)
                        .sendAndWait(CaseFile.message(
                                new ClockCommand.NoteMissedDeadline(
                                        caseId, Sample.WATCHER, due.plusSeconds(9), 1, ClockKind.ACKNOWLEDGEMENT, 1),
                                Map.of())))
                .as("told once more by somebody else")
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new CaseRefusal.NotMissed(ClockKind.ACKNOWLEDGEMENT)));
        assertThat(deadlines.missed(caseId)).hasSize(1);
    }

    @Test
    void clocks_that_are_due_at_the_same_second_do_not_wait_for_one_another() {
        List<UUID> cases = cases(AT_ONCE);
        Instant due = clock.instant().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        cases.forEach(caseId -> deadlines.begin(caseId, due));

        List<Duration> late = cases.stream()
                .map(deadlines::awaitMissed)
                .map(missed -> Duration.between(missed.dueAt(), missed.observedAt()))
                .sorted()
                .toList();
        long appends =
                jdbc.sql("""
                        select count(distinct xmin::text) from es.event
                        where aggregate_id = any (?) and payload_type = 'casefile.deadline-missed'
                        """).param(Columns.array(cases)).query(Long.class).single();
        System.out.printf(
                "Of %d clocks due at the same second half were noticed within %d ms, the last after %d ms, in %d appends%n",
                AT_ONCE, late.get(AT_ONCE / 2).toMillis(), late.getLast().toMillis(), appends);
        assertThat(appends).as("what is told at once is stored together").isLessThan(AT_ONCE);
    }

    @Test
    void everything_that_passed_while_nobody_watched_is_caught_up_with_once() {
        Instant due = Instant.parse("2026-01-05T02:00:00Z");
        List<UUID> cases = cases(AT_ONCE);
        cases.forEach(caseId -> deadlines.begin(caseId, due));

        cases.forEach(
                caseId -> assertThat(deadlines.awaitMissed(caseId).dueAt()).isEqualTo(due));
        cases.forEach(caseId -> assertThat(deadlines.missed(caseId)).hasSize(1));
    }

    @Test
    void of_two_who_claim_the_same_deadlines_each_is_looked_after_by_one() throws Exception {
        DeadlineLeases leases = PRODUCT.bean(DeadlineLeases.class);
        List<Passed> passed = IntStream.range(0, 100)
                .mapToObj(i ->
                        new Passed(UUID.randomUUID(), i % 2 == 0 ? null : i, ClockKind.HANDLING, 1, clock.instant()))
                .toList();

        List<Passed> claimed;
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<List<Passed>> claim = () -> leases.claim(passed);
            claimed = both.invokeAll(List.of(claim, claim)).stream()
                    .flatMap(each -> each.resultNow().stream())
                    .toList();
        }

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(passed);
        holdLeases(passed, "-1 second");
        assertThat(leases.claim(passed)).as("a lease ends").containsExactlyInAnyOrderElementsOf(passed);
        holdLeases(passed, "-1 second");
        leases.forget(1_000);
        assertThat(jdbc.sql("select count(*) from es.deadline_lease where until < now()")
                        .query(Long.class)
                        .single())
                .as("what ended is forgotten")
                .isZero();
    }

    @Test
    @InPostgresql
    void what_passes_while_much_is_caught_up_with_goes_before_what_has_waited_long() throws Exception {
        DeadlineWatcher watcher = PRODUCT.bean(DeadlineWatcher.class);
        List<UUID> old = cases(AT_ONCE);
        UUID fresh = UuidCreator.getTimeOrderedEpoch();
        watcher.stop();
        old.forEach(caseId -> deadlines.begin(caseId, Instant.parse("2026-01-05T02:00:00Z")));
        try (Connection other = PRODUCT.bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            Instant due = clock.instant().plusMillis(1_500);
            deadlines.begin(fresh, due);
            Awaitility.await()
                    .until(() -> PRODUCT.bean(RunningClocks.class).passed(due.plusMillis(1), Passed.at(due), 1).stream()
                            .anyMatch(passed -> passed.caseId().equals(fresh)));
            other.setAutoCommit(false);
            statement.execute("lock table es.event in share row exclusive mode");
            watcher.start();
            Awaitility.await().until(() -> clock.instant().isAfter(due));
            other.rollback();
            other.setAutoCommit(true);
        } finally {
            watcher.start();
        }
        Instant last = old.stream()
                .map(caseId -> deadlines.awaitMissed(caseId).observedAt())
                .max(Instant::compareTo)
                .orElseThrow();

        assertThat(deadlines.awaitMissed(fresh).observedAt()).isBefore(last);
    }

    @Test
    void what_another_node_looks_after_is_passed_over_and_holds_nothing_up() {
        DeadlineWatcher watcher = PRODUCT.bean(DeadlineWatcher.class);
        RunningClocks running = PRODUCT.bean(RunningClocks.class);
        Instant due = Instant.parse("2026-01-04T02:00:00Z");
        List<UUID> taken = cases(AT_ONCE / 2);
        List<UUID> free = cases(AT_ONCE / 2);
        watcher.stop();
        try {
            taken.forEach(caseId -> deadlines.begin(caseId, due));
            free.forEach(caseId -> deadlines.begin(caseId, due.plusSeconds(1)));
            List<Passed> passed = Awaitility.await()
                    .until(() -> running.passed(due.plusSeconds(2), null, 2 * AT_ONCE), all -> all.size() == AT_ONCE);
            List<Passed> others = passed.subList(0, taken.size());
            new DeadlineLeases(jdbc).claim(others);
            holdLeases(others, "1 hour");
            watcher.start();

            free.forEach(deadlines::awaitMissed);
            assertThat(taken)
                    .allSatisfy(caseId -> assertThat(deadlines.missed(caseId)).isEmpty());
            holdLeases(others, "-1 second");
            taken.forEach(deadlines::awaitMissed);
        } finally {
            watcher.start();
        }
    }

    @Test
    void among_many_leases_a_look_touches_no_more_than_its_own() {
        List<Passed> passed = cases(100).stream()
                .map(caseId -> new Passed(caseId, 1, ClockKind.HANDLING, 1, clock.instant()))
                .toList();
        DeadlineWatcher watcher = PRODUCT.bean(DeadlineWatcher.class);
        watcher.stop(); // it forgets old leases too
        jdbc.sql("""
                insert into es.deadline_lease
                select gen_random_uuid(), 1, 'HANDLING', 1, now() + (n - 5000) * interval '1 hour'
                from generate_series(1, 100000) as n""").update();
        try {
            jdbc.sql("analyze es.deadline_lease").update();
            String claim = plan(DeadlineLeases.claiming(EXPLAIN + DeadlineLeases.CLAIM, passed, jdbc));
            String forget = plan(jdbc.sql(EXPLAIN + DeadlineLeases.FORGET).param(200));

            assertThat(claim).contains("Tuples Inserted: 100").doesNotContain("on deadline_lease l_", "Seq Scan");
            assertThat(forget)
                    .containsPattern("Index Scan using deadline_lease_until on .*rows=200(\\.00)? ")
                    .containsPattern("Tid Scan on .*rows=200(\\.00)? ")
                    .doesNotContain("Seq Scan", "Sort", "Rows Removed");
        } finally {
            jdbc.sql("delete from es.deadline_lease").update();
            watcher.start();
        }
    }

    private static String plan(JdbcClient.StatementSpec explained) {
        return String.join("\n", explained.query(String.class).list());
    }

    private void holdLeases(List<Passed> passed, String howLong) {
        jdbc.sql("update es.deadline_lease set until = now() + ?::interval where case_id = any (?::uuid[])")
                .params(
                        howLong,
                        Columns.array(passed.stream().map(Passed::caseId).toList()))
                .update();
    }

    private static List<UUID> cases(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> UuidCreator.getTimeOrderedEpoch())
                .toList();
    }
}
