package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.InPostgresql;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where too many steps wait for the store, the next is told so at once, and what waits is stored all the same. */
@InPostgresql
class QueueFullTest {
    private static final int PLACES = 2;
    private static final AppendLimits FEW = new AppendLimits(
            PLACES,
            Duration.ofMillis(50),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            1,
            2_000,
            2_000_000,
            Duration.ofSeconds(20));

    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final List<Appender> OWN = new ArrayList<>();
    private static RunningProduct product;

    @BeforeAll
    static void start() {
        List<AppendConnections> connections = new ArrayList<>();
        product = RunningProduct.start(
                RunningProduct.emptyFolder(),
                bean -> {
                    if (bean instanceof AppendConnections found) {
                        connections.add(found);
                    }
                    return bean instanceof Appender wide ? few(wide, connections.getFirst()) : bean;
                },
                "--shaodao.demo=true");
    }

    private static Appender few(Appender wide, AppendConnections connections) {
        wide.close();
        OWN.add(Appender.start(connections, FEW, SessionTimeouts.DEFAULT, METERS));
        return OWN.getFirst();
    }

    @AfterAll
    static void stop() {
        product.stop();
        OWN.forEach(Appender::close);
    }

    @Test
    void one_step_too_many_is_told_to_come_again_and_none_of_the_others_is_lost() throws Exception {
        try (Connection elsewhere = product.bean(DataSource.class).getConnection();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            execute(elsewhere, "select pg_advisory_lock(" + AppendSession.LOCK_KEY + ")");
            List<Future<Answer>> waiting = new ArrayList<>();
            for (int i = 0; i <= PLACES; i++) { // one is being written
                waiting.add(callers.submit(QueueFullTest::raise));
            }
            await().until(() -> METERS.get("shaodao.append.queue").gauge().value() == PLACES);

            Answer tooMany = raise();

            assertThat(tooMany.status()).isEqualTo(503);
            assertThat(tooMany.code()).isEqualTo("queue-full");
            assertThat(tooMany.header("Retry-After")).isNotEmpty();
            execute(elsewhere, "select pg_advisory_unlock_all()");
            for (Future<Answer> each : waiting) {
                assertThat(each.get().status()).isEqualTo(201);
                assertThat(events(each.get().json().path("caseId").asString())).isPositive();
            }
            assertThat(raise().status()).isEqualTo(201);
        }
    }

    private static Answer raise() {
        return product.as("huayuan")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", """
                {"kind": "HELP", "channel": "HOTLINE", "category": "heating/cold-home", "place": "linxi/huayuan/dongmen",
                 "subject": "暖气不热", "narrative": "家里只有十四度。", "name": "王女士", "address": "东门小区"}""");
    }

    private static long events(String caseId) {
        return JdbcClient.create(product.bean(DataSource.class))
                .sql("select count(*) from es.event where aggregate_id = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
