package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an installation under load refuses a second start and ends its own life. */
class StartAndStopIT {
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    /** What Kubernetes grants before it kills. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

    @TempDir(cleanup = ON_SUCCESS)
    private static Path folder;

    private static UnderLoad load;

    @BeforeAll
    static void begin() throws Exception {
        load = UnderLoad.begin(folder);
    }

    @AfterAll
    static void compare() throws Exception {
        try (UnderLoad ended = load) {
            ended.compare().assertNothingLost();
        }
    }

    @BeforeEach
    void running() throws IOException {
        if (!load.product().process().isAlive()) {
            load.product().start();
        }
    }

    @Test
    void a_second_application_on_the_folder_says_one_sentence_and_leaves_the_first_alone() throws Exception {
        PackagedProduct second = new PackagedProduct(load.product().data(), folder.resolve("second.txt"));
        second.launch();
        assertThat(second.process().waitFor(PackagedProduct.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();

        assertThat(second.process().exitValue()).isNotZero();
        assertThat(second.output())
                .containsOnlyOnce("is in use by another application (process "
                        + load.product().process().pid())
                .doesNotContain("\tat ", "Exception");
        load.awaitMore(20);
    }

    @Test
    void asked_to_end_it_answers_what_it_has_begun_refuses_the_rest_and_leaves_no_process_behind() throws Exception {
        PackagedProduct product = load.product();
        ProcessHandle postmaster = product.postmaster();
        product.freezeDatabase();
        CompletableFuture<HttpResponse<String>> begun = product.begin(
                "POST",
                "/api/v1/keys",
                "Bearer " + load.key("admin"),
                Map.of("name", "the last", "role", "UNIT", "unit", "linxi-water"));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);

        long from = System.nanoTime();
        product.process().destroy();
        await().atMost(TIME_TO_STOP).until(() -> refusesConnections(product));
        assertThat(begun).isNotDone();
        product.thawDatabase();
        assertThat(begun.get(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS).statusCode())
                .isEqualTo(201);
        assertThat(product.process().waitFor(PackagedProduct.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        System.out.printf("stop: took %d ms under load%n", took.toMillis());

        assertThat(took).isLessThan(TIME_TO_STOP);
        assertThat(product.process().exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(postmaster.isAlive()).isFalse();
        assertThat(product.postgres()).isEmpty();
        product.start();
        load.awaitMore(20);
    }

    private static boolean refusesConnections(PackagedProduct product) throws IOException {
        try (Socket socket = new Socket("localhost", URI.create(product.url()).getPort())) {
            return !socket.isConnected();
        } catch (ConnectException refused) {
            return true;
        }
    }
}
