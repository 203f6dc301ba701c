package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Networks lose answers: whoever repeats a request under its key gets the first answer, and nothing happens twice. */
class RepeatedRequestsTest {
    private final Town town = Town.shared();
    private final String key = UUID.randomUUID().toString();

    @Test
    void a_repeated_step_is_answered_as_the_first_was_and_happens_once() {
        String address = town.raised();
        int whistled = town.blow(address);
        Session heating = keyed(town.heating());

        Answer first = heating.post(address + "/dispatches/1/acknowledgement", null);
        Answer second = heating.post(address + "/dispatches/1/acknowledgement", null);

        assertThat(first.status()).isEqualTo(200);
        assertSame(first, second);
        assertLast(address, Town.version(first), whistled, "casefile.acknowledged");
    }

    @Test
    void without_a_key_the_second_request_is_a_second_step() {
        String address = town.whistled();
        Town.accepted(town.heating().post(address + "/dispatches/1/acknowledgement", null));

        Answer second = town.heating().post(address + "/dispatches/1/acknowledgement", null);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("already-done");
    }

    @Test
    void a_request_repeated_after_the_case_moved_on_is_answered_with_the_version_of_then() {
        Session street = keyed(town.street());
        Answer opened = street.post(Town.CASES, Town.demand());
        String address = opened.header("Location");
        int whistled = town.blow(address);
        Session heating = keyed(town.heating());
        Answer acknowledged = heating.post(address + "/dispatches/1/acknowledgement", null);
        int replied = Town.version(town.heating().post(address + "/dispatches/1/replies", Town.finalReply()));

        assertSame(acknowledged, heating.post(address + "/dispatches/1/acknowledgement", null));
        assertSame(opened, street.post(Town.CASES, Town.demand()));
        assertThat(acknowledged.header("ETag")).isEqualTo(tag(Town.version(acknowledged)));
        assertThat(Town.version(acknowledged)).isLessThan(replied);
        assertLast(address, replied, whistled, "casefile.acknowledged", "casefile.replied");
    }

    @Test
    void several_events_of_one_whistle_are_recorded_once() {
        String address = town.raised();
        Session street = keyed(town.street());

        Answer first = street.post(address + "/whistles", Town.whistle());

        assertSame(first, street.post(address + "/whistles", Town.whistle()));
        assertSteps(
                address,
                Town.version(first),
                "casefile.raised",
                "casefile.whistle-blown",
                "casefile.dispatched",
                "casefile.dispatched");
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        Session street = keyed(town.street());
        String address = street.post(Town.CASES, Town.demand()).header("Location");

        Answer other = street.post(Town.CASES, Town.but(Town.demand(), "subject", "暖气太热"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("request-differs");
        assertThat(other.json().get("detail").asString())
                .isEqualTo("This Idempotency-Key came before with another request; a new request needs a new key.");
        assertSteps(address, 0, "casefile.raised");
    }

    @Test
    void the_same_key_with_another_query_is_refused() {
        String id = "q-" + UUID.randomUUID();
        String address = "/api/v1/documents/duty-list/" + id + "/versions/1";
        Map<String, Object> content = Map.of("id", id, "version", "1", "entries", List.of());
        Session administrator = keyed(town.administrator());
        String query = "?effectiveFrom=2026-01-01T00:00:00Z";
        Answer first = administrator.put(address + query, content);
        assertThat(first.status()).as(first.response().body()).isEqualTo(201);

        assertSame(first, administrator.put(address + query, content));
        for (String other : List.of("", query + "&reason=other", "?effectiveFrom=2050-01-01T00:00:00Z")) {
            ProblemAnswer.of(administrator.put(address + other, content)).is(422, "request-differs");
        }
    }

    @Test
    void the_same_key_for_another_step_of_the_case_is_refused() {
        String address = town.whistled();
        Session heating = keyed(town.heating());
        Town.accepted(heating.post(address + "/dispatches/1/acknowledgement", null));

        Answer other = heating.post(address + "/dispatches/1/acceptance", Map.of("handler", "officer-21"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("request-differs");
    }

    @Test
    void a_refused_request_may_be_repeated_once_it_is_allowed() {
        String address = town.raised();
        Session street = keyed(town.street());
        assertThat(street.post(address + "/closure", Map.of()).code()).isEqualTo("wrong-phase");
        Town.accepted(town.street().post(address + "/whistles", Town.whistle()));
        Town.accepted(town.heating().post(address + "/dispatches/1/replies", Town.finalReply()));
        Town.accepted(town.housing().post(address + "/dispatches/2/replies", Town.finalReply()));
        Town.accepted(town.street().post(address + "/verification", Map.of("basis", "ON_SITE")));

        assertThat(street.post(address + "/closure", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void the_same_key_of_another_caller_opens_another_case() {
        Session office = town.product()
                .with(town.issue("another system of the street", Role.STREET, Town.STREET)
                        .get("key")
                        .asString());

        JsonNode first = Town.accepted(keyed(town.street()).post(Town.CASES, Town.demand()));
        JsonNode second = Town.accepted(keyed(office).post(Town.CASES, Town.demand()));

        assertThat(second.get("caseId")).isNotEqualTo(first.get("caseId"));
        assertThat(second.get("number")).isNotEqualTo(first.get("number"));
        assertThat(second.get("retrievalCode")).isNotEqualTo(first.get("retrievalCode"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "", "tab\there"})
    void a_malformed_key_is_refused_by_name(String malformed) {
        assertMalformedKey(malformed);
    }

    @Test
    void a_step_with_words_repeated_after_an_erasure_is_answered_as_the_first_time() {
        String address = town.whistled();
        Session heating = keyed(town.heating());
        Answer first = heating.post(address + "/dispatches/1/replies", Town.finalReply());
        assertThat(town.administrator().post(address + "/erasure", null).status())
                .isEqualTo(204);

        assertSame(first, heating.post(address + "/dispatches/1/replies", Town.finalReply()));
        assertThat(heating.post(address + "/dispatches/1/replies", Town.but(Town.finalReply(), "outcome", "EXPLAINED"))
                        .code())
                .isEqualTo("request-differs");
    }

    @Test
    void a_key_has_at_most_a_hundred_characters() {
        assertMalformedKey("k".repeat(101));
        Session street = town.street().header("Idempotency-Key", key + "k".repeat(100 - key.length()));
        assertThat(street.post(Town.CASES, Town.demand()).status()).isEqualTo(201);
    }

    @Test
    void eight_who_raise_under_one_key_at_the_same_moment_open_one_case_and_hear_the_same() throws Exception {
        Session street = keyed(town.street());

        List<Answer> answers = Town.atOnce(8, caller -> street.post(Town.CASES, Town.demand()));

        answers.forEach(answer -> assertSame(answers.getFirst(), answer));
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertSteps(answers.getFirst().header("Location"), Town.version(answers.getFirst()), "casefile.raised");
    }

    @Test
    void eight_who_reply_under_one_key_at_the_same_moment_reply_once_and_hear_the_same() throws Exception {
        String address = town.raised();
        int whistled = town.blow(address);
        Session heating = keyed(town.heating());

        List<Answer> answers =
                Town.atOnce(8, caller -> heating.post(address + "/dispatches/1/replies", Town.finalReply()));

        answers.forEach(answer -> assertSame(answers.getFirst(), answer));
        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertLast(address, Town.version(answers.getFirst()), whistled, "casefile.replied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%d\"", "W/\"%d\"", "*"})
    void a_step_decided_upon_the_version_that_is_there_is_taken(String version) {
        String address = town.raised();
        String there = version.formatted(town.blow(address));

        Answer taken = town.heating().header("If-Match", there).post(address + "/dispatches/1/acknowledgement", null);

        assertThat(taken.status()).as(taken.response().body()).isEqualTo(200);
    }

    @Test
    void a_step_decided_upon_another_version_is_refused_with_both() {
        String address = town.raised();
        int whistled = town.blow(address);
        int moved = Town.version(town.housing().post(address + "/dispatches/2/acknowledgement", null));

        Answer refused =
                town.heating().header("If-Match", tag(whistled)).post(address + "/dispatches/1/acknowledgement", null);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("version-changed");
        assertThat(refused.json().get("facts").get("expected").asInt()).isEqualTo(whistled);
        assertThat(refused.json().get("facts").get("actual").asInt()).isEqualTo(moved);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("You decided upon version %d, the case is at version %d; look again and retry."
                        .formatted(whistled, moved));
        assertLast(address, moved, whistled, "casefile.acknowledged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"three\"", "\"-1\"", "\"3\", \"4\"", "\"99999999999999999999\""})
    void a_malformed_version_is_refused_by_name(String malformed) {
        String address = town.whistled();

        Answer refused =
                town.heating().header("If-Match", malformed).post(address + "/dispatches/1/acknowledgement", null);

        ProblemAnswer.of(refused)
                .is(400, "invalid-fields")
                .field("If-Match", "version", "must be a quoted version, for example \"3\".");
    }

    @Test
    void a_repetition_is_answered_even_though_its_version_has_passed() {
        String address = town.raised();
        Session heating = keyed(town.heating()).header("If-Match", tag(town.blow(address)));

        Answer first = heating.post(address + "/dispatches/1/acknowledgement", null);

        assertThat(first.status()).isEqualTo(200);
        assertSame(first, heating.post(address + "/dispatches/1/acknowledgement", null));
    }

    /** Nothing but these steps happened after a version, up to the one that an answer told. */
    private void assertLast(String address, int version, int after, String... steps) {
        assertThat(Town.steps(town.street(), address, version))
                .filteredOn(entry -> entry.get("version").asInt() > after)
                .extracting(entry -> entry.get("event").asString())
                .containsExactly(steps);
    }

    /** Nothing but these steps ever happened. */
    private void assertSteps(String address, int version, String... steps) {
        assertLast(address, version, -1, steps);
    }

    private static String tag(int version) {
        return "\"" + version + '"';
    }

    private Session keyed(Session session) {
        return session.header("Idempotency-Key", key);
    }

    private void assertMalformedKey(String malformed) {
        ProblemAnswer.of(town.street().header("Idempotency-Key", malformed).post(Town.CASES, Town.demand()))
                .is(400, "invalid-fields")
                .field("Idempotency-Key", "idempotency-key", "must be 1 to 100 visible ASCII characters.");
    }

    private static void assertSame(Answer first, Answer second) {
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }
}
