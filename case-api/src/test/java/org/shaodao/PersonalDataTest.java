package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Session;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.ClockEvent;
import tools.jackson.databind.JsonNode;

/** Who the resident is stands in no history, and after an erasure nowhere, though no stored byte changes. */
class PersonalDataTest {
    private static final Set<String> IDENTITY = Set.of("name", "phone", "address");

    private final Town town = Town.shared();
    private final String phone = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Test
    void who_the_resident_is_stands_in_no_history_whoever_reads_it() {
        String address = raised(phone);
        for (Session reader : List.of(town.street(), town.district(), town.heating(), town.housing(), town.auditor())) {
            assertThat(states(reader, address))
                    .containsEntry("0 name", "HIDDEN")
                    .containsEntry("0 phone", "HIDDEN")
                    .containsEntry("0 address", "HIDDEN")
                    .containsEntry("0 narrative", "SHOWN 家里只有十四度。");
            for (String path : List.of(address, address + "/history")) {
                assertThat(reader.get(path).response().body())
                        .doesNotContain("王女士")
                        .doesNotContain(phone)
                        .doesNotContain("东门小区");
            }
        }
    }

    @Test
    void an_erasure_makes_every_word_of_the_person_unreadable_and_changes_no_event() {
        String address = raised(phone);
        String otherOfSamePerson = raised("+86 " + phone.substring(0, 3) + "-" + phone.substring(3));
        String ofAnother = raised("139" + phone.substring(3));
        List<Stored> before = stored(address);
        assertThat(before)
                .filteredOn(stored -> !(stored.event() instanceof ClockEvent.ClocksStarted))
                .hasSize(5);

        assertThat(town.administrator().post(address + "/erasure", null).status())
                .isEqualTo(204);

        for (String erased : List.of(address, otherOfSamePerson)) {
            for (Session reader : List.of(town.street(), town.district(), town.heating(), town.auditor())) {
                Map<String, String> states = states(reader, erased);
                assertThat(states).hasSizeGreaterThan(6).doesNotContainValue("SHOWN");
                states.forEach((text, state) -> assertThat(state)
                        .as(text)
                        .isEqualTo(IDENTITY.contains(text.substring(2)) ? "HIDDEN" : "ERASED"));
            }
        }
        assertThat(identity(ofAnother).get("name").asString()).isEqualTo("王女士");
        assertThat(stored(address)).isEqualTo(before);
        assertThat(Town.history(town.street(), address, before.size() - 1)
                        .get(0)
                        .get("texts")
                        .get(0)
                        .get("chars")
                        .asInt())
                .as("how much was said may still be known")
                .isEqualTo("家里只有十四度。".length());
    }

    @Test
    void after_an_erasure_the_case_goes_on_without_words() {
        String address = raised(phone);
        Town.accepted(town.housing().post(address + "/dispatches/2/acknowledgement", null));
        assertThat(town.administrator().post(address + "/erasure", null).status())
                .isEqualTo(204);
        assertThat(town.administrator().post(address + "/erasure", null).status())
                .as("erasing again changes nothing")
                .isEqualTo(204);

        ProblemAnswer.of(town.heating().post(address + "/dispatches/1/replies", Town.finalReply()))
                .is(409, "person-erased")
                .says("The person was erased; no words can be recorded for them any more.");
        Town.accepted(town.heating().post(address + "/dispatches/1/acceptance", Map.of("handler", "officer-21")));
    }

    @Test
    void who_calls_again_after_an_erasure_is_somebody_new() {
        String address = raised(phone);
        town.administrator().post(address + "/erasure", null);

        String again = raised(phone);

        assertThat(identity(again).get("phone").asString()).isEqualTo(phone);
        assertThat(complainant(again)).isNotEqualTo(complainant(address));
    }

    @Test
    void nothing_is_erased_where_no_case_is() {
        String nowhere = Town.CASES + "/00000000-0000-4000-8000-000000000000";

        ProblemAnswer.of(town.administrator().post(nowhere + "/erasure", null)).is(404, "unknown-case");
    }

    /** A whistled case of somebody with this telephone number. */
    private String raised(String telephone) {
        Map<String, Object> demand = Town.but(Town.demand(), "name", "王女士");
        demand.put("phone", telephone);
        demand.put("address", "东门小区 3 号楼");
        String address = town.street().post(Town.CASES, demand).header("Location");
        Town.accepted(town.street().post(address + "/whistles", Town.whistle()));
        Town.accepted(town.heating().post(address + "/dispatches/1/acknowledgement", null));
        return address;
    }

    /** Who the resident is, as the street learns it. */
    private JsonNode identity(String address) {
        int version = Town.version(town.street().post(address + "/identity-reveals", IdentityCalls.PURPOSE));
        return Town.accepted(town.street().get(address + "/contact-card?minVersion=" + version));
    }

    private String complainant(String address) {
        UUID caseId = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        return RunningProduct.shared()
                .bean(CaseDesk.class)
                .complainantOf(caseId)
                .toString();
    }

    /** What a reader sees of every sealed text, by version and label. */
    private Map<String, String> states(Session reader, String address) {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode entry : Town.history(reader, address, stored(address).size() - 1)) {
            for (JsonNode text : entry.get("texts")) {
                String words = text.has("text") ? " " + text.get("text").asString() : "";
                states.put(
                        entry.get("version").asInt() + " " + text.get("label").asString(),
                        text.get("state").asString() + words);
            }
        }
        return states;
    }

    private List<Stored> stored(String address) {
        return town.product()
                .bean(EventStore.class)
                .readEvents(address.substring(Town.CASES.length() + 1))
                .asStream()
                .map(message ->
                        new Stored((CaseEvent) message.getPayload(), message.getMetaData(), message.getTimestamp()))
                .toList();
    }

    private record Stored(CaseEvent event, Map<String, ?> metadata, Instant recordedAt) {}
}
