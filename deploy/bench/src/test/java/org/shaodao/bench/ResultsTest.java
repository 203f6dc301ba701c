package org.shaodao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two runs can be compared only as long as their figures go by the same names. */
class ResultsTest {
    @Test
    void the_names_of_the_goals_are_promised() {
        assertThat(Results.PROMISED)
                .containsExactlyInAnyOrder(
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
    }

    @Test
    void what_was_not_measured_is_left_out_and_said() {
        Results results = new Results();
        results.put("heap.mib", 90.5);
        results.put("lag.p99_ms", Double.NaN);
        results.say("date", "2026-01-12T01:00:00Z");

        JsonNode json = JsonMapper.shared().readTree(results.json());

        assertThat(json.propertyNames()).containsExactly("heap.mib", "date");
        assertThat(json.path("heap.mib").asDouble()).isEqualTo(90.5);
        assertThat(results.missing()).contains("lag.p99_ms", "startup.seconds").doesNotContain("heap.mib");
    }
}
