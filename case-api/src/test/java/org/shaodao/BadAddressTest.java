package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;

/** Addresses, methods and parameters that do not exist or mean nothing are refused by name. */
class BadAddressTest {
    private final Town town = Town.shared();

    @Test
    void another_method_is_refused_with_those_that_are_taken() {
        Answer refused = town.street().send("DELETE", Town.CASES, null);

        ProblemAnswer.of(refused).is(405, "method-not-allowed").says("This address does not take this method.");
        assertThat(refused.header("Allow")).contains("GET").contains("POST");
        ProblemAnswer.of(town.street().get(town.raised() + "/whistles")).is(405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "text/csv"})
    void another_media_type_is_refused(String type) {
        ProblemAnswer.of(town.street().header("Content-Type", type).post(Town.CASES, Town.demand()))
                .is(415, "unsupported-media-type")
                .says("Send application/json.");
    }

    @Test
    void an_answer_in_another_format_cannot_be_had() {
        ProblemAnswer.of(town.street().header("Accept", "application/pdf").get(Town.CASES))
                .is(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1", "/api/", "/api/v1/cases/"})
    void an_unknown_address_is_not_found(String path) {
        ProblemAnswer.of(town.street().get(path)).is(404, "not-found").says("There is no such address or object.");
        ProblemAnswer.of(town.street().post(path, Map.of())).is(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cases/not-a-uuid, caseId",
        "/api/v1/cases/not-a-uuid/history, caseId",
        "/api/v1/cases?limit=many, limit",
        "/api/v1/inbox?unit=linxi-heating&limit=many, limit",
        "/api/v1/inbox?unit=linxi-heating&minCase=1, minCase",
        "/api/v1/inbox?unit=linxi-heating&minCase=00000000-0000-0000-0000-000000000000&minVersion=x, minVersion"
    })
    void a_malformed_parameter_is_refused_by_name(String path, String field) {
        ProblemAnswer.of(town.auditor().get(path))
                .is(400, "invalid-fields")
                .field(field, "type", "has the wrong type.");
    }

    @Test
    void an_unknown_tab_is_refused_with_the_tabs() {
        ProblemAnswer.of(town.heating().get("/api/v1/inbox?tab=LATER"))
                .is(400, "invalid-fields")
                .field("tab", "choice", "must be one of [TO_ACKNOWLEDGE, IN_HAND, DISPUTED, DUE_SOON, OVERDUE, DONE].");
    }

    @Test
    void whoever_looks_into_any_inbox_says_whose() {
        ProblemAnswer.of(town.auditor().get("/api/v1/inbox"))
                .is(400, "invalid-fields")
                .field("unit", "needed", "must be given.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases?cursor=x",
                "/api/v1/cases?cursor=%00",
                "/api/v1/cases?cursor=",
                "/api/v1/cases?cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5OTk5OTk5WiAwMC0wLTAtMC0w",
                "/api/v1/inbox?unit=linxi-heating&cursor=AAAA",
                "/api/v1/inbox?unit=linxi-heating&cursor=%E5%86%B7",
                "/api/v1/inbox?unit=linxi-heating&cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5OTk5OTk5WiAwMC0wLTAtMC0wIDE"
            })
    void a_cursor_that_no_page_gave_is_refused(String path) {
        ProblemAnswer.of(town.auditor().get(path))
                .is(400, "invalid-fields")
                .field("cursor", "cursor", "is not a cursor; use the one the last page gave.");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "-1, 1, 1", "1, 1, 1", "100000, 2, 200"})
    void a_page_has_one_to_two_hundred_rows_whatever_is_asked_for(int limit, int least, int most) {
        town.whistled();
        town.whistled();
        Map<String, String> pages = Map.of(
                "cases", "/api/v1/cases?limit=" + limit,
                "rows", "/api/v1/inbox?unit=linxi-heating&limit=" + limit,
                "entries", town.whistled() + "/history?minVersion=3&limit=" + limit);
        pages.forEach((rows, path) -> assertThat(
                        Town.accepted(town.auditor().get(path)).get(rows).size())
                .as(path)
                .isBetween(least, most));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/inbox?unit=%00, unit",
        "/api/v1/inbox?unit=linxi-heating&category=a%00, category",
        "/api/v1/inbox?unit=linxi-heating&search=a%0Ab, search"
    })
    void what_is_looked_for_is_one_line(String path, String field) {
        ProblemAnswer.of(town.auditor().get(path))
                .is(400, "invalid-fields")
                .field(field, "one-line", "must be one line of whole characters.");
    }

    @Test
    void a_login_that_cannot_be_stored_is_nobodys() {
        ProblemAnswer.of(town.product().as("a\u0000b", "x").get(Town.CASES)).is(401, "unauthenticated");
    }
}
