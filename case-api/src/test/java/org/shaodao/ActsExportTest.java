package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** What administrators did, taken away: all that is looked for, in the order of the list, and no secret. */
class ActsExportTest {
    private static final String AUDIT = "/api/v1/administration/audit";
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"钥匙\")";

    private final Town town = Town.shared();

    @Test
    void a_file_says_what_the_list_says_and_says_it_in_words() {
        String key = rotated("taken away");
        for (Session reader : List.of(town.administrator(), town.auditor().header("Accept-Language", "en"))) {
            JsonNode listed = Town.accepted(reader.get(AUDIT + "?kind=KEY&subject=" + key))
                    .get("entries");
            Answer answer = reader.get(AUDIT + "/export?format=JSON&kind=KEY&subject=" + key);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"administration.json\"");
            JsonNode file = answer.json();
            assertThat(file.get("exportedAt").asString()).isNotBlank();
            assertThat(file.get("acts").valueStream().map(act -> act.get("act")))
                    .containsExactlyElementsOf(listed);
        }
        assertThat(Town.accepted(town.auditor()
                                .header("Accept-Language", "en")
                                .get(AUDIT + "/export?format=JSON&subject=" + key))
                        .get("acts")
                        .findValuesAsString("sentence"))
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence).contains("taken away"));
    }

    @Test
    void a_table_opens_in_a_spreadsheet_and_nothing_in_it_is_calculated() {
        String key = rotated(FORMULA);
        Answer answer = town.auditor().header("Accept-Language", "en").get(AUDIT + "/export?format=CSV&subject=" + key);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        String text = answer.response().body();
        assertThat(text).startsWith("\uFEFF");
        List<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
        assertThat(rows)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getFields())
                        .hasSize(12)
                        .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*")));
        assertThat(rows.stream().map(row -> row.getField(3))).containsExactly("Code", "KEY_ROTATED", "KEY_ISSUED");
        assertThat(rows.getLast().getField(6)).isEqualTo('\'' + FORMULA);
        assertThat(rows.getLast().getField(11)).contains("HYPERLINK");
    }

    @Test
    void more_acts_than_are_read_at_a_time_are_all_in_the_file_once() {
        String by = Town.accepted(town.auditor().get(AUDIT + "?limit=1"))
                .at("/entries/0/name")
                .asString();
        for (int i = 0; i < 3; i++) {
            rotated("one of many");
        }
        JsonNode all =
                Town.accepted(town.auditor().get(AUDIT + "/export?format=JSON")).get("acts");
        List<Long> ids =
                all.valueStream().map(act -> act.at("/act/id").asLong()).toList();
        assertThat(ids).hasSizeGreaterThan(6).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        JsonNode theirs = Town.accepted(town.auditor()
                        .get(AUDIT + "/export?format=JSON&by=" + URLEncoder.encode(by, StandardCharsets.UTF_8)))
                .get("acts");
        assertThat(theirs.valueStream().map(act -> act.at("/act/name").asString()))
                .isNotEmpty()
                .containsOnly(by);
    }

    @Test
    void a_wrong_question_is_told_what_would_be_right() {
        ProblemAnswer.of(town.auditor().get(AUDIT + "/export")).is(400, "invalid-fields");
        ProblemAnswer.of(town.auditor().get(AUDIT + "/export?format=XLS")).is(400, "invalid-fields");
        ProblemAnswer.of(town.auditor().get(AUDIT + "/export?format=CSV&kind=NOBODY"))
                .is(400, "invalid-fields");
    }

    /** The id of a key that was issued and rotated. */
    private String rotated(String name) {
        JsonNode key = Town.accepted(town.administrator()
                .post("/api/v1/keys", Map.of("name", name, "role", Role.UNIT.name(), "unit", Town.WATER)));
        String id = key.get("id").asString();
        Town.accepted(town.administrator().post("/api/v1/keys/" + id + "/rotation", null));
        return id;
    }
}
