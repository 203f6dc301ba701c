package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import tools.jackson.databind.JsonNode;

/** 裁定先例. What a ruling leaves behind: a precedent to be found, and what the dispatch catalogue may learn from it. */
class PrecedentsTest {
    private static final String CATEGORY = "greening/upkeep";
    private static final String GRID = "linxi/huayuan/dongmen/grid-1";
    private static final String CATALOGUE = "/api/v1/documents/dispatch-catalogue/precedents/versions/";

    private final Town town = Town.shared();

    @Test
    void a_ruling_becomes_a_precedent_and_once_somebody_publishes_it_the_reason_of_a_suggestion() {
        JsonNode general = RunningProduct.JSON.valueToTree(Map.of(
                "code", "greening",
                "category", "greening",
                "lead", Town.WATER,
                "reason", "绿化用水由水务公司供应",
                "source", "officer-1"));
        publish("1", List.of(general));
        Ruled ruled = ruled(Town.but(DisputeCalls.ruling(), "headnote", "绿地养护由城管部门主办"));
        JsonNode entry = Town.accepted(catalogueEntry(ruled));

        assertThat(found(ruled, "category=" + CATEGORY)).isTrue();
        assertThat(found(ruled, "category=greening"))
                .as("by the category above")
                .isTrue();
        assertThat(found(ruled, "placeKind=GRID&category=greening")).isTrue();
        assertThat(found(ruled, "ground=not-our-duty&category=greening&placeKind=GRID"))
                .isTrue();
        assertThat(found(ruled, "category=heating")).isFalse();
        assertThat(found(ruled, "category=green")).as("a code, not its letters").isFalse();
        assertThat(found(ruled, "category=greening&placeKind=COMMUNITY")).isFalse();
        assertThat(found(ruled, "category=greening&ground=not-our-area")).isFalse();

        String number =
                Town.accepted(town.street().get(ruled.address())).get("number").asString() + "/1";
        assertThat(entry)
                .isEqualTo(RunningProduct.JSON.valueToTree(Map.of(
                        "code",
                        number,
                        "category",
                        CATEGORY,
                        "place",
                        "GRID",
                        "lead",
                        Town.URBAN,
                        "assisting",
                        List.of(),
                        "reason",
                        "绿地养护由城管部门主办",
                        "source",
                        number)));
        assertThat(suggested(GRID)).containsExactly("linxi-water LEAD DISPATCH_CATALOGUE greening");

        publish("2", List.of(entry, general));

        JsonNode suggestion = suggestions(GRID).getFirst();
        assertThat(SuggestionsTest.said(suggestion)).isEqualTo("linxi-urban LEAD DISPATCH_CATALOGUE " + number);
        assertThat(suggestion.get("reason").asString()).isEqualTo("绿地养护由城管部门主办");
        assertThat(suggestion.get("source").asString()).isEqualTo(number);
        assertThat(suggested(Town.COMMUNITY))
                .as("the ruling was about a grid")
                .containsExactly("linxi-water LEAD DISPATCH_CATALOGUE greening");
    }

    @Test
    void a_precedent_says_who_was_right_and_who_must_act() {
        Ruled ruled = ruled(DisputeCalls.ruling());

        JsonNode precedent = precedents("category=greening")
                .filter(row -> row.get("caseId").asString().equals(ruled.caseId()))
                .findFirst()
                .orElseThrow();

        assertThat(precedent.get("unit").asString()).isEqualTo(Town.HEATING);
        assertThat(precedent.get("upheld").asBoolean()).isTrue();
        assertThat(precedent.get("responsible").asString()).isEqualTo(Town.URBAN);
        assertThat(precedent.get("ground").asString()).isEqualTo("not-our-duty");
        assertThat(precedent.get("place").asString()).isEqualTo(GRID);
        assertThat(precedent.get("headnote").asString())
                .isEqualTo(DisputeCalls.ruling().get("headnote"));
    }

    @Test
    void the_catalogue_learns_only_from_a_ruling_that_says_so_and_names_somebody() {
        Map<String, Object> nobody = Town.but(Town.but(DisputeCalls.ruling(), "responsible", null), "task", null);

        for (Map<String, Object> ruling : List.of(Town.but(DisputeCalls.ruling(), "catalogue", false), nobody)) {
            Ruled ruled = ruled(ruling);
            ProblemAnswer.of(catalogueEntry(ruled)).is(404, "not-found");
            assertThat(found(ruled, "category=greening"))
                    .as("it is a precedent all the same")
                    .isTrue();
        }
    }

    /** A case whose first dispatch was ruled on. */
    private record Ruled(String address, int version) {
        String caseId() {
            return address.substring(Town.CASES.length() + 1);
        }
    }

    private Ruled ruled(Map<String, Object> ruling) {
        String address = Town.CASES
                + '/'
                + Town.accepted(town.street()
                                .post(
                                        Town.CASES,
                                        Town.but(Town.but(Town.demand(), "category", CATEGORY), "place", GRID)))
                        .get("caseId")
                        .asString();
        town.blow(address);
        String handBack = address + "/dispatches/1/hand-back";
        Town.accepted(town.heating().post(handBack, DisputeCalls.handBack()));
        Town.accepted(town.street().post(handBack + "/refusal", Map.of("reason", "管网属于你单位。")));
        int version = Town.version(DisputeCalls.ruler(town).post(handBack + "/ruling", ruling));
        Ruled ruled = new Ruled(address, version);
        assertThat(catalogueEntry(ruled).status()).as("the list has it by now").isIn(200, 404);
        return ruled;
    }

    private Answer catalogueEntry(Ruled ruled) {
        return town.district()
                .get("/api/v1/precedents/%s/1/catalogue-entry?minVersion=%d"
                        .formatted(ruled.caseId(), ruled.version()));
    }

    private boolean found(Ruled ruled, String query) {
        return precedents(query).anyMatch(row -> row.get("caseId").asString().equals(ruled.caseId()));
    }

    private Stream<JsonNode> precedents(String query) {
        return Town.accepted(town.housing().get("/api/v1/precedents?limit=200&" + query))
                .get("precedents")
                .valueStream();
    }

    private List<JsonNode> suggestions(String place) {
        return Town.accepted(town.street().get("/api/v1/suggestions?category=" + CATEGORY + "&place=" + place))
                .valueStream()
                .toList();
    }

    private List<String> suggested(String place) {
        return suggestions(place).stream().map(SuggestionsTest::said).toList();
    }

    private void publish(String version, List<JsonNode> entries) {
        Town.accepted(town.administrator()
                .put(CATALOGUE + version, Map.of("id", "precedents", "version", version, "entries", entries)));
    }
}
