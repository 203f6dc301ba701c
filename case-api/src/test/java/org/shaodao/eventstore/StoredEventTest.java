package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.InPostgresql;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.casefile.CaseFile;
import org.shaodao.documents.Library;
import org.shaodao.fact.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The rows of the log after people used the product. */
@InPostgresql
class StoredEventTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final Set<String> ALWAYS =
            Set.of(Requests.COMMAND_ID, Requests.REQUEST_HASH, Requests.CHANNEL, Requests.TRACE);

    private static String caseId;
    private static Instant before;
    private static Instant after;
    private static Instant twoDaysAgo;

    record Row(
            long globalIndex,
            String eventId,
            String aggregateId,
            long sequenceNumber,
            String aggregateType,
            StoredName name,
            JsonNode payload,
            JsonNode metadata,
            String timeStamp) {}

    @BeforeAll
    static void take_steps() {
        before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        twoDaysAgo = before.minus(Duration.ofDays(2));
        Session street = PRODUCT.as("huayuan");
        caseId = raise(street, Map.of("occurredAt", twoDaysAgo.toString()))
                .get("caseId")
                .asString();
        String cases = "/api/v1/cases/" + caseId;
        taken(street.post(
                cases + "/whistles",
                Map.of(
                        "kind",
                        "resident-demand",
                        "why",
                        "供热管网不归街道管理",
                        "reportMode",
                        "ON_THE_SPOT",
                        "authorisedBy",
                        "officer-3",
                        "calls",
                        List.of(
                                Map.of("unit", "linxi-heating", "role", "LEAD", "task", "查明原因"),
                                Map.of("unit", "linxi-housing", "role", "ASSISTING", "task", "配合")))));
        taken(PRODUCT.as("gongre").post(cases + "/dispatches/1/acknowledgement", null));
        after = Instant.now();
    }

    @Test
    void metadata_tell_the_request_and_nothing_else() {
        List<Row> log = rows("true");
        assertThat(log).hasSizeGreaterThan(20).allSatisfy(row -> {
            assertThat(row.metadata().propertyNames()).containsExactlyInAnyOrderElementsOf(ALWAYS);
            assertThat(row.metadata()).allMatch(JsonNode::isString);
        });
        assertThat(log)
                .extracting(row -> row.metadata().get(Requests.CHANNEL).asString())
                .contains("api", "demonstration")
                .isSubsetOf("api", "page", "import", "demonstration", "system");
    }

    @Test
    void what_one_request_made_carries_its_identity() {
        List<Row> rows = ofTheCase();
        assertThat(rows)
                .extracting(row -> row.name().name())
                .containsExactly(
                        "casefile.raised",
                        "casefile.clocks-started",
                        "casefile.whistle-blown",
                        "casefile.dispatched",
                        "casefile.clocks-started",
                        "casefile.dispatched",
                        "casefile.clocks-started",
                        "casefile.acknowledged");
        for (List<Row> request : List.of(rows.subList(0, 2), rows.subList(2, 7))) {
            assertThat(request)
                    .extracting(Row::metadata)
                    .containsOnly(request.getFirst().metadata());
        }
        assertThat(List.of(rows.get(0), rows.get(2), rows.get(7)))
                .extracting(row -> row.metadata().get(Requests.COMMAND_ID).asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_time_of_recording_is_now_whatever_the_time_of_the_fact() {
        List<Row> rows = ofTheCase();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.timeStamp()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(Instant.parse(row.timeStamp())).isBetween(before, after);
        });
        assertThat(rows).extracting(Row::timeStamp).isSorted();
        assertThat(Instant.parse(rows.getFirst().payload().get("occurredAt").asString()))
                .isEqualTo(twoDaysAgo);
        assertThat(Instant.parse(rows.get(2).payload().get("occurredAt").asString()))
                .isBetween(before, after);
    }

    @Test
    void ids_tell_the_time_of_their_making() {
        List<Row> log = rows("true");
        assertThat(log).extracting(Row::eventId).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(UUID.fromString(id).version()).isEqualTo(7);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
            assertThat(id).isEqualTo(id.toLowerCase(Locale.ROOT));
        });
        assertThat(ofTheCase())
                .allSatisfy(row -> assertThat(Instant.ofEpochMilli(
                                UUID.fromString(row.eventId()).getMostSignificantBits() >>> 16))
                        .isBetween(before, after));
    }

    @Test
    void names_are_logical_and_known() {
        List<Row> log = rows("true");
        assertThat(log).isNotEmpty().allSatisfy(row -> {
            assertThat(row.aggregateType()).isIn(CaseFile.TYPE, Library.TYPE);
            assertThat(row.name().name()).matches(row.aggregateType() + "\\.[a-z]+(-[a-z]+)*");
        });
        assertThat(PRODUCT.bean(StoredNames.class).all())
                .containsAll(log.stream().map(Row::name).toList());
    }

    @Test
    void the_order_of_the_log_is_the_order_of_every_case() {
        List<Row> log = rows("true");
        Map<String, Long> versions = new HashMap<>();
        assertThat(log)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.sequenceNumber())
                        .isEqualTo(versions.merge(row.aggregateId(), 0L, (version, zero) -> version + 1)));
        assertThat(log).extracting(Row::globalIndex).doesNotHaveDuplicates();
    }

    @Test
    void every_case_has_a_number_of_its_own() {
        Session street = PRODUCT.as("huayuan");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            told.add(raise(street, Map.of()).get("number").asString());
        }
        List<String> stored = rows("payload_type = 'casefile.raised'").stream()
                .map(row -> row.payload().get("number").asString())
                .toList();
        assertThat(stored)
                .containsAll(told)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("LX-\\d{4}-\\d{6}-\\d"));
    }

    private static JsonNode raise(Session street, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("kind", "HELP");
        request.put("channel", "HOTLINE");
        request.put("category", "heating/cold-home");
        request.put("place", "linxi/huayuan/dongmen");
        request.put("subject", "暖气不热");
        request.put("narrative", "家里只有 14 度");
        return taken(street.post("/api/v1/cases", request));
    }

    private static JsonNode taken(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 201);
        return answer.json();
    }

    private static List<Row> ofTheCase() {
        List<Row> rows = rows("aggregate_id = '" + caseId + "'");
        assertThat(rows).hasSize(8);
        return rows;
    }

    private static List<Row> rows(String which) {
        return PRODUCT.bean(JdbcClient.class)
                .sql("select * from es.event where " + which + " order by global_index")
                .query((row, i) -> new Row(
                        row.getLong("global_index"),
                        row.getString("event_id"),
                        row.getString("aggregate_id"),
                        row.getLong("sequence_number"),
                        row.getString("aggregate_type"),
                        new StoredName(row.getString("payload_type"), row.getString("payload_revision")),
                        RunningProduct.JSON.readTree(row.getString("payload")),
                        RunningProduct.JSON.readTree(row.getString("metadata")),
                        row.getString("time_stamp")))
                .list();
    }
}
