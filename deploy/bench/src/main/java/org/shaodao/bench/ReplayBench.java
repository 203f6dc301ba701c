package org.shaodao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.shaodao.bench.Rebuild.Built;

/** A view built anew by the product and by a plain loop in turn; the view that comes off worse counts. */
final class ReplayBench {
    private static final List<String> VIEWS = List.of("inbox", "history");

    private final Contestant town;
    private final int rebuilds;
    private final PrintStream out;

    ReplayBench(Contestant town, int rebuilds, PrintStream out) {
        this.town = town;
        this.rebuilds = rebuilds;
        this.out = out;
    }

    void run(Results results) throws IOException {
        double worst = Double.POSITIVE_INFINITY;
        for (String view : VIEWS) {
            double[] ours = new double[rebuilds];
            double[] plain = new double[rebuilds];
            for (int i = 0; i < rebuilds; i++) {
                double seconds = town.ask(Built.class, RunGrowth.BUILD, view).seconds();
                Built plainly = town.ask(Built.class, RunGrowth.BUILD_PLAINLY, view);
                ours[i] = plainly.events() / seconds;
                plain[i] = plainly.events() / plainly.seconds();
                out.printf(
                        Locale.ROOT,
                        "%-8s %d events: %.0f /s, plain %.0f /s%n",
                        view,
                        plainly.events(),
                        ours[i],
                        plain[i]);
                results.put("replay.events", (double) plainly.events());
            }
            double ratio = Medians.median(ours) / Medians.median(plain);
            results.put("replay." + view + "_per_second", Medians.median(ours));
            results.put("replay." + view + "_plain_per_second", Medians.median(plain));
            results.put("replay." + view + "_ours_over_jdbc", ratio);
            worst = Math.min(worst, ratio);
        }
        results.put("replay.ours_over_jdbc", worst);
    }
}
