package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Requests give a silent database up after seconds; who waits for another node's turn does not. */
class PatienceTest {
    private static final int SECONDS = 1;
    private static final int CONNECTIONS = 4;

    @Test
    void a_turn_that_takes_long_is_waited_for_and_the_pool_stays_as_impatient_as_it_was(@TempDir Path folder)
            throws Exception {
        Installation installation = Installation.empty(folder);
        installation.node();
        PGSimpleDataSource server = installation.database().unwrap(PGSimpleDataSource.class);
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(server.getURL());
        settings.setUsername(server.getUser());
        settings.addDataSourceProperty("socketTimeout", "" + SECONDS);
        settings.setMaximumPoolSize(CONNECTIONS);
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            assertImpatient(pool);
            CompletableFuture<Vault> opening;
            try (Connection otherNode = installation.database().getConnection()) {
                otherNode.createStatement().execute("select pg_advisory_lock(1)");
                opening = CompletableFuture.supplyAsync(() -> new Installation(pool, folder).node());
                await().pollDelay(Duration.ofSeconds(3 * SECONDS)).until(() -> !opening.isDone());
            }
            assertThat(opening).succeedsWithin(Duration.ofMinutes(1));
            assertImpatient(pool);
        }
    }

    private static void assertImpatient(HikariDataSource pool) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(pool.getConnection());
        }
        for (Connection each : all) {
            assertThat(each.getNetworkTimeout()).isEqualTo(SECONDS * 1_000);
            each.close();
        }
    }
}
