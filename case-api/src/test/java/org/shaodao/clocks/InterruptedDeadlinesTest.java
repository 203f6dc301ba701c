package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shaodao.ManyNodes;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.SupervisionEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines that pass while nobody is there to notice: once each, told late and with both times. */
@Tag("soak")
class InterruptedDeadlinesTest {
    private static final ManyNodes NODES = new ManyNodes();
    private static final int CASES = 20;

    /** Long enough for a slow machine to write them and to stop what is to be stopped. */
    private static final Duration MEANWHILE = Duration.ofSeconds(4);

    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = NODES.start();
    }

    @AfterAll
    static void stop() {
        product.stop();
        NODES.close();
    }

    @Test
    void what_passed_while_the_application_was_down_is_missed_once_and_says_when_that_was_noticed() {
        List<UUID> cases = cases();
        Instant due = now().plus(MEANWHILE);
        begin(cases, due);
        product.stop();
        Instant back = passed(due);

        product = NODES.start();

        assertThat(missedOnce(cases)).allSatisfy(missed -> {
            assertThat(missed.dueAt()).isEqualTo(due);
            assertThat(missed.observedAt()).isAfter(back);
        });
    }

    @Test
    void where_only_the_events_were_restored_nothing_is_doubled_and_what_passed_is_missed_once() {
        List<UUID> known = cases();
        begin(known, now().minusSeconds(60));
        known.forEach(caseId ->
                await().until(() -> count(caseId, SupervisionEvent.Reminded.class), reminders -> reminders == 1));
        List<Integer> before = lengths(known);
        List<UUID> cases = cases();
        Instant due = now().plus(MEANWHILE);
        begin(cases, due);
        product.bean(DeadlineWatcher.class).stop();
        forgetAllButTheEvents();
        product.stop();
        Instant back = passed(due);

        product = NODES.start();

        assertThat(missedOnce(cases))
                .allSatisfy(missed -> assertThat(missed.observedAt()).isAfter(back));
        assertThat(lengths(known)).isEqualTo(before);
    }

    @Test
    void what_a_node_was_to_tell_when_it_was_killed_is_told_once_by_the_survivor() throws Exception {
        DeadlineWatcher survivor = product.bean(DeadlineWatcher.class);
        survivor.stop();
        Process victim = NODES.startProcess();
        List<UUID> cases = cases();
        Instant killed;
        try (Connection other = product.bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            UUID first = UuidCreator.getTimeOrderedEpoch();
            begin(List.of(first), now());
            deadlines().awaitMissed(first); // by the victim: it watches
            begin(cases, now().plus(MEANWHILE));
            other.setAutoCommit(false);
            statement.execute("lock table es.event in share row exclusive mode"); // now it claims, but cannot tell
            await().until(() -> claimed(cases) == CASES);
            victim.destroyForcibly().waitFor();
            killed = now();
            assertThat(claimed(cases)).isEqualTo(CASES);
            other.rollback();
            other.setAutoCommit(true);
        } finally {
            victim.destroyForcibly();
            survivor.start();
        }

        assertThat(missedOnce(cases))
                .allSatisfy(missed -> assertThat(missed.observedAt()).isAfter(killed));
    }

    /** As if the backup held the log and nothing that is made from it. */
    private static void forgetAllButTheEvents() {
        JdbcClient jdbc = product.bean(JdbcClient.class);
        jdbc.sql("""
                        do $$ declare view text; begin
                            for view in select nspname from pg_namespace where nspname like 'view\\_%' loop
                                execute format('drop schema %I cascade', view);
                            end loop;
                        end $$""").update();
        jdbc.sql("truncate views.generation, views.live, views.failure, es.token, es.deadline_lease")
                .update();
    }

    private static long claimed(List<UUID> cases) {
        return product.bean(JdbcClient.class)
                .sql("select count(*) from es.deadline_lease where case_id in (:cases) and until > clock_timestamp()")
                .param("cases", cases)
                .query(Long.class)
                .single();
    }

    private static Deadlines deadlines() {
        return new Deadlines(product);
    }

    private static void begin(List<UUID> cases, Instant due) {
        cases.forEach(caseId -> deadlines().begin(caseId, due));
    }

    /** Waits until a due instant lies behind: that moment. */
    private static Instant passed(Instant due) {
        return await().until(() -> Instant.now(), due.plusMillis(1)::isBefore);
    }

    private static List<ClockEvent.DeadlineMissed> missedOnce(List<UUID> cases) {
        cases.forEach(deadlines()::awaitMissed);
        assertThat(cases)
                .allSatisfy(caseId -> assertThat(deadlines().missed(caseId)).hasSize(1));
        return cases.stream()
                .map(caseId -> deadlines().missed(caseId).getFirst())
                .toList();
    }

    private static List<Integer> lengths(List<UUID> cases) {
        return cases.stream().map(caseId -> count(caseId, CaseEvent.class)).toList();
    }

    private static int count(UUID caseId, Class<? extends CaseEvent> kind) {
        return deadlines().happened(caseId, kind).size();
    }

    private static List<UUID> cases() {
        return IntStream.range(0, CASES)
                .mapToObj(i -> UuidCreator.getTimeOrderedEpoch())
                .toList();
    }

    private static Instant now() {
        return product.bean(Clock.class).instant();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
