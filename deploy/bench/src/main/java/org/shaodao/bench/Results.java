package org.shaodao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run found out, under names that stay, so that two runs can be compared. What was not measured is not there. */
final class Results {
    /** What a whole run measures, beside the figures that these were made of. */
    static final List<String> PROMISED = List.of(
            "engine.ours_over_raw.c32",
            "engine.cpu_over_raw.c32",
            "engine.ours_over_stock.c32",
            "engine.casefile_over_raw.c32",
            "engine.casefile_projected_over_flowable.c32",
            "replay.ours_over_jdbc",
            "lag.p99_ms",
            "http.requests_per_cpu_second",
            "http.p99_ms",
            "growth.cases",
            "growth.inbox_p99_ms",
            "growth.dashboard_p99_ms",
            "growth.history_p99_ms",
            "growth.inbox_p99_ms.ratio",
            "growth.dashboard_p99_ms.ratio",
            "growth.history_p99_ms.ratio",
            "disk.bytes_per_case",
            "heap.mib",
            "startup.seconds");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> found = new LinkedHashMap<>();

    /** Keeps a figure; one that is no number, because something was divided by nothing, is none. */
    void put(String name, double value) {
        if (Double.isFinite(value)) {
            found.put(name, value);
        }
    }

    /** Keeps what was measured, with what and when. */
    void say(String name, String value) {
        found.put(name, value);
    }

    /** The promised names without a figure. */
    List<String> missing() {
        return PROMISED.stream().filter(name -> !found.containsKey(name)).toList();
    }

    /** Says on a stream what was promised and measured, and what was not. */
    void print(PrintStream out) {
        out.println();
        found.forEach((name, value) -> out.printf("%-46s %s%n", name, told(value)));
        missing().forEach(name -> out.printf("%-46s not measured%n", name));
    }

    private static String told(Object value) {
        return value instanceof Double number ? "%.3f".formatted(number) : value.toString();
    }

    /** One flat JSON object. */
    String json() {
        return JSON.writeValueAsString(found);
    }

    /** Writes it to a file. */
    void write(Path file) throws IOException {
        Files.writeString(file, json());
    }
}
