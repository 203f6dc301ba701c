package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.view.ViewRegistry;
import tools.jackson.databind.JsonNode;

/** Figures over HTTP: whose they are, how they are told apart, and what is wrong with a wrong question. */
class FiguresOverHttpTest {
    private static final String SLA = "/api/v1/sla";

    private final Town town = Town.shared();

    private String whistled() {
        String address = town.whistled();
        counted();
        return address;
    }

    /** Figures come a little later than what they count. */
    private static void counted() {
        ViewRegistry views = RunningProduct.shared().bean(ViewRegistry.class);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> views.status("sla").live().orElseThrow().progress().lag() == 0);
    }

    @Test
    void a_unit_and_a_street_are_told_their_own_figures_and_nobody_elses() {
        whistled();
        ProblemAnswer.of(town.heating().get(SLA + "?unit=" + Town.HOUSING)).is(403, "forbidden");
        ProblemAnswer.of(town.street().get(SLA + "/12/cases?street=elsewhere")).is(403, "forbidden");

        assertThat(units(town.heating().get(SLA + "/12/cases?limit=200"))).containsExactly(Town.HEATING);
        assertThat(units(town.district().get(SLA + "/12/cases?limit=200&unit=" + Town.HOUSING)))
                .containsExactly(Town.HOUSING);
    }

    @Test
    void of_a_case_that_a_reader_may_not_know_of_only_the_count_is_told() {
        whistled();
        JsonNode rows =
                Town.accepted(town.housing().get(SLA + "/22/cases?limit=200")).get("cases");
        assertThat(rows.valueStream().toList()).allSatisfy(row -> {
            assertThat(row.get("unit").asString()).isEqualTo(Town.HOUSING);
            assertThat(row.has("number")).isEqualTo(row.has("caseId"));
        });
    }

    @Test
    void every_indicator_comes_with_its_counts_and_small_counts_without_a_percentage() {
        JsonNode nothing = indicators(town.district().get(SLA + "?unit=nobody"));
        assertThat(nothing).hasSize(31).allSatisfy(indicator -> {
            assertThat(indicator.get("denominator").asLong()).isZero();
            assertThat(indicator.has("rate")).isFalse();
        });
    }

    @Test
    void a_reply_in_the_words_of_an_earlier_one_is_a_signal_whatever_its_numbers_and_commas() {
        long before = copied();
        answered("经查，已于 3 月 2 日调整换热站参数，室温恢复到 20 度，请您放心。");
        assertThat(copied()).isEqualTo(before);
        answered("经查,已于 3 月 9 日调整换热站参数,室温恢复到 19 度,请您放心");
        answered("已修好。");
        answered("已修好。");
        assertThat(copied())
                .as("short replies are alike without anybody having copied")
                .isEqualTo(before + 1);
    }

    private void answered(String text) {
        String address = whistled();
        int version = Town.version(town.heating()
                .post(
                        address + "/dispatches/1/replies",
                        Map.of("kind", "FINAL", "outcome", "SOLVED", "text", text, "evidence", List.of("PHOTO"))));
        Town.history(town.heating(), address, version);
        counted();
    }

    private long copied() {
        return Town.accepted(town.district().get(SLA + "/signals"))
                .valueStream()
                .filter(unit -> unit.get("unit").asString().equals(Town.HEATING))
                .mapToLong(unit -> unit.get("copiedReplies").asLong())
                .sum();
    }

    @Test
    void figures_are_told_apart_by_day_and_the_pages_of_cases_continue() {
        whistled();
        whistled();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        JsonNode days = Town.accepted(town.district().get(SLA + "?by=PERIOD")).get("groups");
        assertThat(days.valueStream().map(day -> day.get("key").asString())).contains(today.toString());

        JsonNode first = Town.accepted(town.heating().get(SLA + "/12/cases?limit=1"));
        assertThat(first.get("cases")).hasSize(1);
        JsonNode second = Town.accepted(town.heating()
                .get(SLA + "/12/cases?limit=1&cursor=" + first.get("next").asString()));
        assertThat(second.get("cases").get(0)).isNotEqualTo(first.get("cases").get(0));
    }

    @Test
    void units_side_by_side_are_measured_by_what_the_city_would_show() {
        whistled();
        JsonNode units = Town.accepted(town.district().get(SLA + "/12/units"));
        assertThat(units).isNotEmpty();
        double observed = units.valueStream()
                .mapToDouble(unit -> unit.get("observed").asDouble())
                .sum();
        double expected = units.valueStream()
                .mapToDouble(unit -> unit.get("expected").asDouble())
                .sum();
        assertThat(expected).isCloseTo(observed, within(1e-6));
    }

    @Test
    void a_demand_is_found_at_the_nearest_place_on_the_map() {
        String grid = Town.COMMUNITY + "/grid-1";
        String house = grid + "/dongmen-xiaoqu/3";
        String address = town.street()
                .post(Town.CASES, Town.but(Town.demand(), "place", house))
                .header("Location");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(demandsAt(grid)).contains(address.substring(Town.CASES.length() + 1)));
        assertThat(demandsAt(house)).isEmpty();
        assertThat(demandsAt(Town.COMMUNITY)).doesNotContain(address.substring(Town.CASES.length() + 1));
        long told = Town.accepted(town.district().get(SLA + "/arrivals"))
                .get("places")
                .propertyStream()
                .filter(place -> place.getKey().startsWith(grid))
                .mapToLong(place -> place.getValue().asLong())
                .sum();
        assertThat(demandsAt(grid)).hasSize((int) told);
    }

    private List<String> demandsAt(String place) {
        return Town.accepted(town.district().get(SLA + "/0/cases?limit=200&place=" + place))
                .get("cases")
                .findValuesAsString("caseId");
    }

    @Test
    void a_wrong_question_is_told_what_would_be_right() {
        wrong("/99/cases", "indicator");
        wrong("?from=2026-13-01", "from");
        wrong("?from=1999-12-31&until=2000-01-31", "from");
        wrong("?from=2026-02-01&until=2026-01-01", "until");
        wrong("?from=2001-01-01&until=2026-01-01", "until");
        wrong("?knownOn=2999-01-01", "knownOn");
        wrong("?from=2026-01-02&until=2026-01-31&by=UNIT", "from");
        wrong("?from=2026-01-01&until=2026-01-30&category=heating", "until");
        wrong("?by=nothing", "by");
        wrong("/1/cases?cursor=nonsense", "cursor");
        wrong("/1/cases?place=linxi", "place");
        wrong("/0/cases?place=linxi&detail=1-09", "detail");
        wrong("/0/cases?place=a%0Ab", "place");
        wrong("/1/cases?result=PERHAPS", "result");
        wrong("/overdue?unit=a&street=b&from=2026-01-01&until=2026-01-31", "unit");
        wrong("?unit=a%0Ab", "unit");
    }

    private void wrong(String question, String field) {
        Answer answer = town.district().get(SLA + question);
        ProblemAnswer.of(answer).is(400, "invalid-fields");
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .as(question)
                .containsExactly(field);
    }

    private static Set<String> units(Answer answer) {
        Set<String> units = new TreeSet<>();
        Town.accepted(answer)
                .get("cases")
                .forEach(row -> units.add(row.get("unit").asString()));
        return units;
    }

    private static JsonNode indicators(Answer answer) {
        return Town.accepted(answer).get("groups").get(0).get("indicators");
    }
}
