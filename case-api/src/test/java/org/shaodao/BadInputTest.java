package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** Whatever is sent wrongly is refused with a code, the field and a sentence that says what would be right. */
class BadInputTest {
    private static final String HALF_A_CHARACTER = "\\ud83c";
    private static final String HALF = "HALF";

    private final Town town = Town.shared();

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"kind\":}", "", "[", "nonsense", "{\"kind\":\"HELP\"", "\"only text", "null"})
    void what_is_no_json_is_refused(String body) {
        ProblemAnswer.of(town.street().post(Town.CASES, body))
                .is(400, "malformed-json")
                .says("The body is not valid JSON.");
    }

    @Test
    void a_mistake_in_json_is_pointed_at() {
        Answer refused = town.street().post(Town.CASES, "{\"kind\": \"HELP\",\n  \"channel\": }");

        ProblemAnswer.of(refused).is(400, "malformed-json");
        assertThat(refused.json().get("line").asInt()).isEqualTo(2);
        assertThat(refused.json().get("column").asInt()).isPositive();
    }

    @Test
    void json_of_another_shape_is_refused() {
        ProblemAnswer.of(town.street().post(Town.CASES, "[]")).is(400, "malformed-json");
        ProblemAnswer.of(town.street().post(Town.CASES, raise("outside", "text")))
                .is(400, "invalid-fields")
                .field("outside", "type", "has the wrong type.");
        ProblemAnswer.of(town.street().post(Town.CASES, raise("subject", List.of("暖气"))))
                .is(400, "invalid-fields")
                .field("subject", "type", "has the wrong type.");
        ProblemAnswer.of(town.street().post(Town.CASES, raise("occurredAt", "yesterday")))
                .is(400, "invalid-fields")
                .field("occurredAt", "type", "has the wrong type.");
    }

    @Test
    void a_body_larger_than_a_mebibyte_is_refused() {
        Answer refused = town.street().post(Town.CASES, raise("narrative", "x".repeat(1 << 20)));

        ProblemAnswer.of(refused).is(413, "body-too-large").says("The body is larger than 1 MiB.");
    }

    @Test
    void an_unknown_choice_is_refused_with_the_choices() {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("kind", "WISH")))
                .is(400, "invalid-fields")
                .field("kind", "choice", "must be one of [ENQUIRY, HELP, COMPLAINT, TIP_OFF, SUGGESTION, PRAISE].");
        ProblemAnswer.of(whistle("calls", List.of(Town.call(Town.HEATING, "LEADER"))))
                .is(400, "invalid-fields")
                .field("calls[0].role", "choice", "must be one of [LEAD, ASSISTING].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"\"", "true"})
    void a_choice_is_said_by_its_name_only(String value) {
        String body = "{\"basis\": %s}".formatted(value);

        ProblemAnswer.of(town.street().post(town.replied() + "/verification", body))
                .is(400, "invalid-fields")
                .fields("basis");
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("narative", "…")))
                .is(400, "invalid-fields")
                .field("narative", "unknown", "is not a field of this request.");
        ProblemAnswer.of(whistle("calls", List.of(Town.but(Town.call(Town.HEATING, "LEAD"), "by", "noon"))))
                .is(400, "invalid-fields")
                .field("calls[0].by", "unknown", "is not a field of this request.");
    }

    @Test
    void an_unknown_field_with_half_a_character_is_refused_too() {
        ProblemAnswer.of(town.street().post(Town.CASES, "{\"" + HALF_A_CHARACTER + "\": 1}"))
                .is(400, "malformed-json");
    }

    @Test
    void missing_fields_are_all_named() {
        ProblemAnswer.of(town.street().post(Town.CASES, Map.of()))
                .is(400, "invalid-fields")
                .fields("kind", "channel", "category", "place", "subject", "narrative");
        ProblemAnswer.of(town.street().post(town.raised() + "/whistles", Map.of("calls", List.of(Map.of()))))
                .is(400, "invalid-fields")
                .fields("kind", "why", "reportMode", "authorisedBy", "calls[0].unit", "calls[0].role", "calls[0].task");
    }

    @Test
    void null_is_a_missing_field() {
        ProblemAnswer.of(town.street()
                        .post(
                                Town.CASES,
                                "{\"kind\":null,\"channel\":null,\"category\":null,"
                                        + "\"place\":null,\"subject\":null,\"narrative\":null}"))
                .is(400, "invalid-fields")
                .fields("kind", "channel", "category", "place", "subject", "narrative");
        ProblemAnswer.of(town.street().post(town.raised() + "/whistles", Town.but(Town.whistle(), "calls", null)))
                .is(400, "invalid-fields")
                .field("calls", "not-empty", "needs at least one entry.");
        String nothing = "{\"kind\":\"emergency\",\"why\":\"x\",\"reportMode\":\"ONLINE\",\"authorisedBy\":\"o\","
                + "\"calls\":[null]}";
        ProblemAnswer.of(town.street().post(town.raised() + "/whistles", nothing))
                .is(400, "invalid-fields")
                .field("calls[0]", "not-null", "must be given.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\t\n"})
    void blank_words_are_missing_words(String blank) {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("narrative", blank)))
                .is(400, "invalid-fields")
                .field("narrative", "not-blank", "must be given and not only be blank.");
    }

    @Test
    void words_end_at_twenty_thousand_characters() {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("narrative", "冷".repeat(20_001))))
                .is(400, "invalid-fields")
                .field("narrative", "size", "must have between 0 and 20000 characters or entries.");
        ProblemAnswer.of(town.street().post(Town.CASES, raise("subject", "冷".repeat(101))))
                .is(400, "invalid-fields")
                .field("subject", "size", "must have between 0 and 100 characters or entries.");
        assertThat(town.street()
                        .post(Town.CASES, raise("narrative", "冷".repeat(20_000)))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\n", "\r", "\t", "\u0007", "\u001b", "\u007f"})
    void a_subject_holds_no_control_characters(String control) {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("subject", "暖气" + control + "不热")))
                .is(400, "invalid-fields")
                .field("subject", "one-line", "must be one line of whole characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"narrative", "name", "address"})
    void half_a_character_is_refused_where_it_stands(String field) {
        String body = json(raise(field, "暖气HALF不热")).replace("HALF", HALF_A_CHARACTER);

        ProblemAnswer.of(town.street().post(Town.CASES, body))
                .is(400, "invalid-fields")
                .field(field, "text", "holds half a character.");
    }

    @Test
    void a_subject_holds_no_half_of_a_character() {
        String body = json(raise("subject", "暖气HALF不热")).replace("HALF", HALF_A_CHARACTER);

        ProblemAnswer.of(town.street().post(Town.CASES, body))
                .is(400, "invalid-fields")
                .field("subject", "one-line", "must be one line of whole characters.");
    }

    @TestFactory
    Stream<DynamicTest> half_a_character_is_refused_in_every_step_that_takes_words() {
        return StepCall.all(town).stream()
                .flatMap(call -> call.words().stream()
                        .filter(field -> !field.equals("phone")) // a telephone has a form of its own
                        .map(field -> dynamicTest(call.step() + ' ' + field, () -> {
                            String body = json(call.saying(field, HALF));
                            assertThat(body)
                                    .as("the sample says something in every field")
                                    .contains(HALF);
                            ProblemAnswer.of(call.take(town, body.replace(HALF, HALF_A_CHARACTER)))
                                    .is(400, "invalid-fields")
                                    .field(field, "text", "holds half a character.");
                        })));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请回电13800138000",
                "证件110101199003071233",
                "证件11010119900307123x",
                "电话010-62345678",
                "电话057112345678"
            })
    void a_subject_holds_no_telephone_or_identity_number(String subject) {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("subject", subject)))
                .is(400, "invalid-fields")
                .field(
                        "subject",
                        "personal-data",
                        "must not hold telephone or identity numbers; put them into the narrative.");
    }

    @Test
    void what_is_no_telephone_number_is_refused() {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("phone", "----- -----")))
                .is(400, "invalid-fields")
                .field("phone", "phone", "is not a telephone number.");
        ProblemAnswer.of(town.street().post(Town.CASES, raise("phone", "call me")))
                .is(400, "invalid-fields")
                .fields("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void a_time_far_from_now_is_refused(String time) {
        ProblemAnswer.of(town.street().post(Town.CASES, raise("occurredAt", time)))
                .is(400, "invalid-fields")
                .fields("occurredAt");
    }

    @Test
    void a_time_in_the_future_is_refused_save_for_the_error_of_clocks() {
        Instant now = Instant.now();
        ProblemAnswer answer = ProblemAnswer.of(
                        town.street().post(Town.CASES, raise("occurredAt", now.plus(Duration.ofMinutes(10)))))
                .is(400, "invalid-fields");
        answer.fields("occurredAt");
        assertThat(answer.answer().json().get("errors").get(0).get("message").asString())
                .startsWith("must be between 1990-01-01T00:00:00Z and ");
        assertThat(town.street()
                        .post(Town.CASES, raise("occurredAt", now.plus(Duration.ofMinutes(2))))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_appointment_is_within_a_year() {
        Instant now = Instant.now();
        for (Instant time : List.of(now.plus(Duration.ofDays(400)), now.minus(Duration.ofDays(1)), Instant.MIN)) {
            ProblemAnswer.of(whistle("reportAt", time))
                    .is(400, "invalid-fields")
                    .field("reportAt", "too-far", "must be within a year after the whistle.");
        }
        assertThat(whistle("reportAt", now.plus(Duration.ofDays(2))).status()).isEqualTo(200);
    }

    @Test
    void a_name_that_cannot_be_stored_is_refused() {
        Session administrator = town.administrator();
        ProblemAnswer.of(administrator.post("/api/v1/keys", Map.of("name", "a\u0000", "role", "ADMINISTRATOR")))
                .is(400, "invalid-fields")
                .fields("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🥶👨‍👩‍👧‍👦 暖气",
                "مرحبا שלום",
                "欧阳司徒诸葛尉迟欧阳司徒诸葛尉迟欧阳司徒诸葛尉迟欧阳司徒诸葛尉迟欧阳司徒诸葛尉迟欧阳司徒诸葛尉迟欧阳司徒诸葛尉迟",
                "𠮷野家 ﹏ ｆｕｌｌ　ｗｉｄｔｈ",
                "<script>alert(1)</script> & \"'\\ {kind} {0} ${x}",
                "e\u0301 é ﷽"
            })
    void any_script_is_taken_and_given_back_unchanged(String words) {
        String inSubject = words.strip();
        Map<String, Object> demand = Town.but(
                Town.but(Town.but(Town.demand(), "subject", inSubject), "narrative", words + "\n\t" + words),
                "name",
                words);
        Answer opened = town.street().post(Town.CASES, demand);
        assertThat(opened.status()).as(opened.response().body()).isEqualTo(201);
        String address = opened.header("Location");

        assertThat(Town.accepted(town.street().get(address + "?minVersion=0"))
                        .get("subject")
                        .asString())
                .isEqualTo(inSubject);
        JsonNode texts = Town.history(town.street(), address, 0).get(0).get("texts");
        assertThat(texts.get(0).get("text").asString()).isEqualTo(words + "\n\t" + words);
        int version = Town.version(town.street().post(address + "/identity-reveals", IdentityCalls.PURPOSE));
        assertThat(Town.accepted(town.street().get(address + "/contact-card?minVersion=" + version))
                        .get("name")
                        .asString())
                .isEqualTo(words);
    }

    @Test
    void nul_in_sealed_words_is_taken_and_given_back_unchanged() {
        String address = town.street()
                .post(Town.CASES, raise("narrative", "before\u0000after"))
                .header("Location");

        JsonNode narrative =
                Town.history(town.street(), address, 0).get(0).get("texts").get(0);
        assertThat(narrative.get("text").asString()).isEqualTo("before\u0000after");
        assertThat(narrative.get("chars").asInt()).isEqualTo(12);
    }

    private Answer whistle(String field, Object value) {
        return town.street().post(town.raised() + "/whistles", Town.but(Town.whistle(), field, value));
    }

    private static Map<String, Object> raise(String field, Object value) {
        return Town.but(Town.demand(), field, value);
    }

    private static String json(Object request) {
        return RunningProduct.JSON.writeValueAsString(request);
    }
}
