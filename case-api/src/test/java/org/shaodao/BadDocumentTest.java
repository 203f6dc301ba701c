package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a document is said with its place, its line and what would be right, all at once. */
class BadDocumentTest {
    private static final String DOCUMENTS = "/api/v1/documents/";

    private final Town town = Town.shared();
    private final Session administrator = town.administrator();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[", "nonsense", "{\"id\": \"x\"} {}", "{\"id\": }", "\"only text"})
    void what_is_no_json_is_refused_with_line_and_column(String text) {
        for (Answer refused : List.of(
                administrator.put(DOCUMENTS + "duty-list/bad/versions/1", text),
                administrator.post(DOCUMENTS + "duty-list/bad/validation", text))) {
            ProblemAnswer.of(refused).is(400, "malformed-json");
            assertThat(refused.json().get("line").asInt()).isEqualTo(1);
            assertThat(refused.json().get("column").asInt()).isPositive();
        }
    }

    @Test
    void a_slip_deep_inside_a_text_is_pointed_at() {
        Answer refused = administrator.put(DOCUMENTS + "duty-list/bad/versions/1", """
                {
                  "id": "bad",
                  "version": "1",
                  "entries": [,]
                }
                """);

        ProblemAnswer.of(refused).is(400, "malformed-json");
        assertThat(refused.json().get("line").asInt()).isEqualTo(4);
    }

    @Test
    void a_document_of_more_than_a_mebibyte_is_refused() {
        String huge = "{\"id\":\"bad\",\"version\":\"1\",\"entries\":[]" + " ".repeat(1 << 20) + "}";

        ProblemAnswer.of(administrator.put(DOCUMENTS + "duty-list/bad/versions/1", huge))
                .is(413, "body-too-large");
    }

    @Test
    void nesting_without_end_is_refused() {
        ProblemAnswer.of(administrator.put(DOCUMENTS + "duty-list/bad/versions/1", "[".repeat(100_000)))
                .is(400, "malformed-json");
    }

    @Test
    void a_document_is_sent_as_json() {
        ProblemAnswer.of(administrator
                        .header("Content-Type", "text/plain")
                        .put(DOCUMENTS + "duty-list/bad/versions/1", "{}"))
                .is(415, "unsupported-media-type");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once_with_its_line() {
        Answer refused = administrator.put(DOCUMENTS + "duty-list/bad/versions/1", """
                {
                  "id": "other",
                  "version": "1",
                  "entries": [
                    {
                      "code": "a",
                      "unit": "nobody",
                      "kind": "SOMETIMES",
                      "zh": "",
                      "en": 5,
                      "categories": "water",
                      "colour": "🙂"
                    },
                    {"code": "a", "code": "a"}
                  ]
                }
                """);

        ProblemAnswer.of(refused).is(400, "invalid-document").says("The document is wrong in places, see errors.");
        assertThat(errors(refused))
                .containsExactly(
                        "2 /id as-in-address",
                        "7 /entries/0/unit known-unit",
                        "8 /entries/0/kind choice",
                        "9 /entries/0/zh one-line",
                        "10 /entries/0/en json-type",
                        "11 /entries/0/categories json-type",
                        "12 /entries/0/colour unknown",
                        "14 /entries/1/categories needed",
                        "14 /entries/1/code twice",
                        "14 /entries/1/code code-twice",
                        "14 /entries/1/en needed",
                        "14 /entries/1/kind needed",
                        "14 /entries/1/unit needed",
                        "14 /entries/1/zh needed");
        assertThat(refused.json().get("errors").get(2).get("message").asString())
                .isEqualTo("must be one of [LAWFUL, ASSIST, NEGATIVE].");
    }

    @Test
    void what_is_wrong_is_said_in_the_language_of_the_one_who_asks() {
        Answer refused = administrator
                .header("Accept-Language", "zh-CN")
                .put(DOCUMENTS + "duty-list/bad/versions/1", "{\"id\": \"bad\", \"version\": \"1\", \"entries\": {}}");

        assertThat(refused.json().get("detail").asString()).isEqualTo("文档有误，见 errors。");
        assertThat(refused.json().at("/errors/0/message").asString()).isEqualTo("类型须为 array。");
    }

    @Test
    void a_dry_run_hears_the_same_as_a_publication() {
        String text = "{\"id\": \"bad\", \"version\": \"1\", \"entries\": [{}], \"more\": null}";

        JsonNode report = Town.accepted(administrator.post(DOCUMENTS + "duty-list/bad/validation", text));
        Answer refused = administrator.put(DOCUMENTS + "duty-list/bad/versions/1", text);

        assertThat(report.get("valid").asBoolean()).isFalse();
        assertThat(report.get("errors"))
                .hasSizeGreaterThan(5)
                .isEqualTo(refused.json().get("errors"));
    }

    @Test
    void chinese_and_emoji_are_kept_and_halves_of_characters_are_not() {
        String good = duty("负责供水管网🙂");

        assertThat(administrator
                        .put(DOCUMENTS + "duty-list/emoji/versions/1", good.replace("bad", "emoji"))
                        .status())
                .isEqualTo(201);
        for (String half : List.of("\\ud83c", "\\u0000")) {
            assertThat(errors(administrator.put(DOCUMENTS + "duty-list/bad/versions/1", duty(half))))
                    .containsExactly("1 /entries/0/zh one-line");
        }
    }

    @Test
    void a_text_that_is_no_utf_8_is_refused() {
        byte[] latin = duty("é").getBytes(StandardCharsets.ISO_8859_1);

        ProblemAnswer.of(administrator.put(DOCUMENTS + "duty-list/bad/versions/1", latin))
                .is(400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "calendar": "cn"                          | "calendar": "mars"                       | /calendar                                     | known-calendar
            "code": "joint-enforcement"               | "code": "key-work"                       | /whistleKinds/2/code                          | code-twice
            {"urgency": "URGENT", "clockSet": "urgent"} | {"urgency": "URGENT", "clockSet": "slow"} | /choices/2/clockSet                        | known-clock-set
            {"whistleKind": "key-work", "clockSet": "complex"} | {"clockSet": "complex"}         | /choices/4                                    | choice-condition
            {"clockSet": "ordinary"}                  | {"kind": "HELP", "clockSet": "ordinary"} | /choices/5                                    | last-choice
            "when": "MISSED_PLUS"                     | "when": "MISSED"                         | /ladder/4/after                               | only-later
            "clock": "HANDLING"                       | "clock": "ARRIVAL"                       | /ladder/0/clock                               | handling-only
            "clock": "HANDLING"                       | "clock": "HAND_BACK_WINDOW"              | /ladder/0/clock                               | never-missed
            "clock": "ARRIVAL"                        | "clock": "OBJECTION_WINDOW"              | /ladder/2/clock                               | never-missed
            "PARTLY": 0                               | "PARTLY": 2                              | /scales/resolution/PARTLY                     | at-most
            "confidence": 0.95                        | "confidence": 1                          | /thresholds/confidence                        | less-than
            "leastAttempts": 3                        | "leastAttempts": 0                       | /followUps/leastAttempts                      | at-least
            "lateEntryGrace": {"kind": "MINUTES", "amount": 240} | "lateEntryGrace": {"kind": "WORKING_DAYS", "amount": 4000} | /lateEntryGrace/amount | at-most
            """)
    void a_policy_pack_names_only_what_there_is(String right, String wrong, String place, String rule) {
        assertThat(refusedAs("policy-pack/default", right, wrong)).contains(place + ' ' + rule);
    }

    @Test
    void a_rung_that_opens_by_itself_says_what_it_consists_of() {
        assertThat(refusedAs("policy-pack/default", ",\n      \"measure\": \"SUPERVISE\"", ""))
                .containsExactly("/ladder/4/measure needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000", "5000.0", "5e3", "5E+3", "3654.0"})
    void a_span_has_its_limit_however_its_amount_is_written(String amount) {
        String right = "\"lateEntryGrace\": {\"kind\": \"MINUTES\", \"amount\": 240}";
        String wrong = "\"lateEntryGrace\": {\"kind\": \"WORKING_DAYS\", \"amount\": %s}".formatted(amount);

        assertThat(refusedAs("policy-pack/default", right, wrong)).containsExactly("/lateEntryGrace/amount at-most");
        JsonNode report = Town.accepted(administrator.post(
                DOCUMENTS + "policy-pack/default/validation",
                text("policy-pack/default").replace(right, wrong)));
        assertThat(report.at("/errors/0/code").asString()).isEqualTo("at-most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "99999999999999999999999", "1e18"})
    void an_amount_beyond_all_bounds_is_refused_like_any_other(String amount) {
        assertThat(refusedAs(
                        "policy-pack/default",
                        "\"lateEntryGrace\": {\"kind\": \"MINUTES\", \"amount\": 240}",
                        "\"lateEntryGrace\": {\"kind\": \"MINUTES\", \"amount\": %s}".formatted(amount)))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).startsWith("/lateEntryGrace/amount "));
    }

    @Test
    void a_clock_has_one_rule_and_its_source_is_one_of_the_pack() {
        assertThat(refusedAs("policy-pack/default", "\"FIRST_CONTACT\": {", "\"ACKNOWLEDGEMENT\": {"))
                .contains("/clockSets/emergency/ACKNOWLEDGEMENT twice");
        assertThat(refusedAs(
                        "policy-pack/default",
                        "\"dayEnd\": \"SAME_TIME\"}",
                        "\"dayEnd\": \"SAME_TIME\", \"source\": \"x\"}"))
                .contains("/clockSets/emergency/ACKNOWLEDGEMENT/source known-source");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "zone": "Asia/Shanghai" | "zone": "+08:00"       | /zone                     | zone
            "zone": "Asia/Shanghai" | "zone": "Mars/Base"    | /zone                     | zone
            "from": "13:30"         | "from": "11:59"        | /hours/1/from             | hours-apart
            "until": "12:00"        | "until": "08:00"       | /hours/0/until            | after-from
            "until": "12:00"        | "until": "25:00"       | /hours/0/until            | time-of-day
            "year": 2019            | "year": 2018           | /years/1/year             | code-twice
            "year": 2019            | "year": 2018.0         | /years/1/year             | code-twice
            "2018-01-01"            | "2018-02-30"           | /years/0/days/0/date      | date
            "2018-01-01"            | "2028-01-01"           | /years/0/days/0/date      | date-of-year
            """)
    void a_calendar_is_one_that_somebody_can_work_by(String right, String wrong, String place, String rule) {
        assertThat(refusedAs("calendar/cn", right, wrong)).contains(place + ' ' + rule);
    }

    @Test
    void a_year_has_the_notice_that_published_it() {
        String calendar = text("calendar/cn").replaceFirst("(?s)\"notices\": \\[[^]]*]", "\"notices\": []");

        assertThat(places(administrator.put(DOCUMENTS + "calendar/cn/versions/1", calendar)))
                .contains("/years/0/notices notice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "code": "linxi/huayuan", "kind": "STREET", "parent": "linxi" | "code": "linxi/huayuan", "kind": "STREET", "parent": "moon" | /places/2/parent | known-place
            "code": "linxi", "kind": "DISTRICT", "parent": "lx" | "code": "linxi", "kind": "DISTRICT", "parent": "linxi/huayuan" | /places/1/parent | no-cycle
            "code": "linxi", "kind": "DISTRICT" | "code": "linxi", "kind": "CITY"          | /places/1/kind   | lower-level
            "place": "linxi"                 | "place": "moon"                             | /units/3/place   | known-place
            "code": "linxi-water"            | "code": "linxi-heating"                     | /units/7/code    | code-twice
            "code": "linxi-water"            | "code": "linxi-wasser"                      | /units           | code-kept
            "parents": ["huayuan", "linxi-urban"] | "parents": ["huayuan", "nobody"]       | /units/12/parents/1 | known-unit
            [[123.032, 36.999], [123.047, 36.998], [123.049, 37.016], [123.031, 37.014]] | [[123.032, 36.999], [123.047, 36.998]] | /places/3/outline | entries-at-least
            [[123.032, 36.999], [123.047     | [[400, 36.999], [123.047                    | /places/3/outline/0/0 | at-most
            [[123.032, 36.999], [123.047     | [[123.032, -90.01], [123.047                | /places/3/outline/0/1 | at-least
            [[123.032, 36.999], [123.047     | [[123.032], [123.047                        | /places/3/outline/0 | entries-at-least
            [[123.032, 36.999], [123.047     | [["east", 36.999], [123.047                 | /places/3/outline/0/0 | json-type
            [[123.032, 36.999], [123.047, 36.998], [123.049, 37.016], [123.031, 37.014]] | [[123, 37], [123.1, 37.1], [123.2, 37.2]] | /places/3/outline | encloses-area
            "calls": []                      | "calls": [{"street": "linxi-water", "kinds": [], "units": []}] | /calls/0/street | known-street
            """)
    void a_registry_leads_everywhere_it_says(String right, String wrong, String place, String rule) {
        assertThat(refusedAs("registry/linxi", right, wrong)).contains(place + ' ' + rule);
    }

    @Test
    void an_outline_has_so_many_corners_and_no_more() {
        String corners = "[[123, 37], " + "[123.01, 37], ".repeat(499) + "[123, 37.01]]";
        assertThat(refusedAs(
                        "registry/linxi",
                        "[[123.032, 36.999], [123.047, 36.998], [123.049, 37.016], [123.031, 37.014]]",
                        corners))
                .contains("/places/3/outline entries-at-most");
    }

    @Test
    void a_code_belongs_to_one_registry() {
        String other = text("registry/linxi").replace("\"id\": \"linxi\"", "\"id\": \"taken\"");

        assertThat(places(administrator.put(DOCUMENTS + "registry/taken/versions/1", other)))
                .contains("/units/0/code code-taken", "/places/0/code code-taken", "/categories/0/code code-taken");
    }

    @Test
    void a_suggestion_names_a_unit_or_a_kind_of_unit() {
        assertThat(refusedAs("dispatch-catalogue/linxi", "\"leadKind\": \"DEPARTMENT\",", ""))
                .contains("/entries/6 lead-or-kind");
        assertThat(refusedAs("dispatch-catalogue/linxi", "\"category\": \"road/manhole\"", "\"category\": \"sea\""))
                .contains("/entries/2/category known-category");
    }

    /** What a shipped document, published as its own next version, is refused for when this is put into it. */
    private List<String> refusedAs(String document, String right, String wrong) {
        String before = text(document);
        assertThat(before).as(document).contains(right);
        String after = before.substring(0, before.indexOf(right))
                + wrong
                + before.substring(before.indexOf(right) + right.length());
        return places(administrator.put(DOCUMENTS + document + "/versions/1", after));
    }

    private String text(String document) {
        Answer answer = administrator.get(DOCUMENTS + document + "/versions/1");
        assertThat(answer.status()).isEqualTo(200);
        return answer.response().body();
    }

    private static String duty(String zh) {
        return """
                {"id":"bad","version":"1","entries":[{"code":"a","unit":"linxi-water","kind":"LAWFUL","zh":"%s","en":"x",\
                "categories":["water"]}]}""".formatted(zh);
    }

    private static List<String> places(Answer refused) {
        ProblemAnswer.of(refused).is(400, "invalid-document");
        return said(refused, "");
    }

    private static List<String> errors(Answer refused) {
        return said(refused, "line");
    }

    private static List<String> said(Answer refused, String line) {
        List<String> said = new ArrayList<>();
        refused.json()
                .path("errors")
                .forEach(
                        error -> said.add((line.isEmpty() ? "" : error.get(line).asString() + ' ')
                                + error.get("field").asString()
                                + ' '
                                + error.get("code").asString()));
        return said;
    }
}
