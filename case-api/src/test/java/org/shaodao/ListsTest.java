package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Everybody's lists hold what is theirs and nothing else, and page by page every row once. */
class ListsTest {
    private static final Town TOWN = Town.shared();
    private static final String STREET = "lists-street";
    private static final String OTHER_STREET = "lists-other-street";
    private static final String UNIT = "lists-unit";
    private static final String OTHER_UNIT = "lists-other-unit";
    private static final int CASES = 7;

    private static final List<String> OWN = new ArrayList<>();
    private static String foreign;

    /** The street calls its unit in all of its cases, the other street calls the other unit in its one. */
    @BeforeAll
    static void two_streets_and_two_units_have_cases() {
        TOWN.register(
                "lists",
                List.of(
                        unit(STREET, "STREET"),
                        unit(OTHER_STREET, "STREET"),
                        unit(UNIT, "UTILITY"),
                        unit(OTHER_UNIT, "UTILITY")));
        for (int i = 0; i < CASES; i++) {
            OWN.add(dispatched(STREET, UNIT));
        }
        foreign = dispatched(OTHER_STREET, OTHER_UNIT);
    }

    @Test
    void a_street_lists_its_own_cases_and_who_watches_over_all_lists_both() {
        assertThat(ids(cases(TOWN.with(Role.STREET, STREET), 200))).containsExactlyElementsOf(OWN.reversed());
        assertThat(ids(cases(TOWN.with(Role.STREET, OTHER_STREET), 200))).containsExactly(foreign);
        for (Session watching : List.of(TOWN.district(), TOWN.auditor())) {
            assertThat(ids(cases(watching, 200))).contains(foreign).containsAll(OWN);
        }
    }

    @Test
    void a_case_that_was_transferred_is_in_the_list_of_the_other_street() {
        TOWN.register(
                "lists-moving",
                List.of(
                        unit("lists-from", "STREET"),
                        unit("lists-to", "STREET"),
                        unit("lists-moving-unit", "UTILITY")));
        String address = Town.CASES + '/' + dispatched("lists-from", "lists-moving-unit");
        int version = Town.version(
                TOWN.district().post(address + "/transfer", Map.of("street", "lists-to", "reason", "实际在另一街道。")));
        Town.accepted(TOWN.with(Role.STREET, "lists-to").get(address + "?minVersion=" + version));

        assertThat(Town.accepted(TOWN.with(Role.STREET, "lists-from").get(Town.CASES))
                        .get("cases"))
                .isEmpty();
        assertThat(ids(cases(TOWN.with(Role.STREET, "lists-to"), 200))).hasSize(1);
        assertThat(TOWN.with(Role.STREET, "lists-from").get(address).status()).isEqualTo(404);
    }

    @Test
    void a_unit_lists_its_own_dispatches() {
        assertThat(ids(inbox(TOWN.with(Role.UNIT, UNIT), "", 200))).containsExactlyElementsOf(OWN);
        assertThat(ids(inbox(TOWN.with(Role.UNIT, OTHER_UNIT), "", 200))).containsExactly(foreign);
    }

    @Test
    void a_unit_that_asks_for_the_inbox_of_another_is_shown_its_own() {
        Session other = TOWN.with(Role.UNIT, OTHER_UNIT);
        assertThat(ids(inbox(other, "&unit=" + UNIT, 200))).containsExactly(foreign);
        assertThat(TOWN.with(Role.UNIT, OTHER_UNIT)
                        .get("/api/v1/inbox?unit=" + UNIT)
                        .json()
                        .at("/counts/toAcknowledge")
                        .asInt())
                .isEqualTo(1);
        for (Session watching : List.of(TOWN.district(), TOWN.auditor())) {
            assertThat(ids(inbox(watching, "&unit=" + UNIT, 200))).containsExactlyElementsOf(OWN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, CASES})
    void cases_are_read_page_by_page_each_once(int limit) {
        assertThat(ids(cases(TOWN.with(Role.STREET, STREET), limit))).containsExactlyElementsOf(OWN.reversed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, CASES})
    void an_inbox_is_read_page_by_page_each_dispatch_once(int limit) {
        assertThat(ids(inbox(TOWN.with(Role.UNIT, UNIT), "", limit))).containsExactlyElementsOf(OWN);
        assertThat(ids(inbox(TOWN.auditor(), "&unit=" + UNIT, limit))).containsExactlyElementsOf(OWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_history_is_read_page_by_page_from_either_end(int limit) {
        String address = TOWN.verified();
        int last = Town.version(TOWN.street().post(address + "/closure", Map.of()));
        String history = address + "/history?minVersion=" + last + "&order=";
        List<Long> versions = versions(TOWN.street(), history + "OLDEST_FIRST", limit);
        assertThat(versions).hasSizeGreaterThan(5).doesNotHaveDuplicates().isSorted();
        assertThat(versions).first().isEqualTo(0L);
        assertThat(versions).last().isEqualTo((long) last);
        assertThat(versions(TOWN.street(), history + "NEWEST_FIRST", limit)).isEqualTo(versions.reversed());
    }

    private static List<JsonNode> cases(Session reader, int limit) {
        return walk(reader, "/api/v1/cases?limit=" + limit, "cases", "cursor", limit);
    }

    private static List<JsonNode> inbox(Session reader, String filter, int limit) {
        return walk(reader, "/api/v1/inbox?limit=" + limit + filter, "rows", "cursor", limit);
    }

    private static List<Long> versions(Session reader, String path, int limit) {
        return walk(reader, path + "&limit=" + limit, "entries", "beyond", limit).stream()
                .map(entry -> entry.path("version").asLong())
                .toList();
    }

    /** Every row, page by page: each page is full but the last, and the last says that it is. */
    private static List<JsonNode> walk(Session reader, String path, String list, String continuing, int limit) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode page = Town.accepted(reader.get(path));
        while (page.hasNonNull("next")) {
            assertThat(page.path(list)).hasSize(limit);
            page.path(list).forEach(rows::add);
            page = Town.accepted(
                    reader.get(path + '&' + continuing + '=' + page.path("next").asString()));
        }
        assertThat(page.path(list)).hasSizeBetween(1, limit);
        page.path(list).forEach(rows::add);
        return rows;
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("caseId").asString()).toList();
    }

    /** A case of which both lists know when this returns. */
    private static String dispatched(String street, String unit) {
        Session office = TOWN.with(Role.STREET, street);
        String caseId = Town.accepted(office.post(Town.CASES, Town.demand()))
                .path("caseId")
                .asString();
        int version = Town.version(
                office.post(Town.CASES + '/' + caseId + "/dispatches", Map.of("call", Town.call(unit, "LEAD"))));
        Town.accepted(office.get(Town.CASES + '/' + caseId + "?minVersion=" + version));
        Town.accepted(TOWN.with(Role.UNIT, unit).get("/api/v1/inbox?minVersion=" + version + "&minCase=" + caseId));
        return caseId;
    }

    private static Map<String, Object> unit(String code, String kind) {
        return Map.of("code", code, "kind", kind, "zh", code, "en", code);
    }
}
