package org.shaodao.bench;

import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.core.config.GatlingConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import scala.Option;

/**
 * The requests of a run as Gatling's reports count them: its own reader reads its own log, which is binary. Only a report
 * with charts, which are not under a free licence, would tell as much; the reader is no public API, so a newer Gatling
 * may need another.
 */
final class RequestLog {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final LogFileData log;
    private final GeneralStats all;

    private RequestLog(LogFileData log) {
        this.log = log;
        this.all = log.requestGeneralStats(Option.<String>empty(), Option.empty(), Option.empty())
                .get();
    }

    /** Of the one run in this folder, when it has ended. */
    static RequestLog in(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(folder, 2, (file, _) -> file.endsWith("simulation.log"))) {
            Path log = files.findFirst().orElseThrow(() -> new IOException("no log in " + folder));
            return new RequestLog(new LogFileReader(log.toFile(), GatlingConfiguration.load()).read());
        }
    }

    long requests() {
        return all.count();
    }

    /** From then until the last answer. */
    double secondsSince(long millis) {
        return (log.runInfo().injectEnd() - millis) / MILLIS_PER_SECOND;
    }

    /** Milliseconds, whole ones: that is how Gatling counts. */
    double percentile(double rank) {
        return (int) all.percentile().apply(rank);
    }
}
