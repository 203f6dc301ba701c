package org.shaodao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.NamedDay;
import org.shaodao.clocks.PublishedYear;
import org.shaodao.clocks.SharedData;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import tools.jackson.databind.JsonNode;

/** What comes with the product is in force from the first start on. */
class ShippedTest {
    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");

    private final Documents documents = RunningProduct.shared().bean(Documents.class);

    @Test
    void a_pack_of_example_values_is_in_force_with_its_calendar() {
        InForce inForce = documents.inForce(NOW);

        assertThat(inForce.pack().ref().id()).isEqualTo("default");
        assertThat(inForce.pack().content().basis()).isEqualTo(PolicyPack.Basis.DEFAULT);
        assertThat(inForce.calendar().ref().id()).isEqualTo("cn");
        assertThat(inForce.calendar().content().zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(inForce.registry().refs()).extracting(VersionRef::id).contains("linxi");
        assertThat(inForce.registry().content().mayWhistle("huayuan", "linxi-heating"))
                .isTrue();
        assertThat(inForce.dutyList().content().negative("gas/leak")).isPresent();
        assertThat(inForce.catalogue().content().suggestionFor("heating/cold-home", PlaceKind.COMMUNITY))
                .map(DispatchCatalogue.Entry::lead)
                .contains("linxi-heating");
    }

    @Test
    void demands_of_past_years_find_a_pack_too() {
        assertThat(documents
                        .inForce(Instant.parse("1991-06-01T00:00:00Z"))
                        .pack()
                        .content()
                        .clockSetFor("road/manhole", DemandKind.HELP, Urgency.NORMAL, "resident-demand")
                        .rule(ClockKind.HANDLING))
                .map(ClockRule::span)
                .contains(new Span(SpanKind.WORKING_DAYS, 5));
    }

    @Test
    void samples_are_marked_and_every_number_of_a_public_rule_names_it() {
        Map<String, Versioned<PolicyPack>> packs =
                documents.shelf().assembly(NOW).packs();

        assertThat(packs.keySet()).contains("default", "sample-tianjin", "sample-beijing-draft");
        for (String sample : new String[] {"sample-tianjin", "sample-beijing-draft"}) {
            PolicyPack pack = packs.get(sample).content();
            assertThat(pack.basis()).isEqualTo(PolicyPack.Basis.SAMPLE);
            assertThat(pack.sources())
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(source.address()).startsWith("http"));
            assertThat(pack.clockSets().values().stream().flatMap(set -> set.values().stream()))
                    .anyMatch(rule -> rule.source() != null);
        }
        assertThat(packs.get("default").content().clockSets().values())
                .allSatisfy(set -> assertThat(set.values()).allMatch(rule -> rule.source() == null));
    }

    @Test
    void the_calendar_says_what_the_notices_say_and_nothing_of_a_year_without_one() throws IOException {
        WorkingCalendar calendar = documents.inForce(NOW).calendar().content();
        assertThat(calendar.years().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2018, 2026).boxed().toList());

        for (int year = 2018; year <= 2026; year++) {
            JsonNode file =
                    RunningProduct.JSON.readTree(Files.readString(SharedData.file("cn_calendar", year + ".json")));
            Map<LocalDate, NamedDay> days = new TreeMap<>();
            file.get("days")
                    .forEach(day -> days.put(
                            LocalDate.parse(day.get("date").asString()),
                            new NamedDay(
                                    day.get("name").asString(),
                                    day.get("isOffDay").asBoolean())));
            PublishedYear published = calendar.years().get(year);
            assertThat(published.days()).as("%d", year).isEqualTo(days);
            assertThat(published.notices())
                    .containsExactlyElementsOf(file.get("papers")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
    }

    @Test
    void every_kind_has_a_stream_made_from_its_code() {
        UUID namespace = UUID.fromString("5ba0da00-0000-5000-8000-00000000d0c5");
        assertThat(DocumentKind.values())
                .hasSize(7)
                .allSatisfy(kind ->
                        assertThat(kind.stream()).isEqualTo(UuidCreator.getNameBasedSha1(namespace, kind.code())));
    }
}
