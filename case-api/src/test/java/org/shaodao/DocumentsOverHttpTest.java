package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.documents.ContentHash;
import org.shaodao.documents.DocumentKind;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Documents are published, read, compared and never changed. */
class DocumentsOverHttpTest {
    private static final String DOCUMENTS = "/api/v1/documents";

    private final Town town = Town.shared();
    private final Session administrator = town.administrator();

    @Test
    void a_version_is_given_back_to_the_letter_and_named_by_its_hash() {
        String id = anId();
        String content = "{ \"entries\" : [],\n\t\"version\": \"2026.1\", \"id\": \"%s\" }\n\n".formatted(id);

        Answer published = administrator.put(duties(id) + "/versions/2026.1?reason=联席会议决定", content);

        assertThat(published.status()).as(published.response().body()).isEqualTo(201);
        assertThat(published.header("Location")).isEqualTo(duties(id) + "/versions/2026.1");
        JsonNode receipt = published.json();
        assertThat(receipt.at("/ref/hash").asString()).isEqualTo(ContentHash.of(content));
        assertThat(published.header("ETag"))
                .isEqualTo('"' + receipt.get("sequence").asString() + '"');
        Answer read = town.heating().get(duties(id) + "/versions/2026.1");
        assertThat(read.response().body()).isEqualTo(content);
        assertThat(read.header("ETag")).isEqualTo('"' + ContentHash.of(content) + '"');
        assertThat(read.header("Content-Type")).startsWith("application/json");
        assertThat(town.heating()
                        .header("If-None-Match", read.header("ETag"))
                        .get(duties(id) + "/versions/2026.1")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void every_document_is_listed_with_the_version_in_force() {
        JsonNode rows = Town.accepted(town.auditor().get(DOCUMENTS));

        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get("kind").asString()).isEqualTo("CALENDAR");
            assertThat(row.get("id").asString()).isEqualTo("cn");
            assertThat(row.at("/inForce/version").asString()).isEqualTo("1");
            assertThat(row.at("/inForce/publishedBy").asString()).isEqualTo("system");
        });
    }

    @Test
    void a_version_that_begins_later_waits_for_its_time() {
        String id = anId();
        publish(id, "1", "");
        Town.accepted(administrator.put(
                duties(id) + "/versions/2?effectiveFrom=2099-01-01T00:00:00Z", duties(id, "2", List.of())));

        JsonNode row = Town.accepted(town.auditor().get(DOCUMENTS))
                .valueStream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(row.at("/inForce/version").asString()).isEqualTo("1");
    }

    @Test
    void versions_come_newest_first_page_by_page() {
        String id = anId();
        for (int version = 1; version <= 5; version++) {
            publish(id, String.valueOf(version), "");
        }

        JsonNode first = Town.accepted(town.street().get(duties(id) + "/versions?limit=3"));
        JsonNode second = Town.accepted(town.street()
                .get(duties(id) + "/versions?limit=3&cursor="
                        + first.get("next").asString()));

        assertThat(first.get("versions").valueStream().map(v -> v.get("version").asString()))
                .containsExactly("5", "4", "3");
        assertThat(second.get("versions")
                        .valueStream()
                        .map(v -> v.get("version").asString()))
                .containsExactly("2", "1");
        assertThat(second.has("next")).isFalse();
        ProblemAnswer.of(town.street().get(duties(id) + "/versions?cursor=x"))
                .is(400, "invalid-fields")
                .fields("cursor");
    }

    @Test
    void the_difference_between_two_versions_is_said_place_by_place() {
        String id = anId();
        Town.accepted(administrator.put(duties(id) + "/versions/1", duties(id, "1", List.of(duty("a"), duty("b")))));
        Town.accepted(administrator.put(
                duties(id) + "/versions/2",
                duties(id, "2", List.of(Town.but(duty("b"), "kind", "ASSIST"), duty("c")))));

        JsonNode changes = Town.accepted(town.street().get(duties(id) + "/difference?from=1&to=2"));

        assertThat(changes.valueStream().map(change -> change.get("path").asString()))
                .containsExactlyInAnyOrder("/version", "/entries[a]", "/entries[b]/kind", "/entries[c]");
        assertThat(changes)
                .anySatisfy(
                        change -> assertThat(change.path("after").toString()).isEqualTo("\"ASSIST\""));
        assertThat(Town.accepted(town.street().get(duties(id) + "/difference?from=1&to=1")))
                .isEmpty();
    }

    @Test
    void a_dry_run_says_what_would_change_and_stores_nothing() {
        String id = anId();
        publish(id, "1", "");

        JsonNode report =
                Town.accepted(administrator.post(duties(id) + "/validation", duties(id, "2", List.of(duty("a")))));

        assertThat(report.get("valid").asBoolean()).isTrue();
        assertThat(report.get("errors")).isEmpty();
        assertThat(report.get("changes")
                        .valueStream()
                        .map(change -> change.get("path").asString()))
                .containsExactlyInAnyOrder("/version", "/entries[a]");
        assertThat(Town.accepted(administrator.get(duties(id) + "/versions")).get("versions"))
                .hasSize(1);
    }

    @Test
    void the_same_again_is_answered_as_the_first_time() {
        String id = anId();
        JsonNode first = publish(id, "1", "");

        assertThat(publish(id, "1", "")).isEqualTo(first);
        assertThat(publish(
                        id, "1", "?effectiveFrom=" + first.get("effectiveFrom").asString()))
                .isEqualTo(first);
        Session repeated = administrator.header("Idempotency-Key", "documents-" + id);
        JsonNode second = Town.accepted(repeated.put(duties(id) + "/versions/2", duties(id, "2", List.of())));
        assertThat(Town.accepted(repeated.put(duties(id) + "/versions/2", duties(id, "2", List.of()))))
                .isEqualTo(second);
        ProblemAnswer.of(repeated.put(duties(id) + "/versions/2", duties(id, "2", List.of(duty("a")))))
                .is(422, "request-differs");
    }

    @Test
    void a_published_version_never_changes() {
        String id = anId();
        publish(id, "1", "");

        ProblemAnswer.of(administrator.put(duties(id) + "/versions/1", duties(id, "1", List.of(duty("a")))))
                .is(409, "version-exists")
                .says(
                        "Version 1 of document " + id
                                + " was published with another content or start. What is published never changes: give a new version.");
    }

    @Test
    void a_published_version_never_begins_at_another_time() {
        String id = anId();
        publish(id, "1", "?effectiveFrom=2026-01-01T00:00:00Z");

        ProblemAnswer.of(administrator.put(
                        duties(id) + "/versions/1?effectiveFrom=2050-01-01T00:00:00Z", duties(id, "1", List.of())))
                .is(409, "version-exists");
        assertThat(Town.accepted(administrator.get(duties(id) + "/versions"))
                        .at("/versions/0/effectiveFrom")
                        .asString())
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void a_policy_pack_begins_no_earlier_than_its_calendar() {
        String calendar = anId();
        String pack = anId();
        Town.accepted(administrator.put(
                DOCUMENTS + "/calendar/" + calendar + "/versions/1?effectiveFrom=2099-01-01T00:00:00Z",
                shipped("calendar/cn").replaceFirst("\"id\": \"cn\"", "\"id\": \"" + calendar + '"')));
        String content = shipped("policy-pack/default")
                .replaceFirst("\"id\": \"default\"", "\"id\": \"" + pack + '"')
                .replaceFirst("\"calendar\": \"cn\"", "\"calendar\": \"" + calendar + '"');
        String address = DOCUMENTS + "/policy-pack/" + pack;

        for (String when : List.of("", "?effectiveFrom=2098-12-31T23:59:59.999Z")) {
            Answer refused = administrator.put(address + "/versions/1" + when, content);
            ProblemAnswer.of(refused).is(400, "invalid-document");
            assertThat(refused.json().at("/errors")).hasSize(1);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("/calendar");
            assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("calendar-in-force");
            assertThat(refused.json().at("/errors/0/message").asString())
                    .isEqualTo("calendar “" + calendar + "” must be in force when this document begins.");
        }
        assertThat(Town.accepted(administrator.post(address + "/validation", content))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("calendar-in-force");
        assertThat(administrator
                        .put(address + "/versions/1?effectiveFrom=2099-01-01T00:00:00Z", content)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nothing_is_published_before_what_is_in_force() {
        String id = anId();
        publish(id, "1", "?effectiveFrom=2026-01-01T00:00:00Z");

        ProblemAnswer.of(administrator.put(
                        duties(id) + "/versions/2?effectiveFrom=2025-12-31T23:59:59Z", duties(id, "2", List.of())))
                .is(409, "effective-too-early");
        ProblemAnswer.of(administrator.put(
                        duties(id) + "/versions/2?effectiveFrom=1066-10-14T00:00:00Z", duties(id, "2", List.of())))
                .is(400, "invalid-fields")
                .fields("effectiveFrom");
    }

    @Test
    void of_many_who_publish_one_version_at_the_same_moment_one_wins_and_the_others_hear_it() throws Exception {
        String id = anId();

        List<Answer> answers = Town.atOnce(
                8, who -> administrator.put(duties(id) + "/versions/1", duties(id, "1", List.of(duty("of-" + who)))));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly("version-exists");
    }

    @Test
    void publications_of_different_documents_at_the_same_moment_all_succeed() throws Exception {
        List<String> ids = IntStream.range(0, 8).mapToObj(i -> anId()).toList();

        List<Answer> answers = Town.atOnce(
                8, i -> administrator.put(duties(ids.get(i)) + "/versions/1", duties(ids.get(i), "1", List.of())));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(new TreeSet<>(answers.stream()
                        .map(answer -> answer.json().get("sequence").asLong())
                        .toList()))
                .hasSize(8);
    }

    @Test
    void a_publication_leaves_no_view_behind() {
        publish(anId(), "1", "");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Town.accepted(administrator.get("/api/v1/views")))
                        .isNotEmpty()
                        .allSatisfy(view -> assertThat(view.at("/generations/0/progress/done"))
                                .isEqualTo(view.at("/generations/0/progress/head"))));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_gives_its_schema_away(DocumentKind kind) {
        JsonNode schema = Town.accepted(town.street().get(DOCUMENTS + "/" + kind.code() + "/schema"));

        assertThat(schema.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").asString()).isEqualTo("urn:shaodao:schema:" + kind.code());
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String nowhere : List.of(
                "/nonsense/schema",
                "/registry/nowhere/versions",
                "/registry/linxi/versions/none",
                "/registry/linxi/difference?from=1&to=none",
                "/nonsense/linxi/versions")) {
            ProblemAnswer.of(town.street().get(DOCUMENTS + nowhere)).is(404, "not-found");
        }
        ProblemAnswer.of(administrator.put(DOCUMENTS + "/nonsense/linxi/versions/1", Map.of()))
                .is(404, "not-found");
    }

    @Test
    void a_restart_keeps_every_version() {
        RunningProduct first = RunningProduct.start(RunningProduct.emptyFolder(), "--shaodao.demo=true");
        String content = duties("kept", "1", List.of(duty("a")));
        String before;
        try {
            Session own = administratorOf(first);
            Town.accepted(own.put(duties("kept") + "/versions/1", content));
            before = Town.accepted(own.get(DOCUMENTS)).toString();
        } finally {
            first.stop();
        }
        RunningProduct second = RunningProduct.start(first.data(), "--shaodao.demo=true");
        try {
            Session own = administratorOf(second);
            assertThat(own.get(duties("kept") + "/versions/1").response().body())
                    .isEqualTo(content);
            assertThat(Town.accepted(own.get(DOCUMENTS)).toString()).isEqualTo(before);
        } finally {
            second.stop();
        }
    }

    private static Session administratorOf(RunningProduct product) {
        product.bean(Accounts.class)
                .createIfAbsent("documents", Role.ADMINISTRATOR, null, "long enough to be one", false);
        return product.as("documents", "long enough to be one");
    }

    private JsonNode publish(String id, String version, String query) {
        return Town.accepted(
                administrator.put(duties(id) + "/versions/" + version + query, duties(id, version, List.of())));
    }

    private String shipped(String document) {
        return administrator
                .get(DOCUMENTS + '/' + document + "/versions/1")
                .response()
                .body();
    }

    private static String anId() {
        return "d-" + UUID.randomUUID();
    }

    private static String duties(String id) {
        return DOCUMENTS + "/duty-list/" + id;
    }

    private static String duties(String id, String version, List<?> entries) {
        return RunningProduct.JSON.writeValueAsString(Map.of("id", id, "version", version, "entries", entries));
    }

    private static Map<String, Object> duty(String code) {
        return Map.of(
                "code",
                code,
                "unit",
                Town.WATER,
                "kind",
                "LAWFUL",
                "zh",
                "供水管网维修",
                "en",
                "Mending water mains",
                "categories",
                List.of("water"));
    }
}
