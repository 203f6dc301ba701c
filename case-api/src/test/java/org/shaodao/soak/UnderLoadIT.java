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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.eventstore.AppendLimits;
import org.shaodao.soak.Acknowledgements.Line;
import org.shaodao.soak.Acknowledgements.Word;

/** One installation at work through a silent database, a second start on its folder and an orderly end. */
@Tag("soak")
class UnderLoadIT {
    private static final Duration SILENCE = Duration.ofSeconds(Integer.getInteger("soak.silence", 20));

    /** A request that meets the silence may have waited for a connection before its append. */
    private static final Duration LONGEST_ANSWER = AppendLimits.DEFAULT.answer().plusSeconds(10);

    private static final Set<String> CODES = Set.of(
            "503 store-unavailable",
            "503 outcome-unknown",
            "503 database-unavailable",
            "503 queue-full",
            "503 case-busy");

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
            Comparison comparison = ended.compare();
            System.out.printf("under load: %s%n", comparison);
            comparison.assertNothingLost();
        }
    }

    @BeforeEach
    void running() throws IOException {
        if (!load.product().process().isAlive()) {
            load.product().start();
        }
    }

    @Test
    void a_silent_database_costs_answers_but_no_caller_waits_for_long() throws Exception {
        PackagedProduct product = load.product();
        int before = load.told().size();
        long frozen = System.nanoTime();
        product.freezeDatabase();
        await().atMost(PackagedProduct.PATIENCE).until(() -> !product.ready());
        Duration noticed = Duration.ofNanos(System.nanoTime() - frozen);
        assertThat(noticed).isLessThan(LONGEST_ANSWER);
        assertThat(product.get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
        pause(SILENCE.minus(noticed));
        long thawed = System.nanoTime();
        product.thawDatabase();
        product.awaitReady();
        Duration back = Duration.ofNanos(System.nanoTime() - thawed);
        load.awaitMore(20);

        List<Line> told = load.told();
        List<Line> meanwhile = told.subList(before, told.size());
        List<Line> again =
                meanwhile.stream().filter(line -> line.word() == Word.AGAIN).toList();
        long longest = meanwhile.stream().mapToLong(Line::millis).max().orElse(0);
        System.out.printf(
                "silence: unready after %d ms, ready %d ms after its end; %d answers 503, the longest took %d ms%n",
                noticed.toMillis(), back.toMillis(), again.size(), longest);
        assertThat(again.isEmpty() ? Duration.ofMillis(longest) : SILENCE)
                .as("somebody was told to ask again, or waited until the silence was over")
                .isGreaterThan(SILENCE.dividedBy(2));
        assertThat(again).extracting(Line::note).isSubsetOf(CODES);
        assertThat(Duration.ofMillis(longest)).isLessThan(LONGEST_ANSWER);
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
        pause(Duration.ofSeconds(1));

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

    private static void pause(Duration time) {
        if (time.isPositive()) {
            await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
        }
    }

    private static boolean refusesConnections(PackagedProduct product) throws IOException {
        try (Socket socket = new Socket("localhost", URI.create(product.url()).getPort())) {
            return !socket.isConnected();
        } catch (ConnectException refused) {
            return true;
        }
    }
}
