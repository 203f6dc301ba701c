package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** kill -9 in the middle of an import: the same command goes on, and no row is lost or taken twice. */
@Tag("soak")
class KilledImportIT {
    private static final int ROWS = 1_500;
    private static final int READ_BEFORE_THE_KILL = 200;
    private static final int EVENTS_OF_AN_OPEN_ROW = 2;
    private static final int EVENTS_OF_A_CLOSED_ROW = 5;
    private static final String IMPORT = "/api/v1/imports/rows.csv";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_import_killed_in_the_middle_is_completed_by_the_same_request(@TempDir(cleanup = ON_SUCCESS) Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("rows.csv"), rows());
        try (PackagedProduct product = new PackagedProduct(folder.resolve("data"), folder.resolve("application.txt"))) {
            product.start();
            String key = product.issueKeys().get("admin");
            CompletableFuture<HttpResponse<String>> killed = begin(product, key, file);
            await().atMost(PackagedProduct.PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> read(product, key) >= READ_BEFORE_THE_KILL);
            PackagedProduct.kill(product.process().toHandle());
            assertThat(killed).failsWithin(PackagedProduct.PATIENCE);

            product.start();
            assertThat(product.json(IMPORT, key).path("state").asString()).isEqualTo("INTERRUPTED");
            HttpResponse<String> done =
                    begin(product, key, file).get(PackagedProduct.PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
            JsonNode counts = JsonMapper.shared().readTree(done.body()).path("counts");
            assertThat(counts.path("read").asInt()).isEqualTo(ROWS);
            assertThat(counts.path("rejected").asInt()).isZero();
            assertThat(counts.path("alreadyThere").asInt()).isBetween(READ_BEFORE_THE_KILL / 2, ROWS - 1);
            assertThat(counts.path("opened").asInt()
                            + counts.path("alreadyThere").asInt())
                    .isEqualTo(ROWS);
            assertThat(events(product)).isEqualTo(ROWS / 2 * (EVENTS_OF_AN_OPEN_ROW + EVENTS_OF_A_CLOSED_ROW));
        }
    }

    /** Every second row is closed. */
    private static String rows() {
        StringJoiner rows = new StringJoiner("\n");
        rows.add("case_id,created_at,closed_at,updated_at,status,agency,agency_name,category,subcategory,channel,"
                + "district,area,address,resolution");
        LocalDateTime from = LocalDateTime.of(2026, 3, 2, 8, 0);
        for (int row = 0; row < ROWS; row++) {
            boolean closed = row % 2 == 1;
            rows.add("r%d,%s,%s,,%s,DSNY,Sanitation,Litter,,PHONE,North,Hill,,%s"
                    .formatted(
                            row,
                            from.plusMinutes(row),
                            closed ? from.plusMinutes(row).plusDays(1) : "",
                            closed ? "Closed" : "Open",
                            closed ? "swept" : ""));
        }
        return rows.toString();
    }

    private CompletableFuture<HttpResponse<String>> begin(PackagedProduct product, String key, Path file)
            throws IOException {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(product.url() + IMPORT + "?source=town&zone=UTC"))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "text/csv")
                        .PUT(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int read(PackagedProduct product, String key) throws IOException {
        HttpResponse<String> job = product.get(IMPORT, "Bearer " + key);
        return job.statusCode() == 200
                ? JsonMapper.shared()
                        .readTree(job.body())
                        .path("counts")
                        .path("read")
                        .asInt()
                : 0;
    }

    private static long events(PackagedProduct product) throws SQLException, IOException {
        try (Connection database = product.database();
                Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from es.event where payload_type like 'casefile.%'"
                                + " and metadata like '%\"channel\":\"import\"%'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
