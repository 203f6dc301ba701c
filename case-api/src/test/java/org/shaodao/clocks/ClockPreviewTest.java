package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Which clocks a dispatch would start, when they would be due, and why. */
class ClockPreviewTest {
    private static final String PREVIEW = "/api/v1/clocks/preview?category=road/manhole&kind=HELP";

    private static final String PASSWORD = "preview-password";

    private final Session street = RunningProduct.shared().as("huayuan");

    /** A calendar that only a street of its own goes by. */
    @BeforeAll
    static void publishCalendar() {
        RunningProduct product = RunningProduct.shared();
        Accounts accounts = product.bean(Accounts.class);
        accounts.createIfAbsent("preview-administrator", Role.ADMINISTRATOR, null, PASSWORD, false);
        Session administrator = product.as("preview-administrator", PASSWORD);
        publish(administrator, "1", "2020-01-01T00:00:00Z", "");
        publish(administrator, "2", "2099-01-01T00:00:00Z", """
                {"year": 2026, "notices": ["https://example.org/notice"],
                 "days": [{"date": "2026-03-09", "name": "Founding Day", "off": true}]}""");
        Answer registered = administrator.put("/api/v1/documents/registry/preview/versions/1", """
                {"id": "preview", "version": "1", "roles": [], "categories": [], "calls": [],
                 "places": [{"code": "preview", "kind": "DISTRICT", "zh": "某区", "en": "Some District"}],
                 "units": [{"code": "preview-street", "kind": "STREET", "place": "preview", "zh": "某街道",
                            "en": "Some Street", "active": true, "calendar": "preview-days"}]}""");
        assertThat(registered.status()).as(registered.response().body()).isEqualTo(201);
        accounts.createIfAbsent("preview-street", Role.STREET, "preview-street", PASSWORD, false);
    }

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
    void every_clock_says_how_long_it_lasts_progress_half_as_long_as_handling() {
        Answer preview = street.get(PREVIEW + "&at=2026-03-02T01:00:00Z");

        assertThat(clock(preview, "HANDLING").get("lasts").asString()).isEqualTo("5 working days");
        assertThat(clock(preview, "PROGRESS").get("lasts").asString()).isEqualTo("half of the time for handling");
    }

    @Test
    void the_explanation_is_in_the_readers_language() {
        JsonNode handling =
                clock(street.header("Accept-Language", "zh-CN").get(PREVIEW + "&at=2026-02-13T08:00:00Z"), "HANDLING");

        assertThat(handling.get("name").asString()).isEqualTo("办理时限");
        assertThat(explanation(handling)).contains("春节放假，2026-02-15 至 2026-02-23 不计");
    }

    @Test
    void a_sample_pack_that_is_not_followed_here_says_how_long_the_same_dispatch_would_have_there() {
        String monday = PREVIEW + "&at=2026-03-02T01:00:00Z";
        Answer here = street.get(monday);
        Answer there = street.get(monday + "&pack=sample-tianjin/1");

        assertThat(here.json().at("/pack/id").asString()).isEqualTo("default");
        assertThat(there.json().at("/pack/id").asString()).isEqualTo("sample-tianjin");
        assertThat(there.json().at("/pack/version").asString()).isEqualTo("1");
        assertThat(clock(here, "ACKNOWLEDGEMENT").get("dueAt").asString()).isEqualTo("2026-03-02T06:30:00Z");
        assertThat(clock(there, "ACKNOWLEDGEMENT").get("dueAt").asString()).isEqualTo("2026-03-03T09:30:00Z");
        assertThat(clock(there, "ACKNOWLEDGEMENT").get("source").asString()).isEqualTo("tianjin-2024");
        assertThat(street.get(monday + "&pack=sample-tianjin").response().body())
                .as("without a version the one in force")
                .isEqualTo(there.response().body());
    }

    @Test
    void each_version_of_a_calendar_says_what_it_knows_of_a_holiday_in_force_or_not() {
        String friday = PREVIEW + "&at=2026-03-06T01:00:00Z";
        JsonNode older = clock(street.get(friday + "&calendar=preview-days/1"), "HANDLING");
        JsonNode newer = clock(street.get(friday + "&calendar=preview-days/2"), "HANDLING");

        assertThat(older.get("dueAt").asString()).isEqualTo("2026-03-13T09:30:00Z");
        assertThat(older.get("provisional").asBoolean()).isTrue();
        assertThat(newer.get("dueAt").asString()).isEqualTo("2026-03-16T09:30:00Z");
        assertThat(newer.get("provisional").asBoolean()).isFalse();
        assertThat(explanation(newer)).anySatisfy(step -> assertThat(step).startsWith("Founding Day"));
        assertThat(street.get(friday + "&calendar=preview-days")
                        .json()
                        .at("/calendar/version")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void a_street_with_a_calendar_of_its_own_counts_by_it_whoever_asks() {
        Session own = RunningProduct.shared().as("preview-street", PASSWORD);

        assertThat(calendar(street.get(PREVIEW))).isEqualTo("cn");
        assertThat(calendar(street.get(PREVIEW + "&street=preview-street"))).isEqualTo("preview-days");
        assertThat(calendar(own.get(PREVIEW))).isEqualTo("preview-days");
        assertThat(calendar(own.get(PREVIEW + "&pack=sample-tianjin"))).isEqualTo("preview-days");
        assertThat(calendar(own.get(PREVIEW + "&calendar=cn"))).isEqualTo("cn");
    }

    @Test
    void whoever_is_called_to_an_appointed_time_arrives_by_it_and_has_everything_else_as_without() {
        String whistle = PREVIEW + "&whistleKind=resident-demand&at=2026-03-02T01:00:00Z";
        Answer atOnce = street.get(whistle);
        Answer appointed = street.get(whistle + "&reportAt=2026-03-04T06:00:00Z");

        assertThat(clock(atOnce, "ARRIVAL").get("dueAt").asString()).isEqualTo("2026-03-03T09:30:00Z");
        JsonNode arrival = clock(appointed, "ARRIVAL");
        assertThat(arrival.get("dueAt").asString()).isEqualTo("2026-03-04T06:00:00Z");
        assertThat(arrival.get("lasts").asString()).isEqualTo("until the appointed time");
        assertThat(explanation(arrival))
                .containsExactly(
                        "Started 2026-03-02 09:00 (Asia/Shanghai)", "Due at the appointed time, 2026-03-04 14:00");
        assertThat(clock(appointed, "HANDLING")).isEqualTo(clock(atOnce, "HANDLING"));
    }

    @Test
    void a_time_that_the_whistle_may_not_appoint_is_refused_as_the_whistle_would_be() {
        String whistle = PREVIEW + "&whistleKind=resident-demand&at=2026-03-02T01:00:00Z&reportAt=";

        assertThat(street.get(whistle + "2026-03-02T01:59:00Z").code()).isEqualTo("too-little-notice");
        assertThat(street.get(whistle + "2026-03-02T02:00:00Z").status()).isEqualTo(200);
        for (String wrong : List.of("2026-03-01T01:00:00Z", "2028-01-01T00:00:00Z")) {
            assertThat(wrongField(street.get(whistle + wrong))).isEqualTo("reportAt");
        }
        assertThat(wrongField(street.get(PREVIEW + "&at=2026-03-02T01:00:00Z&reportAt=2026-03-04T06:00:00Z")))
                .as("only a whistle appoints a time")
                .isEqualTo("whistleKind");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=HELPP, kind",
        "kind=HELP&at=1900-01-01T00:00:00Z, at",
        "kind=HELP&urgency=soon, urgency",
        "kind=HELP&at=tomorrow, at",
        "kind=HELP&whistleKind=emergency&reportAt=soon, reportAt"
    })
    void a_malformed_question_is_refused_by_name(String asked, String field) {
        Answer answer = street.get("/api/v1/clocks/preview?category=road/manhole&" + asked);

        assertThat(wrongField(answer)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "category=no/such&kind=HELP, category",
        "category=road/manhole&kind=HELP&whistleKind=loud, whistleKind",
        "category=road/manhole&kind=HELP&street=linxi-heating, street",
        "category=road/manhole&kind=HELP&pack=no-such, pack",
        "category=road/manhole&kind=HELP&pack=default/9, pack",
        "category=road/manhole&kind=HELP&calendar=no-such/1, calendar",
        "category=road/manhole&kind=HELP&calendar=cn/9, calendar"
    })
    void codes_that_nobody_registered_are_refused(String asked, String field) {
        Answer answer = street.get("/api/v1/clocks/preview?" + asked);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknown-code");
        assertThat(answer.json().get("facts").get("field").asString()).isEqualTo(field);
    }

    private static JsonNode clock(Answer answer, String kind) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("clocks").spliterator(), false)
                .filter(clock -> clock.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String wrongField(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        return answer.json().at("/errors/0/field").asString();
    }

    private static String calendar(Answer answer) {
        return answer.json().at("/calendar/id").asString();
    }

    private static void publish(Session administrator, String version, String effectiveFrom, String years) {
        Answer answer = administrator.put(
                "/api/v1/documents/calendar/preview-days/versions/" + version + "?effectiveFrom=" + effectiveFrom,
                """
                {"id": "preview-days", "version": %s, "zone": "Asia/Shanghai",
                 "weeklyRest": ["SATURDAY", "SUNDAY"], "hours": [{"from": "09:00", "until": "17:30"}],
                 "years": [%s]}""".formatted(version, years));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private static List<String> explanation(JsonNode clock) {
        return StreamSupport.stream(clock.get("explanation").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
