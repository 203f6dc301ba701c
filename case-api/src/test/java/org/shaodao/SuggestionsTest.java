package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 派单建议. Whom a street should call for a category at a place, and why, before anybody is called. */
class SuggestionsTest {
    private static final String ESTATE = "parkland/hill/estate";

    private final Town town = Town.shared();

    /** A district of its own: what is said of it concerns no other test. */
    @BeforeAll
    static void openParkland() {
        publish("registry", """
                {"id": "parkland", "version": "1", "roles": [],
                 "places": [
                   {"code": "parkland", "kind": "DISTRICT", "zh": "园区", "en": "Parkland"},
                   {"code": "parkland/hill", "kind": "STREET", "parent": "parkland", "zh": "山街道", "en": "Hill"},
                   {"code": "parkland/hill/estate", "kind": "COMMUNITY", "parent": "parkland/hill", "zh": "苑", "en": "Estate"}],
                 "units": [
                   {"code": "hill", "kind": "STREET", "place": "parkland/hill", "zh": "山街道办", "en": "Hill", "active": true},
                   {"code": "roads", "kind": "DEPARTMENT", "place": "parkland", "zh": "路政", "en": "Roads", "active": true},
                   {"code": "parks", "kind": "DEPARTMENT", "place": "parkland", "zh": "园林", "en": "Parks", "active": true},
                   {"code": "lights", "kind": "UTILITY", "place": "parkland", "zh": "路灯", "en": "Lights", "active": false},
                   {"code": "estate", "kind": "COMMUNITY", "place": "parkland/hill/estate", "zh": "居委会", "en": "Estate", "active": true}],
                 "categories": [
                   {"code": "lamp", "zh": "路灯", "en": "Lamp"}, {"code": "tree", "zh": "树", "en": "Tree"},
                   {"code": "bin", "zh": "垃圾桶", "en": "Bin"}, {"code": "bench", "zh": "长椅", "en": "Bench"},
                   {"code": "path", "zh": "步道", "en": "Path"}],
                 "calls": []}""");
        publish("duty-list", """
                {"id": "parkland", "version": "1", "entries": [
                   {"code": "lamps", "unit": "roads", "kind": "LAWFUL", "zh": "道路照明", "en": "Lighting", "categories": ["lamp"]},
                   {"code": "trees", "unit": "parks", "kind": "LAWFUL", "zh": "树木", "en": "Trees", "categories": ["tree"]},
                   {"code": "bins", "unit": "parks", "kind": "NEGATIVE", "zh": "垃圾桶", "en": "Bins", "categories": ["bin"]},
                   {"code": "benches", "unit": "roads", "kind": "ASSIST", "zh": "长椅", "en": "Benches", "categories": ["bench"]}]}""");
        publish("dispatch-catalogue", """
                {"id": "parkland", "version": "1", "entries": [
                   {"code": "lamp", "category": "lamp", "lead": "lights", "assisting": ["roads", "parks"], "reason": "路灯公司运行", "source": "officer-1"},
                   {"code": "tree", "category": "tree", "leadKind": "DEPARTMENT", "reason": "区级部门承办", "source": "officer-1"},
                   {"code": "path", "category": "path", "leadKind": "DEPARTMENT", "assisting": ["parks"], "reason": "步道", "source": "officer-1"},
                   {"code": "bin", "category": "bin", "lead": "estate", "assisting": ["parks"], "reason": "就近", "source": "officer-1"}]}""");
    }

    @Test
    void the_catalogue_names_lead_and_assisting_unit_with_its_reason_and_who_entered_it() {
        List<JsonNode> units = suggestions("heating/cold-home", Town.COMMUNITY);

        assertThat(units.stream().map(SuggestionsTest::said))
                .containsExactly(
                        "linxi-heating LEAD DISPATCH_CATALOGUE cold-home",
                        "linxi-housing ASSISTING DISPATCH_CATALOGUE cold-home");
        JsonNode lead = units.getFirst();
        assertThat(lead.get("zh").asString()).isEqualTo("林溪供热公司");
        assertThat(lead.get("en").asString()).isEqualTo("Linxi Heating");
        assertThat(lead.get("reason").asString()).isEqualTo("供热设施由供热公司运行, 室内管线须住建部门配合");
        assertThat(lead.get("source").asString()).isEqualTo("officer-1");
    }

    @Test
    void where_the_catalogue_is_silent_the_duty_list_says_whose_duty_it_is_in_the_readers_language() {
        JsonNode housing = suggestions("building/leak", Town.COMMUNITY).getFirst();

        assertThat(said(housing)).isEqualTo("linxi-housing LEAD DUTY_LIST housing-1");
        assertThat(housing.get("reason").asString()).isEqualTo("Supervision of property services and lifts");
        assertThat(housing.has("source")).isFalse();
        assertThat(Town.accepted(town.street()
                                .header("Accept-Language", "zh-CN")
                                .get(address("building/leak", Town.COMMUNITY)))
                        .at("/0/reason")
                        .asString())
                .isEqualTo("物业服务与电梯维护的监督");
    }

    @ParameterizedTest
    @CsvSource({
        "lamp, roads LEAD DUTY_LIST lamps; parks ASSISTING DISPATCH_CATALOGUE lamp, who left is suggested no more",
        "tree, parks LEAD DISPATCH_CATALOGUE tree, of a kind whoever owes it",
        "path, roads LEAD DISPATCH_CATALOGUE path; parks ASSISTING DISPATCH_CATALOGUE path, who assists does not lead",
        "bin, parks ASSISTING DISPATCH_CATALOGUE bin, what is on the negative list goes to no community",
        "bench, roads ASSISTING DUTY_LIST benches, assistance is a duty too"
    })
    void only_units_that_the_street_may_call_are_suggested_each_once(String category, String suggested, String why) {
        assertThat(suggestions(category, ESTATE).stream().map(SuggestionsTest::said))
                .as(why)
                .containsExactly(suggested.split("; "));
    }

    @Test
    void any_unit_of_a_kind_is_suggested_where_the_matter_is_nobodys_duty() {
        assertThat(suggestions("street/rubbish", Town.COMMUNITY))
                .allSatisfy(unit -> assertThat(unit.get("kind").asString()).isEqualTo("DEPARTMENT"))
                .extracting(SuggestionsTest::said)
                .contains(
                        "linxi-urban LEAD DISPATCH_CATALOGUE street-else",
                        "linxi-housing LEAD DISPATCH_CATALOGUE street-else")
                .noneMatch(said -> said.startsWith("parks ") || said.startsWith("roads "));
    }

    @Test
    void nobody_is_suggested_where_nothing_is_known_or_no_street_works() {
        assertThat(suggestions("power/outage", Town.COMMUNITY)).isEmpty();
        assertThat(suggestions("heating/cold-home", ESTATE))
                .as("the units of another district")
                .isEmpty();
        assertThat(suggestions("heating/cold-home", "linxi")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no/such, linxi/huayuan/dongmen, category", "heating/cold-home, no/such, place"})
    void codes_that_nobody_registered_are_refused(String category, String place, String field) {
        ProblemAnswer refused = ProblemAnswer.of(town.street().get(address(category, place)));

        refused.is(422, "unknown-code");
        assertThat(refused.answer().json().at("/facts/field").asString()).isEqualTo(field);
    }

    /** Unit, role and entry of a suggestion. */
    static String said(JsonNode suggestion) {
        return "%s %s %s %s"
                .formatted(
                        suggestion.get("unit").asString(),
                        suggestion.get("role").asString(),
                        suggestion.get("document").asString(),
                        suggestion.get("code").asString());
    }

    private List<JsonNode> suggestions(String category, String place) {
        return Town.accepted(town.street().get(address(category, place)))
                .valueStream()
                .toList();
    }

    private static String address(String category, String place) {
        return "/api/v1/suggestions?category=" + category + "&place=" + place;
    }

    private static void publish(String kind, String content) {
        Town.accepted(Town.shared().administrator().put("/api/v1/documents/" + kind + "/parkland/versions/1", content));
    }
}
