package org.shaodao.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaodao.imports.Importing.*;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.RunningProduct;
import org.shaodao.clocks.SharedData;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files of other systems become cases with a whole life, once, however often they are read. */
class ImportTest {

    @Tag("soak")
    @Test
    void a_day_of_new_york_stands_in_the_inboxes_as_its_source_says() throws Exception {
        Path file = SharedData.file("311", "nyc311_2018-10-21.csv.gz");
        Source source = Source.read(file);
        HttpResponse<String> answer = send("nyc", file, "source=nyc311&zone=America/New_York");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("read").asInt()).isEqualTo(source.rows);
        assertThat(counts.path("opened").asInt()).isEqualTo(source.rows);
        assertThat(counts.path("closed").asInt()).isEqualTo(source.closed);
        assertThat(counts.path("open").asInt()).isEqualTo(source.rows - source.closed);
        assertThat(counts.path("rejected").asInt()).isZero();
        assertThat(source.duplicates).isGreaterThan(30);
        assertThat(counts.path("duplicates").asInt()).isEqualTo(source.duplicates);
        assertThat(counts.path("transferred").asInt()).isZero();
        assertThat(stored("casefile.duplicate-noted", "2018-10-2")).isEqualTo(source.duplicates);
        assertThat(PRODUCT.as("shenji")
                        .get("/api/v1/documents/registry/import-nyc311/versions")
                        .json()
                        .path("versions"))
                .as("the new codes of a hundred rows become one version of the source's registry")
                .hasSizeBetween(2, 1 + (source.rows + 99) / 100);

        RunningProduct.Session auditor = PRODUCT.as("shenji");
        for (Map.Entry<String, Integer> backlog : source.openByAgency.entrySet()) {
            String unit = "nyc311/" + backlog.getKey().toLowerCase(Locale.ROOT);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(auditor.get("/api/v1/inbox?limit=1&unit=" + unit)
                                    .json()
                                    .path("counts")
                                    .path("toAcknowledge")
                                    .asInt())
                            .as(unit)
                            .isEqualTo(backlog.getValue()));
        }
        JsonNode row = auditor.get("/api/v1/inbox?tab=DONE&limit=1&unit=nyc311/nypd")
                .json()
                .path("rows")
                .get(0);
        JsonNode history = auditor.get("/api/v1/cases/" + row.path("caseId").asString() + "/history")
                .json()
                .path("entries");
        assertThat(history)
                .extracting(entry -> entry.path("event").asString())
                .containsExactly(
                        "casefile.raised",
                        "casefile.dispatched",
                        "casefile.replied",
                        "casefile.verified",
                        "casefile.closed");
        assertThat(history.get(3).path("sentence").asString())
                .isEqualTo("Work verified; basis: the word of the source system");
        assertThat(history.get(0).path("occurredAt").asString()).startsWith("2018-10-2");
        assertThat(history.get(0).path("recordedAt").asString()).doesNotStartWith("2018");

        JsonNode again = RunningProduct.JSON
                .readTree(
                        send("nyc", file, "source=nyc311&zone=America/New_York").body())
                .path("counts");
        assertThat(again.path("opened").asInt()).isZero();
        assertThat(again.path("alreadyThere").asInt()).isEqualTo(source.rows);
    }

    @Test
    void rows_that_cannot_be_cases_are_listed_by_line_and_reason_and_the_rest_is_taken(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("rows.csv");
        Files.writeString(
                file,
                HEADER
                        + row("1", "2020-03-08T01:00:00", "2020-03-08T05:00:00", "Closed", "DPW", "Potholes")
                        + row("2", "2020-03-08T01:00:00", "2020-03-07T01:00:00", "Closed", "DPW", "Potholes")
                        + row("3", "yesterday", "", "Open", "DPW", "Potholes")
                        + row("4", "2020-03-08T01:00:00", "", "Closed", "DPW", "Potholes")
                        + row("5", "2020-03-08T01:00:00", "", "Open", "", "Potholes")
                        + row("6", "2120-03-08T01:00:00", "", "Open", "DPW", "Potholes")
                        + "too,few\n"
                        + row("8", "2020-03-08T02:30:00", "", "Open", "DPW", "坑洼 🙂"));
        HttpResponse<String> answer = send("rows", file, "source=small&zone=America/New_York");
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("opened").asInt()).as(answer.body()).isEqualTo(2);
        assertThat(rejects("rows"))
                .containsExactly(
                        "3 closed_at closed-before-it-was-created",
                        "4 created_at not-a-time",
                        "5 closed_at closed-without-a-time",
                        "6 agency missing",
                        "7 created_at in-the-future",
                        "8 * wrong-number-of-columns");
    }

    @Test
    void petitions_are_replied_to_where_a_reply_is_told_and_stay_open(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("petitions.csv");
        String header = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间,答复时长_小时\n";
        Files.writeString(
                file,
                header
                        + "1,A1,路灯,2002-04-02T18:00:54,路灯不亮。,已修好。,2002-04-03T09:00:00,15\n"
                        + "2,A2,路灯,2002-04-02T18:00:54,路灯不亮。,,,\n"
                        + "3,A3,路灯,2002-04-02T18:00:54,路灯不亮。,已修好。,2002-04-01T09:00:00,15\n");
        HttpResponse<String> answer = send("few-petitions", file, "source=few-petitions&zone=Asia/Shanghai");
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("open").asInt()).as(answer.body()).isEqualTo(2);
        assertThat(counts.path("closed").asInt())
                .as("nobody says that they were closed")
                .isZero();
        assertThat(rejects("few-petitions")).containsExactly("4 答复时间 closed-before-it-was-created");
        assertThat(stored("casefile.raised", "2002-04-02")).isEqualTo(2);
        assertThat(stored("casefile.replied", "2002-04-03")).isEqualTo(1);
    }

    @Test
    void the_petitions_to_chinese_cities_are_all_taken_with_both_times() throws Exception {
        Path file = SharedData.file("cn_hotline", "messages_with_replies.csv.gz");
        int rows = 0;
        int of2019 = 0;
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file));
                CsvReader<NamedCsvRecord> each = CsvReader.builder().ofNamedCsvRecord(bytes)) {
            for (NamedCsvRecord row : each) {
                rows++;
                of2019 += row.getField("答复时间").startsWith("2019-03-14") ? 1 : 0;
            }
        }
        long before = stored("casefile.replied", "2019-03-14");
        HttpResponse<String> answer = send("cn", file, "source=petitions-cn&zone=UTC");
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("read").asInt()).as(answer.body()).isEqualTo(rows);
        assertThat(counts.path("open").asInt()).isEqualTo(rows);
        assertThat(of2019).isPositive();
        assertThat(stored("casefile.replied", "2019-03-14") - before).isEqualTo(of2019);
    }

    @Test
    void what_the_source_calls_duplicate_or_transferred_ends_so(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("endings.csv");
        String closed = "2001-03-08T05:00:00";
        Files.writeString(
                file,
                HEADER
                        + row("1", "2001-03-08T01:00:00", closed, "Closed (Duplicate)", "DPW", "Potholes")
                        + row("2", "2001-03-08T01:00:00", closed, "Open (Duplicate)", "DPW", "Potholes")
                        + row("3", "2001-03-08T01:00:00", closed, "Closed (Transferred)", "DPW", "Potholes")
                        + row("4", "2001-03-08T01:00:00", closed, "Closed", "DPW", "Potholes"));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = send("endings", file, "source=endings&zone=UTC");
            JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
            assertThat(counts.path("closed").asInt()).as(answer.body()).isEqualTo(4);
            assertThat(counts.path("duplicates").asInt()).isEqualTo(2);
            assertThat(counts.path("transferred").asInt()).isEqualTo(1);
        }
        assertThat(job("endings").at("/counts/transferred").asInt()).isEqualTo(1);
        assertThat(stored("casefile.duplicate-noted", "2001-03-08")).isEqualTo(2);
        assertThat(stored("casefile.transferred-outside", "2001-03-08")).isEqualTo(1);
        assertThat(stored("casefile.closed", "2001-03-08")).isEqualTo(1);
    }

    @Test
    void a_row_that_the_product_cannot_hold_is_listed_and_ends_nothing(@TempDir Path folder) throws Exception {
        String lengthy = "x".repeat(40);
        Path file = folder.resolve("odd.csv");
        Files.writeString(
                file,
                HEADER
                        + row("1", "1989-12-31T23:59:59", "", "Open", "DPW", "Potholes")
                        + row("2\0", "2020-03-08T01:00:00", "", "Open", "DPW", "Potholes")
                        + row("3", "2020-03-08T01:00:00", "", "Open", "D\0W", "Potholes")
                        + row("4", "2020-03-08T01:00:00", "", "Open", "DPW", "Pot\0holes")
                        + row("5", "2020-03-08T01:00:00", "", "Open", "DPW", "Potholes")
                                .replace("NORTH", "NO\0RTH")
                        + row("6".repeat(3000), "2020-03-08T01:00:00", "", "Open", "DPW", "Potholes")
                        + row("7", "2020-03-08T01:00:00", "", "Open", "DPW", "Call 13800138000")
                        + row("8", "2020-03-08T01:00:00", "2020-03-08T05:00:00", "Closed", "DPW", "Potholes")
                                .replace("NORTH,", "North " + lengthy + ",Hill " + lengthy)
                        + row("9", "2020-03-08T01:00:00", "2020-03-08T05:00:00", "Closed", "DPW", "Potholes")
                                .replace("NORTH,", "North " + lengthy + ",Dale " + lengthy)
                        + row("10", "2020-03-08T01:00:00", "", "Open", "DPW", "x".repeat(98) + "🙂 and more")
                        + row("11", "2020-03-08T01:00:00", "", "Open", "DPW", "Pot\u0085holes"));
        HttpResponse<String> answer = send("odd", file, "source=as-long-as-a-source-gets&zone=UTC");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("opened").asInt()).as(answer.body()).isEqualTo(3);
        assertThat(rejects("odd"))
                .containsExactly(
                        "2 created_at before-1990",
                        "3 case_id control-character",
                        "4 agency control-character",
                        "5 category control-character",
                        "6 district control-character",
                        "7 case_id too-long",
                        "8 subject personal-data",
                        "12 category control-character");
        JsonNode codes = directory();
        assertThat(codes.toString())
                .as("a row that is not taken registers nothing")
                .doesNotContain("13800138000");
        List<String> places = new ArrayList<>();
        codes.path("places").forEach(place -> places.add(place.path("code").asString()));
        assertThat(places)
                .allMatch(code -> code.length() <= 64)
                .filteredOn(code -> code.startsWith("as-long-as-a-source-gets/"))
                .hasSize(4);
    }

    @Test
    void a_row_about_somebody_erased_since_is_listed_and_ends_nothing(@TempDir Path folder) throws Exception {
        String open = row("1", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes");
        String closed = row("1", "2020-03-09T08:00:00", "2020-03-10T09:00:00", "Closed", "DPW", "Potholes");
        Path file = folder.resolve("erased.csv");
        Files.writeString(file, HEADER + open);
        send("erased", file, "source=erased&zone=UTC");
        RunningProduct.Session auditor = PRODUCT.as("shenji");
        Awaitility.await()
                .untilAsserted(() -> assertThat(auditor.get("/api/v1/inbox?unit=erased/dpw")
                                .json()
                                .path("rows"))
                        .hasSize(1));
        String caseId = auditor.get("/api/v1/inbox?unit=erased/dpw")
                .json()
                .at("/rows/0/caseId")
                .asString();
        PRODUCT.as("importer", "importer-password").post("/api/v1/cases/" + caseId + "/erasure", null);

        Files.writeString(file, HEADER + closed + row("2", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        HttpResponse<String> answer = send("erased", file, "source=erased&zone=UTC");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("opened").asInt()).isEqualTo(1);
        assertThat(rejects("erased")).containsExactly("2 * person-erased");
    }

    @Test
    void a_database_that_is_away_is_not_the_fault_of_a_row() {
        RuntimeException away = new DataAccessResourceFailureException("connection refused");
        assertThatThrownBy(() -> RowRejected.over(away)).isSameAs(away);
    }

    @Test
    void a_later_file_of_the_same_source_only_adds_what_is_new(@TempDir Path folder) throws Exception {
        Path monday = folder.resolve("monday.csv");
        Path tuesday = folder.resolve("tuesday.csv");
        Files.writeString(monday, HEADER + row("77", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        Files.writeString(
                tuesday, HEADER + row("77", "2020-03-09T08:00:00", "2020-03-10T09:00:00", "Closed", "DPW", "Potholes"));
        send("monday", monday, "source=later&zone=America/New_York");
        HttpResponse<String> answer = send("tuesday", tuesday, "source=later&zone=America/New_York");
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("alreadyThere").asInt()).isEqualTo(1);
        assertThat(counts.path("closed").asInt()).isEqualTo(1);
        RunningProduct.Session auditor = PRODUCT.as("shenji");
        Awaitility.await()
                .untilAsserted(() -> assertThat(auditor.get("/api/v1/inbox?tab=DONE&unit=later/dpw")
                                .json()
                                .path("rows"))
                        .hasSize(1));
    }

    @Test
    void a_case_whose_agency_changed_between_two_files_is_closed_by_the_first(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("moved.csv");
        Files.writeString(file, HEADER + row("5", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        send("moved", file, "source=moved&zone=UTC");
        Files.writeString(
                file, HEADER + row("5", "2020-03-09T08:00:00", "2020-03-10T09:00:00", "Closed", "DOT", "Potholes"));
        HttpResponse<String> answer = send("moved", file, "source=moved&zone=UTC");
        JsonNode counts = RunningProduct.JSON.readTree(answer.body()).path("counts");
        assertThat(counts.path("closed").asInt()).as(answer.body()).isEqualTo(1);
        assertThat(rejects("moved")).isEmpty();
    }

    @Test
    void the_command_shows_the_result_and_what_was_rejected(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("command.csv");
        String closed = "2020-03-10T09:00:00";
        Files.writeString(
                file,
                HEADER
                        + row("1", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes")
                        + row("2", "soon", "", "Open", "DPW", "Potholes")
                        + row("3", "2020-03-09T08:00:00", closed, "Closed (Duplicate)", "DPW", "Potholes")
                        + row("4", "2020-03-09T08:00:00", closed, "Closed (Transferred)", "DPW", "Potholes"));
        Process stranger = command(file, Map.of());
        assertThat(new String(stranger.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Sign in");
        assertThat(stranger.waitFor()).isEqualTo(1);

        Process known = command(file, Map.of("SHAODAO_LOGIN", "importer", "SHAODAO_PASSWORD", "importer-password"));
        assertThat(new String(known.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("4 rows: 2 closed, 1 open, 1 rejected")
                .contains("of those closed, 1 are duplicates and 1 were transferred")
                .contains("3 new cases, 0 were there already; 0 rows are open although they carry a closing time")
                .containsPattern("\\d rows/s, peak heap of the product \\d+ MiB")
                .contains("  line 3, created_at: not-a-time");
        assertThat(known.waitFor()).isZero();

        ByteArrayOutputStream usage = new ByteArrayOutputStream();
        assertThat(new ImportCommand(new PrintStream(usage)).run("nothing.csv")).isEqualTo(2);
        assertThat(usage.toString(StandardCharsets.UTF_8)).startsWith("import FILE");
    }

    @Test
    void a_file_that_is_no_such_file_is_refused_with_what_is_missing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, "a,b\n1,2\n");
        HttpResponse<String> answer = send("other", file, "source=other&zone=America/New_York");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("case_id");
        assertThat(send("zone", file, "source=other&zone=Mars/Base").body()).contains("\"zone\"");
        assertThat(send("source", file, "source=Not+Good&zone=UTC").body()).contains("\"source\"");
    }

    @Test
    void a_source_named_like_something_else_of_the_directory_is_refused_and_changes_nothing(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("taken.csv");
        Files.writeString(file, HEADER + row("1", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        JsonNode before = directory();
        for (String taken : List.of("huayuan", "linxi-heating", "linxi")) {
            HttpResponse<String> answer = send("taken", file, "source=" + taken + "&zone=UTC");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(answer.body()).contains("source-taken", "代码 " + taken);
        }
        assertThat(directory()).isEqualTo(before);
        assertThat(job("taken").path("code").asString()).isEqualTo("not-found");
    }

    @Test
    void an_import_renames_nothing_and_opens_nothing_that_was_closed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("kept.csv");
        Files.writeString(file, HEADER + row("1", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        assertThat(send("kept", file, "source=kept&zone=UTC").statusCode()).isEqualTo(200);
        RunningProduct.Session administrator = PRODUCT.as("importer", "importer-password");
        assertThat(administrator
                        .put("/api/v1/documents/registry/import-kept/versions/renamed", """
                                {
                                  "id": "import-kept",
                                  "version": "renamed",
                                  "places": [
                                    {"code": "kept", "kind": "CITY", "zh": "留存", "en": "Kept"},
                                    {"code": "kept/north", "kind": "DISTRICT", "parent": "kept", "zh": "北区", "en": "The North"}
                                  ],
                                  "units": [
                                    {"code": "kept", "kind": "STREET", "place": "kept", "zh": "留存街道", "en": "Kept Street", "active": true},
                                    {"code": "kept/dpw", "kind": "CITY_BODY", "place": "kept", "zh": "公共工程局", "en": "Public Works", "active": false}
                                  ],
                                  "roles": [],
                                  "categories": [
                                    {"code": "kept", "zh": "留存", "en": "Kept"},
                                    {"code": "kept/potholes", "parent": "kept", "zh": "坑洼", "en": "Holes in the road"}
                                  ],
                                  "calls": []
                                }
                                """)
                        .status())
                .isEqualTo(201);
        JsonNode before = directory();
        Files.writeString(file, HEADER + row("2", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        assertThat(send("kept", file, "source=kept&zone=UTC").statusCode()).isEqualTo(200);
        assertThat(directory()).isEqualTo(before);
        assertThat(rejects("kept")).containsExactly("2 * unknown-code");

        Files.writeString(file, HEADER + row("3", "2020-03-09T08:00:00", "", "Open", "DOT", "Potholes"));
        HttpResponse<String> answer = send("kept", file, "source=kept&zone=UTC");
        assertThat(RunningProduct.JSON
                        .readTree(answer.body())
                        .at("/counts/opened")
                        .asInt())
                .as("what is new is registered beside: " + answer.body())
                .isEqualTo(1);
        assertThat(directory().path("units")).containsAll(before.path("units"));
    }

    @Test
    void a_file_without_rows_is_refused(@TempDir Path folder) throws Exception {
        for (String empty : List.of("", HEADER)) {
            HttpResponse<String> answer =
                    send("empty", Files.writeString(folder.resolve("empty.csv"), empty), "source=empty&zone=UTC");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"body\"", "\"no-rows\"");
        }
    }

    @Test
    void a_damaged_archive_is_refused_and_sent_whole_it_goes_on(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                gzip.write(row(String.valueOf(i), "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = packed.toByteArray();
        byte[] corrupt = whole.clone();
        corrupt[corrupt.length / 2] ^= 0x55;
        for (byte[] damaged : List.of(Arrays.copyOf(whole, whole.length / 2), corrupt, Arrays.copyOf(whole, 5))) {
            HttpResponse<String> answer =
                    send("damaged", Files.write(folder.resolve("d.gz"), damaged), "source=damaged&zone=UTC");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"body\"", "\"damaged\"");
            assertThat(job("damaged").path("state").asString()).isEqualTo("FAILED");
            assertThat(job("damaged").path("failure").asString()).isEqualTo("body damaged");
        }
        HttpResponse<String> answer =
                send("damaged", Files.write(folder.resolve("d.gz"), whole), "source=damaged&zone=UTC");
        assertThat(RunningProduct.JSON
                        .readTree(answer.body())
                        .at("/counts/open")
                        .asInt())
                .isEqualTo(200);
        assertThat(job("damaged").has("failure")).isFalse();
    }

    @Test
    void an_upload_that_breaks_off_is_told_as_such() throws Exception {
        URI product = URI.create(PRODUCT.url("/"));
        try (Socket sender = new Socket(product.getHost(), product.getPort())) {
            String head = "PUT /api/v1/imports/gone?source=gone&zone=UTC HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Basic " + credentials() + "\r\nContent-Type: text/csv\r\n"
                    + "Content-Length: 100000\r\n\r\n" + HEADER
                    + row("1", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes");
            sender.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        }
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(job("gone").path("failure").asString()).isEqualTo("body damaged"));
    }

    @Test
    void while_a_file_arrives_its_progress_is_told_every_hundred_rows() throws Exception {
        URI product = URI.create(PRODUCT.url("/"));
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 450; i++) {
            rows.append(row(String.valueOf(i), "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        }
        try (Socket sender = new Socket(product.getHost(), product.getPort())) {
            String head = "PUT /api/v1/imports/slow?source=slow&zone=UTC HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Basic " + credentials() + "\r\nContent-Type: text/csv\r\n"
                    + "Content-Length: 1000000\r\n\r\n" + rows;
            sender.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(job("slow").at("/counts/read").asInt()).isGreaterThan(250));
            assertThat(job("slow").path("state").asString()).isEqualTo("RUNNING");
        }
    }

    /** How many events of a name say that they occurred on such a day. */
    private static int stored(String name, String day) {
        return PRODUCT.bean(JdbcClient.class)
                .sql("select count(*) from es.event where payload_type = ? and payload::text like ?")
                .params(name, "%\"occurredAt\":\"" + day + "%")
                .query(Integer.class)
                .single();
    }

    /** What the file itself says, counted without the importer. */
    private static final class Source {
        private int rows;
        private int closed;
        private int duplicates;
        private final Map<String, Integer> openByAgency = new HashMap<>();

        static Source read(Path file) throws IOException {
            Source source = new Source();
            try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file));
                    CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(bytes)) {
                for (NamedCsvRecord row : rows) {
                    source.rows++;
                    if (row.getField("status").equals("Closed")) {
                        source.closed++;
                        source.duplicates += row.getField("resolution").contains("duplicate") ? 1 : 0;
                    } else {
                        source.openByAgency.merge(row.getField("agency"), 1, Integer::sum);
                    }
                }
            }
            return source;
        }
    }
}
