package org.shaodao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Durable commands a second: each contestant in its own JVM, warm, one after the other in every round. */
final class EngineBench implements AutoCloseable {
    static final String RAW = "raw";
    static final String STOCK = "stock";
    static final String MINIMAL = "minimal";
    static final String CASEFILE = "casefile";
    static final String PROJECTED = "projected";
    static final String FLOWABLE = "flowable";

    /** Of what the product was found to keep up with. */
    private static final double STEADY = 0.7;

    /** A round that was not faster than the best by so much was not faster. */
    private static final double FASTER = 1.03;

    /** So many rounds in a row that were not faster, and it is warm. */
    private static final int NO_FASTER = 2;

    private final Server server;
    private final Path folder;
    private final Sizes sizes;
    private final PrintStream out;
    private final List<Contestant> contestants = new ArrayList<>();
    private double projectedPerSecond = Double.NaN;

    EngineBench(Server server, Path folder, Sizes sizes, PrintStream out) {
        this.server = server;
        this.folder = folder;
        this.sizes = sizes;
        this.out = out;
    }

    /**
     * Starts and warms them; one that does not start is left out, and said so.
     *
     * @param all whether others than the product are wanted
     */
    void start(boolean all) throws SQLException {
        start(PROJECTED, RunProjected.class, Product.arguments(server.installation(PROJECTED)));
        if (all) {
            startOthers();
        }
        for (Contestant contestant : List.copyOf(contestants)) {
            warm(contestant);
        }
    }

    /** Until it gets no faster. */
    private void warm(Contestant contestant) throws SQLException {
        double best = 0;
        int slower = 0;
        for (int i = 0; i < sizes.warmings() && slower < NO_FASTER && contestants.contains(contestant); i++) {
            Medians one = new Medians();
            round(contestant, sizes.clients().getLast(), one);
            double perSecond = one.perSecond(contestant.name());
            slower = perSecond < best * FASTER ? slower + 1 : 0;
            best = Math.max(best, perSecond);
        }
    }

    private void startOthers() throws SQLException {
        start(RAW, RunRaw.class, server.database(RAW).arguments());
        start(MINIMAL, RunMinimal.class, server.database(MINIMAL).arguments());
        start(STOCK, RunStock.class, server.database(STOCK).arguments());
        start(CASEFILE, RunCaseFile.class, Product.arguments(server.installation(CASEFILE)));
        start(FLOWABLE, RunFlowable.class, server.database(FLOWABLE).arguments());
    }

    private void start(String name, Class<?> main, List<String> arguments) {
        try {
            contestants.add(Contestant.start(name, main, folder, Product.HEAP, arguments));
        } catch (IOException e) {
            out.printf("%s is left out: %s%n", name, e.getMessage());
        }
    }

    /** All rounds, and the ratios of their medians. */
    void run(Results results) throws SQLException {
        for (int clients : sizes.clients()) {
            Medians medians = new Medians();
            for (int i = 0; i < sizes.rounds(); i++) {
                out.printf("%nround %d of %d, %d clients%n", i + 1, sizes.rounds(), clients);
                round(clients, medians);
            }
            tell(medians, "c" + clients, results);
            projectedPerSecond = medians.perSecond(PROJECTED);
        }
    }

    private void round(int clients, Medians medians) throws SQLException {
        for (Contestant contestant : List.copyOf(contestants)) {
            round(contestant, clients, medians);
        }
    }

    private void round(Contestant contestant, int clients, Medians medians) throws SQLException {
        server.checkpoint();
        try {
            Round round = contestant.run(clients, sizes.millis());
            medians.add(contestant.name(), round);
            out.println(round.row(contestant.name()));
        } catch (IOException e) {
            out.printf("%s is left out from now on: %s%n", contestant.name(), e.getMessage());
            contestants.remove(contestant);
            contestant.close();
        }
    }

    private void tell(Medians medians, String clients, Results results) {
        out.printf("%nmedians, %s%n", clients);
        for (String name : medians.names()) {
            results.put("engine." + name + "_per_second." + clients, medians.perSecond(name));
            results.put("engine." + name + "_cpu_us." + clients, medians.cpuPerCommand(name));
            results.put("engine." + name + "_p99_ms." + clients, medians.of(name, Round::p99));
            out.printf(
                    Locale.ROOT,
                    "%-12s %10.0f /s %6.2f × raw %9.0f µs %6.2f × raw%n",
                    name,
                    medians.perSecond(name),
                    medians.perSecond(name) / medians.perSecond(RAW),
                    medians.cpuPerCommand(name),
                    medians.cpuPerCommand(name) / medians.cpuPerCommand(RAW));
        }
        results.put("engine.ours_over_raw." + clients, medians.perSecond(MINIMAL) / medians.perSecond(RAW));
        results.put("engine.cpu_over_raw." + clients, medians.cpuPerCommand(MINIMAL) / medians.cpuPerCommand(RAW));
        results.put("engine.ours_over_stock." + clients, medians.perSecond(MINIMAL) / medians.perSecond(STOCK));
        results.put("engine.casefile_over_raw." + clients, medians.perSecond(CASEFILE) / medians.perSecond(RAW));
        results.put(
                "engine.casefile_projected_over_flowable." + clients,
                medians.perSecond(PROJECTED) / medians.perSecond(FLOWABLE));
    }

    /** How soon a step is seen while steps go on at a rate that the views keep up with. */
    void lag(Results results) throws IOException {
        Contestant projected = projected();
        if (Double.isNaN(projectedPerSecond)) {
            projectedPerSecond =
                    projected.run(sizes.clients().getLast(), sizes.millis()).perSecond();
        }
        double rate = STEADY * projectedPerSecond;
        projected.ask(Round.class, RunProjected.LAG, rate, sizes.millis());
        Medians medians = new Medians();
        for (int i = 0; i < sizes.rounds(); i++) {
            Round round = projected.ask(Round.class, RunProjected.LAG, rate, sizes.millis());
            medians.add(PROJECTED, round);
            out.println(round.row("lag"));
        }
        results.put("lag.commands_per_second", medians.perSecond(PROJECTED));
        results.put("lag.p50_ms", medians.of(PROJECTED, Round::p50));
        results.put("lag.p99_ms", medians.of(PROJECTED, Round::p99));
    }

    private Contestant projected() throws IOException {
        return contestants.stream()
                .filter(contestant -> contestant.name().equals(PROJECTED))
                .findFirst()
                .orElseThrow(() -> new IOException("the product with its views does not run"));
    }

    @Override
    public void close() {
        contestants.forEach(Contestant::close);
    }
}
