package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** 统计期. A month is frozen by the district when it is over, and then changes only by corrections that say why. */
class PeriodsTest {
    private static final String PERIODS = "/api/v1/sla/periods";

    private final Town town = Town.shared();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void a_frozen_month_says_so_wherever_its_figures_are_read_and_keeps_its_corrections() {
        JsonNode frozen = Town.accepted(freeze(town.district(), "2011-03", "2011-04-05", null));
        assertThat(frozen.get("knownOn").asString()).isEqualTo("2011-04-05");

        String march = "/api/v1/sla?from=2011-03-01&until=2011-03-31";
        JsonNode figures = Town.accepted(town.street().get(march));
        assertThat(figures.get("frozen")).hasSize(1);
        assertThat(figures.at("/frozen/0/month").asString()).isEqualTo("2011-03");

        freeze(town.district(), "2011-03", "2011-06-30", "three cases were imported late");
        JsonNode corrected = Town.accepted(town.auditor().get(march));
        assertThat(corrected.at("/frozen/0/knownOn").asString()).isEqualTo("2011-06-30");
        assertThat(corrected.at("/frozen/0/history")).hasSize(2);
        assertThat(corrected.at("/frozen/0/history/1/reason").asString()).isEqualTo("three cases were imported late");

        assertThat(Town.accepted(town.auditor().get(march + "&knownOn=" + today))
                        .get("frozen"))
                .as("another moment was asked for")
                .isEmpty();
        assertThat(Town.accepted(town.auditor().get("/api/v1/sla?from=2011-04-01&until=2011-04-30"))
                        .get("frozen"))
                .isEmpty();
    }

    @Test
    void the_same_freeze_twice_is_one() {
        Town.accepted(freeze(town.district(), "2011-05", "2011-06-05", null));
        JsonNode again = Town.accepted(freeze(town.district(), "2011-05", "2011-06-05", null));
        assertThat(again.get("history")).hasSize(1);
    }

    @Test
    void what_cannot_be_frozen_is_told_what_would_be_right() {
        YearMonth month = YearMonth.from(today);
        wrong(freeze(town.district(), month.toString(), today.minusDays(1).toString(), null), "month");
        wrong(freeze(town.district(), "2011-07", today.toString(), null), "knownOn");
        wrong(freeze(town.district(), "2011-07", "2011-07-30", null), "knownOn");
        wrong(freeze(town.district(), "2011-07", null, null), "knownOn");
        wrong(freeze(town.district(), "2011-13", "2012-01-01", null), "month");
        Town.accepted(freeze(town.district(), "2011-08", "2011-09-05", null));
        wrong(freeze(town.district(), "2011-08", "2011-10-05", " "), "reason");
        wrong(freeze(town.district(), "2011-08", "2011-09-04", "earlier"), "knownOn");
        wrong(freeze(town.district(), "2011-08", "2011-10-05", "line\nbreak"), "reason");
    }

    @Test
    void nobody_but_the_district_freezes() {
        for (Session other : new Session[] {town.street(), town.heating(), town.auditor(), town.administrator()}) {
            ProblemAnswer.of(freeze(other, "2011-09", "2011-10-05", null)).is(403, "forbidden");
        }
        String period = "{\"id\": \"2011-10\", \"version\": \"1\", \"knownOn\": \"2011-11-05\"}";
        ProblemAnswer.of(town.administrator()
                        .put(
                                "/api/v1/documents/reporting-period/2011-10/versions/1",
                                RunningProduct.JSON.readTree(period)))
                .is(403, "role-may-not");
    }

    private static Answer freeze(Session who, String month, @Nullable String knownOn, @Nullable String reason) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("knownOn", knownOn);
        body.put("reason", reason);
        return who.put(PERIODS + "/" + month, body);
    }

    private static void wrong(Answer answer, String field) {
        ProblemAnswer.of(answer).is(400, "invalid-fields").fields(field);
    }
}
