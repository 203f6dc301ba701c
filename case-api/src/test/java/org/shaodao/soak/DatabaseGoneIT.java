package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.eventstore.AppendLimits;
import org.shaodao.soak.Acknowledgements.Line;
import org.shaodao.soak.Acknowledgements.Word;

/** The database falls silent for a while: callers are told so in time, and afterwards everything is as it was. */
class DatabaseGoneIT {
    private static final Duration SILENCE = Duration.ofSeconds(Integer.getInteger("soak.silence", 20));

    /** A request that meets the silence may wait for a connection before, and for one answer after, the append. */
    private static final Duration LONGEST_ANSWER = AppendLimits.DEFAULT.answer().plusSeconds(10);

    private static final Set<String> CODES = Set.of(
            "503 store-unavailable",
            "503 outcome-unknown",
            "503 database-unavailable",
            "503 queue-full",
            "503 case-busy");

    @Test
    void a_silent_database_costs_answers_but_nothing_that_was_acknowledged(@TempDir(cleanup = ON_SUCCESS) Path folder)
            throws Exception {
        try (UnderLoad load = UnderLoad.begin(folder)) {
            PackagedProduct product = load.product();
            long frozen = System.nanoTime();
            product.freezeDatabase();
            await().atMost(PackagedProduct.PATIENCE).until(() -> !product.ready());
            long noticed = System.nanoTime() - frozen;
            assertThat(product.get("/actuator/health/liveness", "").statusCode())
                    .isEqualTo(200);
            await().pollDelay(SILENCE.minusNanos(Math.min(noticed, SILENCE.toNanos() - 1)))
                    .atMost(PackagedProduct.PATIENCE)
                    .until(() -> true);
            long thawed = System.nanoTime();
            product.thawDatabase();
            product.awaitReady();
            long ready = System.nanoTime() - thawed;
            load.awaitMore(20);

            List<Line> again = load.told().stream()
                    .filter(line -> line.word() == Word.AGAIN)
                    .toList();
            Comparison comparison = load.compare();
            System.out.printf(
                    "silence: unready after %d ms, ready %d ms after its end; %s%n",
                    Duration.ofNanos(noticed).toMillis(),
                    Duration.ofNanos(ready).toMillis(),
                    comparison);
            assertThat(again).isNotEmpty().extracting(Line::note).isSubsetOf(CODES);
            assertThat(Duration.ofMillis(comparison.longest())).isLessThan(LONGEST_ANSWER);
            comparison.assertNothingLost();
        }
    }
}
