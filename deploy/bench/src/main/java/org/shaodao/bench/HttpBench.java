package org.shaodao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.shaodao.bench.RunServed.Door;

/**
 * The product over HTTP with keys, validation and views: how much it takes in a closed loop, and at a share of that, as
 * if the clients did not wait for each other, what a request costs and how long it takes.
 */
final class HttpBench {
    private static final double STEADY = 0.7;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final double MICROS_PER_SECOND = 1e6;

    private final Server server;
    private final Path folder;
    private final Sizes sizes;
    private final PrintStream out;

    HttpBench(Server server, Path folder, Sizes sizes, PrintStream out) {
        this.server = server;
        this.folder = folder;
        this.sizes = sizes;
        this.out = out;
    }

    void run(Results results) throws IOException, SQLException, InterruptedException {
        List<String> installation = Product.arguments(server.installation("served"));
        try (Contestant product = Contestant.start("served", RunServed.class, folder, Product.HEAP, installation)) {
            run(new Clients(product.ask(Door.class, "door"), server.postmaster(), folder), results);
        }
    }

    private void run(Clients clients, Results results) throws IOException, InterruptedException {
        Duration round = Duration.ofSeconds(Math.max(1, sizes.millis() / MILLIS_PER_SECOND));
        Duration warming = Duration.ofSeconds(sizes.warmingSeconds());
        out.println(clients.work("warming", Duration.ZERO, warming, null).row("warming"));
        Medians medians = new Medians();
        for (int i = 0; i < sizes.rounds(); i++) {
            Round closed = clients.work("closed-" + i, round, round, null);
            medians.add("closed", closed);
            out.println(closed.row("closed"));
        }
        double rate = STEADY * medians.perSecond("closed");
        for (int i = 0; i < sizes.rounds(); i++) {
            Round open = clients.work("open-" + i, round, round, rate);
            medians.add("open", open);
            out.println(open.row("at 70 %"));
        }
        results.put("http.most_requests_per_second", medians.perSecond("closed"));
        results.put("http.requests_per_second", medians.perSecond("open"));
        results.put("http.requests_per_cpu_second", MICROS_PER_SECOND / medians.cpuPerCommand("open"));
        results.put("http.p50_ms", medians.of("open", Round::p50));
        results.put("http.p99_ms", medians.of("open", Round::p99));
    }
}
