package org.shaodao.bench;

import java.util.Locale;
import java.util.Map;

/**
 * What one contestant did in one round.
 *
 * @param commands steps that were durable, and projected where the contestant projects, before the round ended
 * @param seconds from the first command until that was so
 * @param applicationMicros processor time of the contestant's process
 * @param databaseMicros of all processes of PostgreSQL
 * @param p50 milliseconds of half of the commands at most
 * @param p99 of 99 in 100
 * @param more what only this contestant can tell
 */
record Round(
        long commands,
        double seconds,
        double applicationMicros,
        double databaseMicros,
        double p50,
        double p99,
        Map<String, Double> more) {
    double perSecond() {
        return commands / seconds;
    }

    /** Processor time of a command, application and database. */
    double cpuPerCommand() {
        return (applicationMicros + databaseMicros) / Math.max(1, commands);
    }

    /** As a row of a table. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-12s %10.0f /s %9.0f µs (app %.0f + db %.0f) p50 %.2f ms p99 %.2f ms%s",
                name,
                perSecond(),
                cpuPerCommand(),
                applicationMicros / Math.max(1, commands),
                databaseMicros / Math.max(1, commands),
                p50,
                p99,
                more.isEmpty() ? "" : " " + more);
    }
}
