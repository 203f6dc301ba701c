package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Scope;
import org.shaodao.access.Scopes;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** An office's own system comes with a key, and says for which officer it acts. */
class KeysTest {
    private final Town town = Town.shared();

    @Test
    void what_a_system_does_is_remembered_with_the_officer_it_names() {
        JsonNode key = town.issue("case system of the street", Role.STREET, Town.STREET);
        Session system = town.product().with(key.get("key").asString());

        String address = system.header("Shaodao-Officer", "officer-7")
                .post(Town.CASES, Town.demand())
                .header("Location");
        int whistled = Town.version(system.post(address + "/whistles", Town.whistle()));

        List<JsonNode> history = Town.steps(town.auditor(), address, whistled);
        JsonNode by = history.get(0).get("by");
        assertThat(by.get("actorId")).isEqualTo(key.get("id"));
        assertThat(by.get("unitId").asString()).isEqualTo(Town.STREET);
        assertThat(by.get("role").asString()).isEqualTo("STREET");
        assertThat(by.get("asserted").asString()).isEqualTo("officer-7");
        assertThat(history.get(1).get("by").has("asserted")).isFalse();
        assertThat(history.get(0).get("actor").asString()).isEqualTo("Huayuan Street");
    }

    @Test
    void a_person_speaks_for_nobody_else() {
        Session person = town.product().as("huayuan").header("Shaodao-Officer", "officer-7");

        String address = person.post(Town.CASES, Town.demand()).header("Location");

        assertThat(Town.history(town.auditor(), address, 0).get(0).get("by").has("asserted"))
                .isFalse();
    }

    @Test
    void an_officer_does_not_judge_their_own_work_whichever_system_they_use() {
        String address = town.raised();
        Town.accepted(town.street().post(address + "/dispatches", Map.of("call", Town.call(Town.HEATING, "LEAD"))));
        Town.accepted(town.heating()
                .header("Shaodao-Officer", "officer-9")
                .post(address + "/dispatches/1/replies", Town.finalReply()));

        Answer refused = town.street()
                .header("Shaodao-Officer", "officer-9")
                .post(address + "/verification", Map.of("basis", "ON_SITE"));

        ProblemAnswer.of(refused).is(403, "own-act").says("Nobody decides on their own act (verify).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two words", "", "a/b", "x123456789012345678901234567890123456789012345678901234567890123456"})
    void a_malformed_officer_is_refused_by_name(String officer) {
        ProblemAnswer.of(town.street().header("Shaodao-Officer", officer).post(Town.CASES, Town.demand()))
                .is(400, "invalid-fields")
                .field("Shaodao-Officer", "officer", "must be 1 to 64 letters, digits, dots, dashes or underscores.");
    }

    @Test
    void a_revoked_key_opens_nothing_from_then_on() {
        JsonNode key = town.issue("soon lost", Role.STREET, Town.STREET);
        Session system = town.product().with(key.get("key").asString());
        String path = "/api/v1/keys/" + key.get("id").asString();
        assertThat(system.get("/api/v1/me").status()).isEqualTo(200);

        assertThat(town.administrator().send("DELETE", path, null).status()).isEqualTo(204);

        ProblemAnswer.of(system.get("/api/v1/me")).is(401, "unauthenticated");
        ProblemAnswer.of(system.post(Town.CASES, Town.demand())).is(401, "unauthenticated");
        ProblemAnswer.of(town.administrator().send("DELETE", path, null)).is(404, "not-found");
        JsonNode row = listed(key.get("id").asString());
        assertThat(row.has("revokedAt")).isTrue();
    }

    @Test
    void a_key_is_shown_once_and_its_secret_never_listed() {
        JsonNode key = town.issue("shown once", Role.UNIT, Town.WATER);
        String id = key.get("id").asString();
        String secret = key.get("key").asString().substring(("shd_" + id + "_").length());

        String list = town.administrator().get("/api/v1/keys").response().body();

        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(list).contains(id).doesNotContain(secret).doesNotContain("hash");
        JsonNode row = listed(id);
        assertThat(row.get("name").asString()).isEqualTo("shown once");
        assertThat(row.get("role").asString()).isEqualTo("UNIT");
        assertThat(row.get("unit").asString()).isEqualTo(Town.WATER);
        assertThat(row.propertyNames()).containsExactlyInAnyOrder("id", "name", "role", "unit", "createdAt");
    }

    @Test
    void what_is_no_key_opens_nothing() {
        String key =
                town.issue("nearly right", Role.STREET, Town.STREET).get("key").asString();
        char last = key.charAt(key.length() - 2) == 'x' ? 'y' : 'x';
        String wrong = key.substring(0, key.length() - 2) + last + key.charAt(key.length() - 1);
        for (String each : new String[] {wrong, key + "x", key.substring(0, 40), key.toUpperCase(), "", "shd_", "x"}) {
            ProblemAnswer.of(town.product().with(each).get("/api/v1/me")).is(401, "unauthenticated");
        }
        assertThat(town.product().with(key).get("/api/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT, , 400, invalid-fields",
        "STREET, , 400, invalid-fields",
        "RESIDENT, , 400, invalid-fields",
        "MAYOR, , 400, invalid-fields",
        "UNIT, linxi-nobody, 422, unknown-code",
        "STREET, linxi-heating, 422, unknown-code"
    })
    void a_key_acts_for_a_unit_that_is_there(String role, String unit, int status, String code) {
        Map<String, Object> request = new HashMap<>(Map.of("name", "refused", "role", role));
        if (unit != null) {
            request.put("unit", unit);
        }

        ProblemAnswer.of(town.administrator().post("/api/v1/keys", request)).is(status, code);
    }

    @Test
    void a_limited_key_opens_what_it_is_for_and_nothing_else_of_its_role() {
        Session reading = limited(Map.of("scopes", List.of("READ")));
        Session raising = limited(Map.of("scopes", List.of("RAISE", "CALLING")));

        assertThat(reading.get(Town.CASES).status()).isEqualTo(200);
        ProblemAnswer.of(reading.post(Town.CASES, Town.demand()))
                .is(403, "scope-needed")
                .says("The scopes of this key do not hold this; it needs one of RAISE.");
        String address = Town.CASES
                + '/'
                + Town.accepted(raising.post(Town.CASES, Town.demand()))
                        .get("caseId")
                        .asString();
        Town.accepted(raising.post(address + "/whistles", Town.whistle()));
        ProblemAnswer.of(raising.post(address + "/closure", Map.of())).is(403, "scope-needed");
        ProblemAnswer.of(raising.get(Town.CASES)).is(403, "scope-needed");
        assertThat(raising.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void every_address_that_changes_something_says_which_scope_it_needs() {
        Map<String, Optional<List<Scope>>> unsaid = new TreeMap<>();
        town.api().forEach((address, method) -> {
            Optional<List<Scope>> needed = Scopes.needed(method, address.startsWith("GET "));
            if (needed.isEmpty()) {
                unsaid.put(address, needed);
            }
        });
        assertThat(town.api()).hasSizeGreaterThan(50);
        assertThat(unsaid.keySet()).as("a key has no password to change").containsExactly("PUT /api/v1/me/password");
    }

    @Test
    void a_key_opens_nothing_once_it_has_expired() {
        Instant soon = Instant.now().plusSeconds(2);
        Session system = limited(Map.of("expiresAt", soon));
        assertThat(system.get("/api/v1/me").status()).isEqualTo(200);

        await().until(() -> system.get("/api/v1/me").status() != 200);

        ProblemAnswer.of(system.get("/api/v1/me")).is(401, "unauthenticated");
        ProblemAnswer.of(town.administrator()
                        .post("/api/v1/keys", Map.of("name", "late", "role", "ADMINISTRATOR", "expiresAt", soon)))
                .is(400, "invalid-fields")
                .field("expiresAt", "later", "must be a moment to come.");
    }

    @Test
    void after_a_rotation_both_secrets_open_for_the_overlap_and_what_was_done_stays_one_callers() {
        JsonNode key = town.issue("to be rotated", Role.STREET, Town.STREET);
        String rotation = "/api/v1/keys/" + key.get("id").asString() + "/rotation";
        Session first = town.product().with(key.get("key").asString());

        JsonNode rotated = Town.accepted(town.administrator().post(rotation, null));
        Session second = town.product().with(rotated.get("key").asString());

        assertThat(rotated.get("id")).isEqualTo(key.get("id"));
        assertThat(first.get("/api/v1/me").json())
                .isEqualTo(second.get("/api/v1/me").json());
        assertThat(listed(key.get("id").asString()).has("lastUsedAt")).isTrue();
        JsonNode third = Town.accepted(town.administrator().post(rotation, Map.of("overlap", "PT0S")));
        ProblemAnswer.of(first.get("/api/v1/me")).is(401, "unauthenticated");
        ProblemAnswer.of(second.get("/api/v1/me")).is(401, "unauthenticated");
        assertThat(town.product()
                        .with(third.get("key").asString())
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
        ProblemAnswer.of(town.administrator().post(rotation, Map.of("overlap", "P91D")))
                .is(400, "invalid-fields");
    }

    @Test
    void what_is_done_with_keys_is_kept_for_the_auditor() {
        JsonNode key = town.issue("watched", Role.UNIT, Town.WATER);
        String path = "/api/v1/keys/" + key.get("id").asString();
        Town.accepted(town.administrator().post(path + "/rotation", null));
        town.administrator().send("DELETE", path, null);

        JsonNode kept = Town.accepted(town.auditor()
                .get("/api/v1/administration/audit?kind=KEY&subject="
                        + key.get("id").asString()));

        assertThat(kept.get("entries")
                        .valueStream()
                        .map(entry -> entry.get("act").asString()))
                .containsExactly("KEY_REVOKED", "KEY_ROTATED", "KEY_ISSUED");
        String by = kept.at("/entries/0/name").asString();
        String mine = "/api/v1/administration/audit?subject=" + key.get("id").asString() + "&by=";
        assertThat(Town.accepted(town.auditor().get(mine + URLEncoder.encode(by, StandardCharsets.UTF_8)))
                        .get("entries"))
                .as("issued by somebody else")
                .hasSize(2);
        assertThat(Town.accepted(town.auditor().get(mine + "nobody")).get("entries"))
                .isEmpty();
    }

    private Session limited(Map<String, Object> limits) {
        Map<String, Object> request = new HashMap<>(limits);
        request.putAll(Map.of("name", "limited", "role", "STREET", "unit", Town.STREET));
        return town.product()
                .with(Town.accepted(town.administrator().post("/api/v1/keys", request))
                        .get("key")
                        .asString());
    }

    private JsonNode listed(String id) {
        for (JsonNode row : Town.accepted(town.administrator().get("/api/v1/keys"))) {
            if (row.get("id").asString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no key " + id + " is listed");
    }
}
