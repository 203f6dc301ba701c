package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** Rule 7: who the resident is, is told in person, for a purpose, for a while, and never without the resident seeing it. */
class ContactCardTest {
    private static final String PHONE = "13812345678";

    private final Town town = Town.shared();
    private final Session handler = IdentityCalls.handler(town);

    @Test
    void the_named_handler_opens_a_card_and_reads_it_and_nobody_else_does() {
        String address = whistled(Map.of());
        int accepted = Town.version(
                handler.post(address + "/dispatches/1/acceptance", Map.of("handler", IdentityCalls.HANDLER)));
        ProblemAnswer.of(handler.get(address + "/contact-card?minVersion=" + accepted))
                .is(403, "no-contact-card");

        Answer opened = handler.post(address + "/dispatches/1/contact-card", IdentityCalls.PURPOSE);

        String card = address + "/contact-card?minVersion=" + Town.version(opened);
        JsonNode read = Town.accepted(handler.get(card));
        assertThat(read.get("name").asString()).isEqualTo("王女士");
        assertThat(read.get("phone").asString()).isEqualTo(PHONE);
        assertThat(read.get("address").asString()).isEqualTo("东门小区 3 号楼");
        assertThat(read.get("alias").asString()).matches("Resident [2-9A-Z]{4}");
        for (Session other : List.of(
                town.heating().header("Shaodao-Officer", "somebody-else"),
                town.heating(),
                town.housing(),
                town.street(),
                town.district(),
                town.auditor())) {
            ProblemAnswer.of(other.get(card)).is(403, "no-contact-card");
        }
        ProblemAnswer.of(town.heating()
                        .header("Shaodao-Officer", "somebody-else")
                        .post(address + "/dispatches/1/contact-card", IdentityCalls.PURPOSE))
                .is(403, "not-the-handler");
        ProblemAnswer.of(town.heating().post(address + "/dispatches/1/contact-card", IdentityCalls.PURPOSE))
                .is(400, "invalid-fields")
                .field("Shaodao-Officer", "needed", "must be given.");
    }

    @Test
    void with_the_final_reply_the_card_is_closed() {
        String card = IdentityCalls.opened(town);
        Town.accepted(handler.get(card));

        int replied = Town.version(
                handler.post(card.replaceAll("/contact-card.*", "/dispatches/1/replies"), Town.finalReply()));

        ProblemAnswer.of(handler.get(card.replaceAll("=.*", "=" + replied))).is(403, "no-contact-card");
    }

    @Test
    void another_handler_opens_a_card_of_their_own() {
        String card = IdentityCalls.opened(town);
        String address = card.replaceAll("/contact-card.*", "");

        int assigned = Town.version(
                handler.post(address + "/dispatches/1/assignments", Map.of("section", "维修一班", "handler", "handler-2")));

        ProblemAnswer.of(handler.get(card.replaceAll("=.*", "=" + assigned))).is(403, "no-contact-card");
    }

    @Test
    void who_tipped_somebody_off_is_known_to_street_and_district_only() {
        for (Map<String, Object> guarded :
                List.of(Map.<String, Object>of("kind", "TIP_OFF"), Map.<String, Object>of("confidential", true))) {
            String address = IdentityCalls.accepted(town, whistled(guarded));

            ProblemAnswer.of(handler.post(address + "/dispatches/1/contact-card", IdentityCalls.PURPOSE))
                    .is(403, "contact-through-the-street");

            for (Session office : List.of(town.street(), town.district().header("Shaodao-Officer", "supervisor-1"))) {
                int version = Town.version(office.post(address + "/identity-reveals", IdentityCalls.PURPOSE));
                assertThat(Town.accepted(office.get(address + "/contact-card?minVersion=" + version))
                                .get("phone")
                                .asString())
                        .isEqualTo(PHONE);
            }
        }
    }

    @Test
    void the_unit_complained_about_is_neither_called_nor_told_that_there_is_a_case() {
        Map<String, Object> complaint = Town.but(Town.but(Town.demand(), "kind", "COMPLAINT"), "about", Town.HEATING);
        String address = town.street().post(Town.CASES, complaint).header("Location");

        ProblemAnswer.of(town.street().post(address + "/whistles", Town.whistle()))
                .is(403, "concerns-the-unit");

        ProblemAnswer.of(handler.post(address + "/dispatches/1/contact-card", IdentityCalls.PURPOSE))
                .is(404, "unknown-case");
        ProblemAnswer.of(handler.get(address + "/contact-card")).is(404, "unknown-case");
    }

    @Test
    void the_resident_sees_who_looked_and_why_by_unit_and_role_and_never_by_person() {
        String address = IdentityCalls.accepted(town, whistled(Map.of()));
        int version = Town.version(handler.post(address + "/dispatches/1/contact-card", IdentityCalls.PURPOSE));
        handler.get(address + "/contact-card?minVersion=" + version);
        handler.get(address + "/contact-card?minVersion=" + version);
        Town.history(town.housing(), address, version);
        Town.history(town.housing(), address, version);

        Answer looked = town.resident(address).get(address + "/who-looked");

        JsonNode all = Town.accepted(looked);
        assertThat(all.valueStream()
                        .map(one -> one.get("what").asString() + " "
                                + one.get("who").asString()))
                .as("each reading of the identity, and one of the words within the hour")
                .containsExactly("NARRATIVE Housing Bureau", "IDENTITY Linxi Heating", "IDENTITY Linxi Heating");
        assertThat(all.get(1).get("purpose").asString()).isEqualTo("约定上门维修的时间。");
        assertThat(all.get(1).get("role").asString()).isEqualTo("UNIT");
        assertThat(looked.response().body()).doesNotContain("lead").doesNotContain("actor");

        JsonNode kept = Town.accepted(
                town.auditor().get("/api/v1/readings?limit=2&caseId=" + address.substring(Town.CASES.length() + 1)));
        assertThat(kept.get("readings").get(1).get("person").asString()).isEqualTo("lead");
        assertThat(Town.accepted(town.auditor()
                                .get("/api/v1/readings?caseId=" + address.substring(Town.CASES.length() + 1)
                                        + "&cursor=" + kept.get("next").asString()))
                        .get("readings"))
                .hasSize(1);
    }

    @Test
    void the_same_person_has_another_alias_in_another_case() {
        String first = whistled(Map.of());
        String second = whistled(Map.of());

        String alias = alias(town.housing(), first);

        assertThat(alias).isEqualTo(alias(town.street(), first)).isNotEqualTo(alias(town.street(), second));
    }

    private static String alias(Session reader, String address) {
        return Town.accepted(reader.get(address + "/history?minVersion=3"))
                .get("alias")
                .asString();
    }

    private String whistled(Map<String, Object> otherwise) {
        Map<String, Object> demand = Town.but(Town.demand(), "name", "王女士");
        demand.put("phone", PHONE);
        demand.put("address", "东门小区 3 号楼");
        demand.putAll(otherwise);
        String address = town.street().post(Town.CASES, demand).header("Location");
        town.blow(address);
        return address;
    }
}
