package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import tools.jackson.databind.JsonNode;

/** A history taken away says what the history says to the same reader, and not a word more. */
class ExportOverHttpTest {
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"室温\")";

    private final Town town = Town.shared();

    @Test
    void every_event_is_in_the_file_with_both_times_who_what_changed_and_by_which_documents() {
        String address = town.whistled();
        long version = Town.accepted(town.heating().post(address + "/dispatches/1/acknowledgement", Map.of()))
                .get("version")
                .asLong();
        JsonNode told = Town.history(town.auditor(), address, version);
        JsonNode file = json(town.auditor().header("Accept-Language", "en"), address, version);
        assertThat(file.path("events")).hasSameSizeAs(told);
        for (int i = 0; i < told.size(); i++) {
            JsonNode event = file.path("events").get(i);
            for (String part : List.of("version", "event", "occurredAt", "recordedAt", "by", "facts", "texts")) {
                assertThat(event.get(part)).as(part).isEqualTo(told.get(i).get(part));
            }
        }
        assertThat(file.path("events").findValuesAsString("sentence"))
                .contains("Dispatch 1 · State: to acknowledge → acknowledged");
        assertThat(file.path("events").findValues("documents"))
                .anySatisfy(documents ->
                        assertThat(documents.findValuesAsString("kind")).containsExactly("policy-pack", "calendar"));
    }

    @Test
    void a_table_opens_in_a_spreadsheet_and_nothing_in_it_is_calculated() {
        String address = town.whistled();
        long version = Town.accepted(town.street().post(address + "/supplements", Map.of("words", FORMULA)))
                .get("version")
                .asLong();
        Answer answer = town.auditor().get(address + "/history/export?format=CSV&minVersion=" + version);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).matches("attachment; filename=\"LX-.*\\.csv\"");
        String text = answer.response().body();
        assertThat(text).startsWith("\uFEFF");
        List<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
        assertThat(rows).hasSize((int) version + 2);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.getFields())
                        .hasSize(11)
                        .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*")));
        assertThat(rows.getLast().getField(10)).contains(FORMULA);
    }

    @Test
    void words_that_are_not_for_the_reader_are_not_in_the_file() {
        Answer raised = town.street().post(Town.CASES, Town.but(Town.demand(), "name", "导出不见人"));
        String address = raised.header("Location");
        long version = raised.json().get("version").asLong();
        for (RunningProduct.Session reader : List.of(town.street(), town.auditor())) {
            assertThat(json(reader, address, version).toString())
                    .contains("HIDDEN")
                    .doesNotContain("导出不见人");
        }
    }

    private static JsonNode json(RunningProduct.Session reader, String address, long version) {
        Answer answer = reader.get(address + "/history/export?format=JSON&minVersion=" + version);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
