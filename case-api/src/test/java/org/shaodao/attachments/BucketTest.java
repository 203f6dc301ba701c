package org.shaodao.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;

/** Attachments in a store that speaks the S3 protocol: a real server, a process of its own. */
class BucketTest {
    private static Process store;
    private static int port;

    @BeforeAll
    static void start_the_store() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String jar = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.contains("s3mock"))
                .findFirst()
                .orElseThrow();
        store = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        jar,
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.store.initialBuckets=attachments")
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(Files.createDirectories(Path.of("target")), "s3mock", ".log")
                        .toFile())
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> answers());
    }

    @AfterAll
    static void end_it() {
        store.destroyForcibly();
    }

    private static boolean answers() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/attachments"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        }
    }

    private static String[] settings() {
        return new String[] {
            "--shaodao.demo=true",
            "--shaodao.attachments.bucket.endpoint=http://localhost:" + port,
            "--shaodao.attachments.bucket.region=local",
            "--shaodao.attachments.bucket.name=attachments",
            "--shaodao.attachments.bucket.access-key=key",
            "--shaodao.attachments.bucket.secret-key=secret"
        };
    }

    @Test
    void files_are_kept_in_the_bucket_and_an_outage_loses_nothing() throws Exception {
        RunningProduct product = RunningProduct.start(RunningProduct.emptyFolder(), settings());
        try {
            Session street = product.as("huayuan");
            Answer uploaded =
                    SampleFiles.upload(street, "/api/v1/attachments", "x", SampleFiles.photo(60, 40, "somewhere"));
            assertThat(uploaded.status()).as(uploaded.response().body()).isEqualTo(201);
            String ticket = uploaded.json().at("/files/0/ticket").asString();
            Map<String, Object> demand = UploadTest.demand();
            demand.put("attachments", List.of(ticket));
            String address = "/api/v1/cases/"
                    + street.post("/api/v1/cases", demand).json().get("caseId").asString();
            street.get(address + "?minVersion=0");
            String file = address + "/attachments/" + ticket.substring(0, 36);
            assertThat(street.get(file).status()).isEqualTo(200);
            try (Stream<Path> folder = Files.list(product.data().resolve("attachments"))) {
                assertThat(folder).as("nothing stays on the node").isEmpty();
            }
            assertThat(product.bean(AttachmentSweeper.class)
                            .sweep(java.time.Instant.now().plusSeconds(1)))
                    .isZero();

            store.destroyForcibly().waitFor();
            assertThat(street.get(file).code()).isEqualTo("attachment-store-unavailable");
            assertThat(SampleFiles.upload(street, "/api/v1/attachments", "x", SampleFiles.paper(""))
                            .code())
                    .isEqualTo("attachment-store-unavailable");
            try (Stream<Path> folder = Files.list(product.data().resolve("attachments"))) {
                assertThat(folder).as("nor after an outage").isEmpty();
            }
        } finally {
            product.stop();
        }
        assertThatThrownBy(() -> new AttachmentWiring()
                        .attachmentStore(new AttachmentSettings(
                                product.data(),
                                new AttachmentSettings.Bucket(
                                        URI.create("http://localhost:" + port),
                                        "local",
                                        "attachments",
                                        "key",
                                        "secret"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                1,
                                1,
                                1)))
                .hasMessageStartingWith("Shaodao does not start: the bucket attachments at http://localhost:" + port);
    }
}
