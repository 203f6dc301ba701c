package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.soak.Acknowledgements.Line;
import org.shaodao.soak.Acknowledgements.Word;

/**
 * kill -9 at random moments of work: whatever was acknowledged is in the store, once.
 *
 * <p>System properties: {@code soak.kills} (each kind once among the first five), {@code soak.seed} (by which kinds and moments of kills are drawn), {@code
 * soak.seconds} (the longest time of work before a kill).
 */
class KilledIT {
    private static final int KILLS = Integer.getInteger("soak.kills", 3);
    private static final long SEED = Long.getLong("soak.seed", System.currentTimeMillis());
    private static final int LONGEST_WORK_SECONDS = Integer.getInteger("soak.seconds", 3);
    private static final Duration LONGEST_BEGINNING = Duration.ofSeconds(10);

    private enum Kill {
        APPLICATION,
        POSTMASTER,
        BACKEND,
        BOTH,
        /** The application while it is working, and again while it starts. */
        STARTING
    }

    @Test
    void what_was_acknowledged_is_in_the_store_once_whoever_was_killed(@TempDir(cleanup = ON_SUCCESS) Path folder)
            throws Exception {
        System.out.printf("soak: %d kills, seed %d, in %s%n", KILLS, SEED, folder);
        Random random = new Random(SEED);
        try (UnderLoad load = UnderLoad.begin(folder)) {
            System.out.printf(
                    "soak: first start took %d ms%n", load.firstStart().toMillis());
            Map<Kill, Integer> killed = new EnumMap<>(Kill.class);
            for (Kill kill : drawn(random)) {
                work(Duration.ofMillis(random.nextInt(LONGEST_WORK_SECONDS * 1_000)));
                long before = load.acknowledged();
                long from = System.nanoTime();
                happens(kill, load.product(), random);
                load.product().awaitReady();
                long back = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
                load.awaitMore(20);
                killed.merge(kill, 1, Integer::sum);
                System.out.printf(
                        "soak: %s killed after %d acknowledged steps, ready again after %d ms%n", kill, before, back);
            }
            Comparison comparison = load.compare();
            System.out.printf("soak: killed %s%nsoak: %s%n", killed, comparison);
            comparison.assertNothingLost();
            assertSeesSabotage(load);
        }
    }

    /** A comparison that cannot fail proves nothing: one forged acknowledgement and two doubled steps must be found. */
    private static void assertSeesSabotage(UnderLoad load) throws Exception {
        Line told = load.told().stream()
                .filter(line -> line.word() == Word.STORED)
                .findFirst()
                .orElseThrow();
        Line forged =
                new Line(Word.STORED, told.caller(), "never-sent", told.caseId(), told.version(), 0, "200 forged");
        Comparison sabotaged = load.compareAfterSabotage(forged);
        assertThat(sabotaged.lost()).contains(forged.toString());
        assertThat(sabotaged.twice())
                .hasSize(2)
                .anyMatch(doubled -> doubled.contains("again-"))
                .anyMatch(doubled -> doubled.contains(" at once"));
    }

    /** Every kind at least once, if there are so many, in an order and with repetitions that the seed decides. */
    private static List<Kill> drawn(Random random) {
        List<Kill> kills = new ArrayList<>();
        while (kills.size() < KILLS) {
            List<Kill> round = new ArrayList<>(List.of(Kill.values()));
            Collections.shuffle(round, random);
            kills.addAll(round.subList(0, Math.min(round.size(), KILLS - kills.size())));
        }
        return kills;
    }

    private static void happens(Kill kill, PackagedProduct product, Random random) throws IOException {
        switch (kill) {
            case APPLICATION -> {
                PackagedProduct.kill(product.process().toHandle());
                product.launch();
            }
            case POSTMASTER -> PackagedProduct.kill(product.postmaster());
            case BACKEND -> {
                List<ProcessHandle> children = product.postmaster().children().toList();
                PackagedProduct.kill(children.get(random.nextInt(children.size())));
            }
            case BOTH -> {
                ProcessHandle postmaster = product.postmaster();
                PackagedProduct.kill(product.process().toHandle());
                PackagedProduct.kill(postmaster);
                product.launch();
            }
            case STARTING -> {
                PackagedProduct.kill(product.process().toHandle());
                product.launch();
                work(Duration.ofMillis(random.nextLong(LONGEST_BEGINNING.toMillis())));
                PackagedProduct.kill(product.process().toHandle());
                product.launch();
            }
        }
    }

    private static void work(Duration time) {
        await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }
}
