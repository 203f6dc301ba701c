package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** Which clocks a dispatch would start, when they would be due, and why. */
class ClockPreviewTest {
    private static final String PREVIEW = "/api/v1/clocks/preview?category=road/manhole&kind=HELP";

    private final Session street = RunningProduct.shared().as("huayuan");

    @Test
    void a_dispatch_on_the_friday_before_a_working_saturday_is_handled_by_working_days_of_the_published_calendar() {
        JsonNode handling = clock(street.get(PREVIEW + "&at=2026-02-13T08:00:00Z"), "HANDLING");

        assertThat(handling.get("name").asString()).isEqualTo("handling");
        assertThat(handling.get("provisional").asBoolean()).isFalse();
        assertThat(explanation(handling))
                .startsWith("Started 2026-02-13 16:00 (Asia/Shanghai)")
                .contains("2026-02-14 is a make-up working day (春节), counted")
                .contains("春节: 2026-02-15 to 2026-02-23 off, not counted")
                .last()
                .asString()
                .startsWith("Due at the end of work, ");
    }

    @Test
    void a_deadline_across_a_new_year_without_a_calendar_is_provisional_and_says_so() {
        JsonNode handling = clock(street.get(PREVIEW + "&at=2026-12-30T08:00:00Z"), "HANDLING");

        assertThat(handling.get("provisional").asBoolean()).isTrue();
        assertThat(explanation(handling))
                .anySatisfy(step -> assertThat(step).startsWith("No calendar is published yet"));
    }

    @Test
    void fifteen_minutes_before_a_holiday_at_midnight_are_fifteen_minutes() {
        JsonNode acknowledgement =
                clock(street.get(PREVIEW + "&urgency=EMERGENCY&at=2026-09-30T15:50:00Z"), "ACKNOWLEDGEMENT");

        assertThat(acknowledgement.get("dueAt").asString()).isEqualTo("2026-09-30T16:05:00Z");
        assertThat(acknowledgement.get("lasts").asString()).isEqualTo("15 minutes around the clock");
    }

    @Test
    void the_explanation_is_in_the_readers_language() {
        JsonNode handling =
                clock(street.header("Accept-Language", "zh-CN").get(PREVIEW + "&at=2026-02-13T08:00:00Z"), "HANDLING");

        assertThat(handling.get("name").asString()).isEqualTo("办理时限");
        assertThat(explanation(handling)).contains("春节放假，2026-02-15 至 2026-02-23 不计");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=HELPP, kind",
        "kind=HELP&at=1900-01-01T00:00:00Z, at",
        "kind=HELP&urgency=soon, urgency",
        "kind=HELP&at=tomorrow, at"
    })
    void a_malformed_question_is_refused_by_name(String asked, String field) {
        Answer answer = street.get("/api/v1/clocks/preview?category=road/manhole&" + asked);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"category=no/such&kind=HELP, category", "category=road/manhole&kind=HELP&whistleKind=loud, whistleKind"
    })
    void codes_that_nobody_registered_are_refused(String asked, String field) {
        Answer answer = street.get("/api/v1/clocks/preview?" + asked);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknown-code");
        assertThat(answer.json().get("facts").get("field").asString()).isEqualTo(field);
    }

    private static JsonNode clock(Answer answer, String kind) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().get("pack").get("id").asString()).isEqualTo("default");
        return StreamSupport.stream(answer.json().get("clocks").spliterator(), false)
                .filter(clock -> clock.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> explanation(JsonNode clock) {
        return StreamSupport.stream(clock.get("explanation").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
