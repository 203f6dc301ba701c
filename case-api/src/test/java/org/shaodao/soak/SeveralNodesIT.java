package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.postgres.EmbeddedPostgresServer;

/**
 * Processes of the packaged jar on one PostgreSQL, any of which takes any step. {@code -Dsoak.old-jar} names the version
 * that they are of at first; left out, it is the one that takes its place.
 */
@Tag("soak")
class SeveralNodesIT {
    private static final int STEPS = 60;

    @Test
    void one_that_is_killed_and_all_that_are_upgraded_cost_nobody_a_step(@TempDir(cleanup = ON_SUCCESS) Path folder)
            throws Exception {
        Path newer = PackagedProduct.built();
        Path older = Optional.ofNullable(System.getProperty("soak.old-jar"))
                .map(Path::of)
                .orElse(newer);
        Path data = folder.resolve("data");
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data)) {
            List<String> database = List.of(
                    "--shaodao.database.url=" + server.eventsUrl(),
                    "--shaodao.database.vault-url=" + server.vaultUrl(),
                    "--shaodao.database.user=" + server.user(),
                    "--shaodao.database.password=" + server.password());
            PackagedProduct one = new PackagedProduct(data, folder.resolve("one.txt"), older, database);
            PackagedProduct other = new PackagedProduct(data, folder.resolve("other.txt"), older, database);
            try (UnderLoad load = UnderLoad.begin(folder, List.of(one, other))) {
                await().atMost(PackagedProduct.PATIENCE)
                        .untilAsserted(() -> assertThat(owners(one)).hasSize(2));
                load.awaitMore(STEPS);
                assertThat(appended(one, load)).as("steps of one node").isPositive();
                assertThat(appended(other, load)).as("steps of the other").isPositive();

                PackagedProduct.kill(other.process().toHandle());
                long killed = System.nanoTime();
                await().atMost(PackagedProduct.PATIENCE)
                        .untilAsserted(() -> assertThat(owners(one)).hasSize(1));
                Duration alone = Duration.ofNanos(System.nanoTime() - killed);
                load.awaitMore(STEPS);

                other.upgradeTo(newer);
                load.awaitMore(STEPS);
                one.upgradeTo(newer);
                load.awaitMore(STEPS);

                Comparison comparison = load.compare();
                System.out.printf("nodes: work taken over %d ms after a kill; %s%n", alone.toMillis(), comparison);
                comparison.assertNothingLost();
            }
        }
    }

    /** Who works on the views. */
    private static List<String> owners(PackagedProduct node) throws SQLException, IOException {
        try (Connection database = node.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select array_agg(distinct coalesce(owner, 'nobody')) from es.token
                        where processor_name like '%@%'""")) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }

    private static double appended(PackagedProduct node, UnderLoad load) throws IOException {
        return node.get("/actuator/prometheus", "Bearer " + load.key("admin"))
                .body()
                .lines()
                .filter(line -> line.startsWith("shaodao_append_batch") && line.contains("_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
