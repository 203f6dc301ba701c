package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.attachments.SampleFiles;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Every address of the API asked by everybody. An address that is mapped and not in the table fails the test. */
class WhoMayTest {
    private static final String OTHER_STREET = "whomay-street";
    private static final String COMMUNITY = "whomay-community";
    static final String RESIDENT = "resident";

    private static final List<String> CALLERS = List.of(
            "nobody",
            "revoked",
            "one-time",
            "street",
            "other-street",
            "lead",
            "assisting",
            "other-unit",
            "district",
            "auditor",
            "grid-worker",
            "community",
            "administrator",
            RESIDENT);

    /**
     * By caller, in their order; the case asked of is run by the street, lead and assisting unit were called, and the
     * resident comes with its code, which opens no more than the steps of that case.
     */
    private static final String TABLE = """
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/me
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/directory
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/schema
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/{id}/versions
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/{id}/versions/{version}
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/documents/{kind}/{id}/difference
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  POST /api/v1/documents/{kind}/{id}/validation
            401 401 403 403 403 403 403 403 403 403 403 403 201 401  PUT /api/v1/documents/{kind}/{id}/versions/{version}
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/clocks/preview
            401 401 403 200 200 403 403 403 200 403 403 403 403 401  GET /api/v1/suggestions
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/openapi
            401 401 403 200 200 200 200 200 200 200 200 200 200 401  GET /api/v1/openapi.yaml
            401 401 204 403 403 403 403 403 403 403 403 403 403 401  PUT /api/v1/me/password
            401 401 403 201 403 403 403 403 201 403 201 201 403 401  POST /api/v1/cases
            401 401 403 200 200 403 403 403 200 200 403 403 403 401  GET /api/v1/cases
            401 401 403 200 404 200 200 404 200 200 404 404 404 401  GET /api/v1/cases/{caseId}
            401 401 403 200 404 200 200 404 200 200 404 404 404 401  GET /api/v1/cases/{caseId}/history
            401 401 403 200 404 200 200 404 200 200 404 404 404 401  GET /api/v1/cases/{caseId}/history/export
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/not-acceptance
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/correction
            401 401 403 200 404 404 404 404 200 403 404 404 404 200  POST /api/v1/cases/{caseId}/withdrawal
            401 401 403 200 404 404 404 404 200 403 404 404 404 200  POST /api/v1/cases/{caseId}/supplements
            401 401 403 200 404 404 404 404 200 403 404 404 404 200  POST /api/v1/cases/{caseId}/chases
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/answer
            401 401 403 200 404 404 404 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/emergency
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/deliberations
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/decisions
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/skipped-stages
            401 401 403 200 404 404 404 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/recusal
            401 401 403 403 404 404 404 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/transfer
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/questions
            401 401 403 404 404 404 404 200 404 404 404 404 404 404  POST /api/v1/cases/{caseId}/answers
            401 401 403 200 404 403 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/returns
            401 401 403 200 404 404 404 200 200 200 404 404 404 401  GET /api/v1/cases/{caseId}/questions
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/whistles
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/whistles/{whistle}/units
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/whistles/{whistle}/withdrawal
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/lead
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/release
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/unit-requests
            401 401 403 403 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/street-call
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/own-work
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/acknowledgement
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/acceptance
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/assignments
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/contacts
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/arrivals
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/departures
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/questions
            401 401 403 200 404 403 403 404 403 403 404 404 404 200  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/answers
            401 401 403 200 404 403 403 404 200 403 404 404 404 200  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/late-entry-confirmations
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/replies
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back
            401 401 403 200 404 403 403 403 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/agreement
            401 401 403 200 404 403 403 403 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/refusal
            401 401 403 403 404 403 403 200 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/views
            401 401 403 403 404 403 403 403 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/hand-back/ruling
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/designation
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/rework
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/verification
            401 401 403 200 404 403 403 404 200 403 404 404 404 200  POST /api/v1/cases/{caseId}/follow-ups
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/spot-check-requests
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/spot-checks
            401 401 403 403 404 403 403 404 403 403 404 404 404 200  POST /api/v1/cases/{caseId}/objections
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/objection-answer
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/redo-decision
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/unit-rating
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/whistle-rating
            401 401 403 200 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/commitments
            401 401 403 200 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/commitments/{commitment}/keeping
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/commitments/{commitment}/breach
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/commitments/{commitment}/declined-reopening
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/exclusion
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/exclusion/decision
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/exclusion/withdrawal
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/unreasonable-finding
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/unreasonable-finding/decision
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/unreasonable-finding/review
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/closure
            401 401 403 200 404 404 404 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/merge-consents
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/merge
            401 401 403 200 404 403 403 404 200 403 404 404 404 409  POST /api/v1/cases/{caseId}/merge-undoing
            401 401 403 201 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/splits
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/links
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/joins
            401 401 403 200 404 404 404 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/duplicate-note
            401 401 403 200 404 404 404 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/outside-transfer
            401 401 403 200 404 403 403 404 200 403 404 404 404 200  POST /api/v1/cases/{caseId}/reopening
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/extension-requests
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/extension
            401 401 403 200 404 403 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/parking-proposals
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/parking
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/parking-reviews
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/resumption
            401 401 403 200 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/reminders
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/supervision-orders
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/supervision-reports
            401 401 403 403 404 403 403 404 200 403 404 404 404 403  POST /api/v1/cases/{caseId}/level
            401 401 403 403 403 403 403 403 403 403 403 403 204 403  POST /api/v1/cases/{caseId}/erasure
            401 401 403 201 201 201 201 201 201 403 201 201 403 401  POST /api/v1/attachments
            401 401 403 201 201 201 201 201 201 403 201 201 403 201  POST /api/v1/cases/{caseId}/attachments
            401 401 403 200 404 200 200 404 200 200 404 404 404 401  GET /api/v1/cases/{caseId}/attachments/{attachmentId}
            401 401 403 403 403 200 200 200 200 200 403 403 403 401  GET /api/v1/inbox
            401 401 403 200 200 403 403 403 200 200 403 403 403 401  GET /api/v1/console
            401 401 403 200 200 403 403 403 200 200 403 403 403 401  GET /api/v1/console/morning-sheet
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/board
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/disputes
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/precedents
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/precedents/{caseId}/{dispatch}/catalogue-entry
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/sla
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/sla/{indicator}/cases
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/sla/overdue
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/sla/arrivals
            401 401 403 200 200 200 200 200 200 200 403 403 403 401  GET /api/v1/sla/disputes
            401 401 403 403 403 403 403 403 200 200 403 403 403 401  GET /api/v1/sla/{indicator}/units
            401 401 403 403 403 403 403 403 200 200 403 403 403 401  GET /api/v1/sla/signals
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/keys
            401 401 403 403 403 403 403 403 403 403 403 403 201 401  POST /api/v1/keys
            401 401 403 403 403 403 403 403 403 403 403 403 204 401  DELETE /api/v1/keys/{id}
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  POST /api/v1/keys/{id}/rotation
            401 401 403 403 404 200 403 404 403 403 404 404 404 403  POST /api/v1/cases/{caseId}/dispatches/{dispatch}/contact-card
            401 401 403 200 404 403 403 404 200 200 404 404 404 403  POST /api/v1/cases/{caseId}/identity-reveals
            401 401 403 403 404 200 403 404 403 403 404 404 404 401  GET /api/v1/cases/{caseId}/contact-card
            401 401 403 403 403 403 403 403 200 200 403 403 403 200  GET /api/v1/cases/{caseId}/who-looked
            401 401 403 403 403 403 403 403 403 200 403 403 403 401  GET /api/v1/readings
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/users
            401 401 403 403 403 403 403 403 403 403 403 403 201 401  POST /api/v1/users
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/users/{user}
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  PUT /api/v1/users/{user}
            401 401 403 403 403 403 403 403 403 403 403 403 204 401  DELETE /api/v1/users/{user}
            401 401 403 403 403 403 403 403 403 403 403 403 201 401  POST /api/v1/users/{user}/roles
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  PUT /api/v1/users/{user}/roles/{role}
            401 401 403 403 403 403 403 403 403 403 403 403 204 401  DELETE /api/v1/users/{user}/roles/{role}
            401 401 403 403 403 403 403 403 403 403 403 403 201 401  POST /api/v1/users/{user}/roles/{role}/deputies
            401 401 403 403 403 403 403 403 403 403 403 403 204 401  DELETE /api/v1/users/{user}/roles/{role}/deputies/{deputy}
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  POST /api/v1/users/{user}/one-time-password
            401 401 403 403 403 403 403 403 403 403 403 403 204 401  POST /api/v1/users/{user}/unlocking
            401 401 403 403 403 403 403 403 403 200 403 403 200 401  GET /api/v1/administration/audit
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/views
            401 401 403 403 403 403 403 403 403 403 403 403 202 401  POST /api/v1/views/{name}/rebuild
            401 401 403 403 403 403 403 403 403 403 403 403 204 401  DELETE /api/v1/views/{name}/rebuild
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/imports
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/imports/{name}
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  PUT /api/v1/imports/{name}
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/imports/{name}/rejects
            401 401 403 403 403 403 403 403 403 403 403 403 200 401  GET /api/v1/imports/{name}/rejects.csv
            401 401 403 403 403 403 403 403 403 403 403 403 403 401  GET /api/v1/returns
            401 401 403 403 403 403 403 403 403 403 403 403 403 401  GET /api/v1/returns/{caseId}
            401 401 403 403 403 403 403 403 403 403 403 403 403 401  POST /api/v1/returns/{caseId}/receipt
            """;

    private final Town town = Town.shared();

    @Test
    void every_address_of_the_api_is_in_the_table() {
        assertThat(town.api().keySet())
                .hasSizeGreaterThan(20)
                .isEqualTo(expected().keySet());
        assertThat(requests().keySet()).isEqualTo(expected().keySet());
    }

    @TestFactory
    Stream<DynamicTest> everybody_hears_what_the_table_says() {
        Map<String, Function<String, Session>> callers = callers();
        Map<String, Supplier<Request>> requests = requests();
        return expected().entrySet().stream()
                .map(row -> dynamicTest(row.getKey(), () -> {
                    String method = row.getKey().substring(0, row.getKey().indexOf(' '));
                    Map<String, Integer> heard = new LinkedHashMap<>();
                    Request request = requests.get(row.getKey()).get();
                    for (var caller : callers.entrySet()) {
                        Session session =
                                caller.getValue().apply(request.path()).header("Shaodao-Officer", caller.getKey());
                        Answer answer = caller.getKey().equals(RESIDENT)
                                ? request.byTheResident().send(session, method)
                                : request.send(session, method);
                        heard.put(caller.getKey(), answer.status());
                        if (answer.status() < 400) {
                            request = requests.get(row.getKey()).get();
                        } else {
                            assertThat(answer.json().path("code").asString()).isNotBlank();
                        }
                    }
                    assertThat(heard).isEqualTo(row.getValue());
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "huayuan, STREET, huayuan, 200, 403",
        "gongre, UNIT, linxi-heating, 403, 403",
        "zhujian, UNIT, linxi-housing, 403, 403",
        "chengguan, UNIT, linxi-urban, 403, 403",
        "duban, DISTRICT, linxi-district, 200, 403",
        "shenji, AUDITOR, linxi-district, 200, 403"
    })
    void a_login_opens_what_the_key_of_its_role_opens(String login, String role, String unit, int cases, int keys) {
        Session person = town.product().as(login);
        JsonNode me = Town.accepted(person.get("/api/v1/me"));
        assertThat(me.get("role").asString()).isEqualTo(role);
        assertThat(me.get("unit").asString()).isEqualTo(unit);
        assertThat(me.get("name").asString()).isEqualTo(login);
        assertThat(person.get(Town.CASES).status()).isEqualTo(cases);
        assertThat(person.get("/api/v1/keys").status()).isEqualTo(keys);
    }

    @Test
    void a_community_knows_and_deliberates_on_the_demands_of_its_area_and_of_no_other() {
        Map<String, Object> minutes = Map.of("minutes", "大家同意。", "participants", 9, "deliberated", "TO_THE_MEETING");
        String address = town.raised();

        for (Role role : List.of(Role.COMMUNITY, Role.GRID_WORKER)) {
            ProblemAnswer.of(town.with(role, "huayuan-xiqiao").post(address + "/deliberations", minutes))
                    .is(404, "unknown-case");
            Town.accepted(town.with(role, "huayuan-dongmen").post(address + "/deliberations", minutes));
        }
        Town.accepted(
                town.with(Role.COMMUNITY, "huayuan-dongmen").post(address + "/street-call", Map.of("reason", "无力解决。")));
    }

    @Test
    void a_wrong_password_or_an_unknown_login_opens_nothing_and_says_how_to_sign_in() {
        for (Session stranger : List.of(
                town.nobody(),
                town.product().as("huayuan", "wrong"),
                town.product().as("nobody", "wrong"))) {
            Answer refused = stranger.get("/api/v1/me");

            ProblemAnswer.of(refused).is(401, "unauthenticated").says("Sign in, or send a valid API key.");
            assertThat(refused.response().headers().allValues("WWW-Authenticate"))
                    .anyMatch(value -> value.startsWith("Bearer"))
                    .anyMatch(value -> value.startsWith("Basic"));
        }
    }

    @Test
    void of_the_actuator_nobody_sees_more_than_whether_the_product_lives() {
        for (String open : List.of("health", "health/liveness", "health/readiness")) {
            Answer answer = town.nobody().get("/actuator/" + open);
            assertThat(answer.status()).as(open).isEqualTo(200);
            assertThat(answer.json().get("status").asString()).isEqualTo("UP");
            assertThat(answer.json().has("components")).as(open).isFalse();
        }
        for (String closed : List.of("", "/info", "/prometheus", "/health/db", "/env", "/heapdump", "/shutdown")) {
            assertThat(town.nobody().get("/actuator" + closed).status())
                    .as(closed)
                    .isEqualTo(401);
            assertThat(town.street().get("/actuator" + closed).status())
                    .as(closed)
                    .isEqualTo(403);
            assertThat(town.heating().get("/actuator" + closed).status())
                    .as(closed)
                    .isEqualTo(403);
        }
        for (Session watcher : List.of(town.administrator(), town.auditor())) {
            assertThat(watcher.get("/actuator/info").status()).isEqualTo(200);
            Answer metrics = watcher.header("Accept", "text/plain").get("/actuator/prometheus");
            assertThat(metrics.status()).isEqualTo(200);
            assertThat(metrics.response().body()).contains("shaodao_view_lag_events");
            for (String absent :
                    List.of("env", "heapdump", "beans", "loggers", "mappings", "configprops", "shutdown")) {
                assertThat(watcher.get("/actuator/" + absent).status())
                        .as(absent)
                        .isEqualTo(404);
            }
        }
    }

    /** What each caller hears, by address. */
    static Map<String, Map<String, Integer>> expected() {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            int address = line.indexOf("  ");
            String[] statuses = line.substring(0, address).split(" ");
            Map<String, Integer> row = new LinkedHashMap<>();
            for (int i = 0; i < CALLERS.size(); i++) {
                row.put(CALLERS.get(i), Integer.valueOf(statuses[i]));
            }
            table.put(line.substring(address + 2), row);
        });
        return table;
    }

    /** By name, each for the address that is asked. */
    private Map<String, Function<String, Session>> callers() {
        town.register(
                "whomay",
                List.of(
                        Map.of("code", OTHER_STREET, "kind", "STREET", "zh", "别街道", "en", "Another Street"),
                        Map.of("code", COMMUNITY, "kind", "COMMUNITY", "zh", "某社区", "en", "Some Community")));
        JsonNode key = town.issue("to be revoked", Role.STREET, Town.STREET);
        town.administrator().send("DELETE", "/api/v1/keys/" + key.get("id").asString(), null);

        Map<String, Function<String, Session>> callers = new LinkedHashMap<>();
        callers.put("nobody", path -> town.nobody());
        callers.put("revoked", path -> town.product().with(key.get("key").asString()));
        callers.put("one-time", path -> withOneTimePassword());
        callers.put("street", path -> town.street());
        callers.put("other-street", path -> town.with(Role.STREET, OTHER_STREET));
        callers.put("lead", path -> town.heating());
        callers.put("assisting", path -> town.housing());
        callers.put("other-unit", path -> town.urban());
        callers.put("district", path -> town.district());
        callers.put("auditor", path -> town.auditor());
        callers.put("grid-worker", path -> town.with(Role.GRID_WORKER, COMMUNITY));
        callers.put("community", path -> town.with(Role.COMMUNITY, COMMUNITY));
        callers.put("administrator", path -> town.administrator());
        callers.put(RESIDENT, path -> town.resident(path.startsWith(Town.CASES + '/') ? path : town.raised()));
        return callers;
    }

    private Session withOneTimePassword() {
        String login = "one-time-" + UUID.randomUUID();
        town.product().bean(Accounts.class).createIfAbsent(login, Role.ADMINISTRATOR, null, "for one use", true);
        return town.product().as(login, "for one use");
    }

    /** A request that would be taken from whoever may. */
    private record Request(String path, @Nullable Object body) {
        Answer send(Session caller, String method) {
            return switch (body) {
                case byte[] file -> SampleFiles.upload(caller, path, "x", file);
                case String rows -> caller.header("Content-Type", "text/csv").send(method, path, rows);
                case null, default -> caller.send(method, path, body);
            };
        }

        /** Others heard in a call that the demand is taken back; the resident says so themselves. */
        Request byTheResident() {
            return body instanceof Map<?, ?> said && "RECORDED_CALL".equals(said.get("how"))
                    ? new Request(path, Map.of("how", "OWN_CODE"))
                    : this;
        }
    }

    private Map<String, Supplier<Request>> requests() {
        Map<String, Supplier<Request>> all = new TreeMap<>();
        String aCase = "/api/v1/cases/{caseId}";
        all.put(
                "GET /api/v1/clocks/preview",
                () -> new Request("/api/v1/clocks/preview?category=heating/cold-home&kind=HELP", null));
        all.put(
                "GET /api/v1/suggestions",
                get("/api/v1/suggestions?category=heating/cold-home&place=" + Town.COMMUNITY));
        all.put("GET /api/v1/me", get("/api/v1/me"));
        all.put("PUT /api/v1/me/password", with("/api/v1/me/password", Map.of("password", "my own choice")));
        all.put("GET /api/v1/directory", get("/api/v1/directory"));
        String document = "/api/v1/documents/{kind}/{id}";
        String whomay = "/api/v1/documents/duty-list/whomay";
        Map<String, Object> duties = Map.of("id", "whomay", "version", "1", "entries", List.of());
        all.put("GET /api/v1/documents", get("/api/v1/documents"));
        all.put("GET /api/v1/documents/{kind}/schema", get("/api/v1/documents/registry/schema"));
        all.put("GET " + document + "/versions", get("/api/v1/documents/calendar/cn/versions"));
        all.put("GET " + document + "/versions/{version}", get("/api/v1/documents/calendar/cn/versions/1"));
        all.put("GET " + document + "/difference", get("/api/v1/documents/calendar/cn/difference?from=1&to=1"));
        all.put("POST " + document + "/validation", with(whomay + "/validation", duties));
        all.put("PUT " + document + "/versions/{version}", with(whomay + "/versions/1", duties));
        all.put("GET /api/v1/openapi", get("/api/v1/openapi"));
        all.put("GET /api/v1/openapi.yaml", get("/api/v1/openapi.yaml"));
        all.put("GET /api/v1/inbox", get("/api/v1/inbox?unit=" + Town.HEATING));
        all.put("GET /api/v1/console", get("/api/v1/console"));
        all.put("GET /api/v1/board", get("/api/v1/board"));
        all.put("GET /api/v1/console/morning-sheet", get("/api/v1/console/morning-sheet?street=" + Town.STREET));
        all.put("GET /api/v1/disputes", get("/api/v1/disputes"));
        all.put("GET /api/v1/precedents", get("/api/v1/precedents?category=heating&placeKind=COMMUNITY"));
        all.put("GET /api/v1/precedents/{caseId}/{dispatch}/catalogue-entry", () -> {
            String ruled = DisputeCalls.inDispute(town);
            JsonNode taken = Town.accepted(
                    DisputeCalls.ruler(town).post(ruled + "/dispatches/1/hand-back/ruling", DisputeCalls.ruling()));
            return new Request(
                    ruled.replace("cases", "precedents") + "/1/catalogue-entry?minVersion=" + taken.get("version"),
                    null);
        });
        all.put("GET /api/v1/cases", get(Town.CASES));
        all.put("POST /api/v1/cases", with(Town.CASES, Town.but(Town.demand(), "street", Town.STREET)));
        all.put("GET " + aCase, () -> new Request(town.whistled() + "?minVersion=3", null));
        all.put(
                "GET " + aCase + "/questions",
                () -> new Request(IntakeCalls.asked(town) + "/questions?minVersion=2", null));
        all.put("GET " + aCase + "/contact-card", () -> new Request(IdentityCalls.opened(town), null));
        all.put("GET " + aCase + "/who-looked", () -> new Request(town.whistled() + "/who-looked", null));
        all.put("GET /api/v1/readings", get("/api/v1/readings"));
        all.put("GET " + aCase + "/history", () -> new Request(town.whistled() + "/history?minVersion=3", null));
        all.put(
                "GET " + aCase + "/history/export",
                () -> new Request(town.whistled() + "/history/export?format=CSV&minVersion=3", null));
        StepCall.all(town).forEach(call -> all.put(call.address(), () -> new Request(call.target(), call.body())));
        all.put("POST " + aCase + "/erasure", () -> new Request(town.raised() + "/erasure", null));
        all.put("GET /api/v1/sla", get("/api/v1/sla?by=PERIOD"));
        all.put("GET /api/v1/sla/{indicator}/cases", get("/api/v1/sla/3b/cases?result=MISSED"));
        all.put("GET /api/v1/sla/{indicator}/units", get("/api/v1/sla/1/units"));
        all.put("GET /api/v1/sla/overdue", get("/api/v1/sla/overdue"));
        all.put("GET /api/v1/sla/arrivals", get("/api/v1/sla/arrivals"));
        all.put("GET /api/v1/sla/disputes", get("/api/v1/sla/disputes"));
        all.put("GET /api/v1/sla/signals", get("/api/v1/sla/signals"));
        byte[] file = SampleFiles.words("停水通知");
        all.put("POST /api/v1/attachments", with("/api/v1/attachments", file));
        all.put("POST " + aCase + "/attachments", () -> new Request(town.raised() + "/attachments", file));
        all.put("GET " + aCase + "/attachments/{attachmentId}", () -> {
            String ticket = Town.accepted(SampleFiles.upload(town.street(), "/api/v1/attachments", "x", file))
                    .at("/files/0/ticket")
                    .asString();
            String address = Town.CASES
                    + '/'
                    + Town.accepted(town.street()
                                    .post(Town.CASES, Town.but(Town.demand(), "attachments", List.of(ticket))))
                            .get("caseId")
                            .asString();
            Town.accepted(town.district().get(address + "?minVersion=" + town.blow(address)));
            return new Request(address + "/attachments/" + ticket.substring(0, 36), null);
        });
        String owed = "/api/v1/returns/" + new UUID(0, 1);
        all.put("GET /api/v1/returns", get("/api/v1/returns"));
        all.put("GET /api/v1/returns/{caseId}", get(owed));
        all.put("POST /api/v1/returns/{caseId}/receipt", with(owed + "/receipt", Map.of("version", 1)));
        all.put("GET /api/v1/keys", get("/api/v1/keys"));
        all.put("POST /api/v1/keys", with("/api/v1/keys", Map.of("name", "one more", "role", "ADMINISTRATOR")));
        all.put("POST /api/v1/keys/{id}/rotation", () -> {
            JsonNode key = town.issue("soon rotated", Role.UNIT, Town.WATER);
            return new Request("/api/v1/keys/" + key.get("id").asString() + "/rotation", null);
        });
        all.put("DELETE /api/v1/keys/{id}", () -> {
            JsonNode key = town.issue("soon revoked", Role.UNIT, Town.WATER);
            return new Request("/api/v1/keys/" + key.get("id").asString(), null);
        });
        UserCalls.all(town)
                .forEach((address, call) -> all.put(address, () -> {
                    UserCalls.Call asked = call.get();
                    return new Request(asked.path(), asked.body());
                }));
        all.put("GET /api/v1/administration/audit", get("/api/v1/administration/audit"));
        all.put("GET /api/v1/views", get("/api/v1/views"));
        all.put("POST /api/v1/views/{name}/rebuild", () -> {
            town.administrator().send("DELETE", "/api/v1/views/inbox/rebuild", null);
            return new Request("/api/v1/views/inbox/rebuild", null);
        });
        all.put("DELETE /api/v1/views/{name}/rebuild", get("/api/v1/views/inbox/rebuild"));
        all.put("GET /api/v1/imports", get("/api/v1/imports"));
        all.put("PUT /api/v1/imports/{name}", anImport(""));
        all.put("GET /api/v1/imports/{name}", anImport("?"));
        all.put("GET /api/v1/imports/{name}/rejects", anImport("/rejects"));
        all.put("GET /api/v1/imports/{name}/rejects.csv", anImport("/rejects.csv"));
        return all;
    }

    private static Supplier<Request> get(String path) {
        return () -> new Request(path, null);
    }

    private static Supplier<Request> with(String path, Object body) {
        return () -> new Request(path, body);
    }

    private Supplier<Request> anImport(String view) {
        return () -> {
            String name = "/api/v1/imports/whomay";
            String file = "case_id,created_at,closed_at,updated_at,status,agency,agency_name,category,subcategory,"
                    + "channel,district,area,address,resolution\n1,2020-03-09T08:00:00,,,Open,DPW,,Potholes,,,,,,";
            Request put = new Request(name + "?source=whomay&zone=Asia/Shanghai", file);
            put.send(town.administrator(), "PUT");
            return view.isEmpty() ? put : new Request(name + view, null);
        };
    }
}
