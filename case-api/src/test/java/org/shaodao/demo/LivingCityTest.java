package org.shaodao.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.InPostgresql;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Session;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.wiring.CityTime;
import org.shaodao.wiring.DemoPast;
import tools.jackson.databind.JsonNode;

/** A small city with some weeks behind it, which goes on living. */
@InPostgresql
class LivingCityTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void the_same_beginning_makes_the_same_city() {
        CaseDesk desk = RunningProduct.shared().bean(CaseDesk.class);
        Instant begin = Instant.parse("2026-03-02T00:00:00Z");
        List<Instant> once = times(new Plan(desk, begin, ZONE));
        assertThat(times(new Plan(desk, begin, ZONE))).isEqualTo(once);
        assertThat(once).isSorted().hasSize(2_000);
        assertThat(once.getLast()).isAfter(begin.plus(Duration.ofDays(7)));
    }

    @Test
    void weeks_lie_behind_with_everything_recorded_when_it_happened_though_it_was_stopped_and_nothing_is_lived_twice() {
        Path data = RunningProduct.emptyFolder();
        RunningProduct brokenOff = RunningProduct.start(data, "--shaodao.demo=true", "--shaodao.demo-weeks=1");
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> lived(data).isAfter(Instant.now().minus(Duration.ofDays(5))));
            assertThat(brokenOff.bean(CityTime.class).stands()).isTrue();
        } finally {
            brokenOff.stop();
        }

        RunningProduct product = RunningProduct.start(data, "--shaodao.demo=true", "--shaodao.demo-weeks=1");
        long demands;
        try {
            lived(product);
            Session district = product.as("duban");
            JsonNode days = json(district, "/api/v1/sla?by=PERIOD&from=" + today().minusDays(8))
                    .get("groups");
            long withDemands =
                    days.valueStream().filter(day -> denominator(day, "0") > 0).count();
            assertThat(withDemands).as("days on which somebody called").isGreaterThan(5);
            JsonNode all = json(district, "/api/v1/sla?from=" + today().minusDays(8))
                    .get("groups")
                    .get(0);
            demands = denominator(all, "0");
            assertThat(demands).isGreaterThan(30);
            assertThat(denominator(all, "1")).isGreaterThan(20);
            assertThat(denominator(all, "8")).isPositive();
            assertThat(denominator(all, "22")).isBetween(20L, demands);
        } finally {
            product.stop();
        }

        RunningProduct again = RunningProduct.start(data, "--shaodao.demo=true", "--shaodao.demo-weeks=1");
        try {
            lived(again);
            JsonNode all = json(again.as("duban"), "/api/v1/sla?from=" + today().minusDays(8))
                    .get("groups")
                    .get(0);
            assertThat(denominator(all, "0")).isBetween(demands, demands + 5);
        } finally {
            again.stop();
        }
    }

    /** Until when everything has happened so far. */
    private static Instant lived(Path data) {
        return DemoPast.in(data.resolve("secrets")).map(DemoPast::lived).orElse(Instant.MIN);
    }

    private static void lived(RunningProduct product) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> !product.bean(CityTime.class).stands());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> product.as("duban").get("/api/v1/sla").status() == 200);
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private static JsonNode json(Session session, String path) {
        return session.get(path).json();
    }

    private static long denominator(JsonNode group, String indicator) {
        return group.get("indicators")
                .valueStream()
                .filter(row -> row.get("indicator").asString().equals(indicator))
                .findFirst()
                .orElseThrow()
                .get("denominator")
                .asLong();
    }

    private static List<Instant> times(Plan plan) {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            times.add(plan.next().at());
        }
        return times;
    }
}
