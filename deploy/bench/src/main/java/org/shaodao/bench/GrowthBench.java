package org.shaodao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shaodao.bench.RunGrowth.Grown;

/** What becomes of readers, disk and memory when a town has many cases, and how fast its log is replayed. */
final class GrowthBench {
    private static final List<String> READ = List.of("inbox", "dashboard", "history");
    private static final String NAME = "growth";

    private final Server server;
    private final Path folder;
    private final Sizes sizes;
    private final PrintStream out;

    GrowthBench(Server server, Path folder, Sizes sizes, PrintStream out) {
        this.server = server;
        this.folder = folder;
        this.sizes = sizes;
        this.out = out;
    }

    /**
     * Lets a town grow.
     *
     * @param read whether its readers are looked at; if not, it grows no further than replay needs
     * @param replay whether views are built anew, once there are enough events
     */
    void run(boolean read, boolean replay, Results results) throws IOException, SQLException {
        List<String> installation = Product.arguments(server.installation(NAME));
        try (Contestant town = Contestant.start(NAME, RunGrowth.class, folder, Product.HEAP, installation)) {
            Map<String, Double> smallest = new LinkedHashMap<>();
            long events = 0;
            boolean replayed = !replay;
            for (int cases : sizes.cases()) {
                Grown grown = town.ask(Grown.class, RunGrowth.GROW, cases);
                out.printf("%d cases: %s%n", cases, grown);
                events += grown.events();
                results.put("growth.events_per_life", grown.eventsPerLife());
                results.put("growth.views_events_per_second", grown.events() / grown.knownSeconds());
                server.checkpoint();
                if (read) {
                    read(town, cases, smallest, results);
                }
                if (!replayed && events >= sizes.replayed()) {
                    new ReplayBench(town, sizes.rebuilds(), out).run(results);
                    replayed = true;
                    if (!read) {
                        return;
                    }
                }
            }
            results.put("heap.mib", town.ask(Double.class, RunGrowth.HEAP));
        }
    }

    private void read(Contestant town, int cases, Map<String, Double> smallest, Results results)
            throws IOException, SQLException {
        results.put("growth.cases", cases);
        results.put("growth.smallest_cases", sizes.cases().getFirst());
        for (String what : READ) {
            Round round = town.ask(Round.class, RunGrowth.READ, what, sizes.reads());
            out.println(round.row(what));
            double before = smallest.computeIfAbsent(what, first -> round.p99());
            results.put("growth." + what + "_p50_ms", round.p50());
            results.put("growth." + what + "_p99_ms", round.p99());
            results.put("growth." + what + "_p99_ms.ratio", round.p99() / before);
        }
        results.put("disk.bytes_per_case", (double) server.bytes(NAME, NAME + "_vault") / cases);
    }
}
