package org.shaodao.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.imports.Importing.HEADER;
import static org.shaodao.imports.Importing.PRODUCT;
import static org.shaodao.imports.Importing.job;
import static org.shaodao.imports.Importing.rejects;
import static org.shaodao.imports.Importing.row;
import static org.shaodao.imports.Importing.send;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** 导入映射. A document says how the columns of a source become cases; files of any shape need no program. */
class ImportMappingTest {
    private static final Session ADMINISTRATOR = PRODUCT.as("importer", "importer-password");
    private static final String MAPPINGS = "/api/v1/documents/import-mapping/";
    private static final String TICKETS = """
            {
              "id": "%s",
              "version": "1",
              "zh": "热线工单",
              "en": "Hotline tickets",
              "zone": "Asia/Shanghai",
              "recognisedBy": ["工单编号", "受理时间", "承办单位"],
              "kind": "HELP",
              "number": "工单编号",
              "createdAt": "受理时间",
              "dueAt": "办理时限",
              "repliedAt": "答复时间",
              "closedAt": ["办结时间"],
              "status": "状态",
              "closedWhen": [{"column": "状态", "matches": "^已办结|^已转出"}],
              "duplicateWhen": [],
              "transferredWhen": [{"column": "状态", "matches": "^已转出"}],
              "unit": {"columns": ["承办单位"]},
              "category": [{"columns": ["类别"]}],
              "place": [{"columns": ["街道"]}, {"columns": ["社区"]}],
              "subject": {"before": "工单", "columns": ["类别", "工单编号"], "between": " "},
              "narrative": {"columns": ["内容"]},
              "reply": {"columns": ["答复"]},
              "address": {"columns": ["地址"]},
              "channel": {"column": "来源", "values": {"电话": "HOTLINE", "网站": "ONLINE"}, "otherwise": "OTHER"}
            }
            """;
    private static final String COLUMNS = "工单编号,受理时间,办理时限,答复时间,办结时间,状态,承办单位,类别,街道,社区,内容,答复,地址,来源\n";

    @Test
    void a_file_is_read_as_the_mapping_that_knows_its_columns_says(@TempDir Path folder) throws Exception {
        publish("tickets");
        Path file = Files.writeString(
                folder.resolve("tickets.csv"),
                COLUMNS
                        + "T1,2021-03-01 08:00:00,2021-03-05 08:00:00,2021-03-02 09:00:00,2021-03-03 10:00:00,已办结,"
                        + "供水公司,停水,东门街道,一社区,三号楼停水。,已抢修。,三号楼,电话\n"
                        + "T2,2021-03-01 08:00:00,,,,办理中,供水公司,停水,东门街道,一社区,四号楼停水。,,四号楼,网站\n"
                        + "T3,昨天,,,,办理中,供水公司,停水,东门街道,一社区,五号楼停水。,,五号楼,网站\n");
        HttpResponse<String> answer = send("tickets", file, "source=tickets");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode job = job("tickets");
        assertThat(job.path("mapping").asString()).isEqualTo("tickets/1");
        assertThat(job.path("zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(job.at("/counts/closed").asInt()).isEqualTo(1);
        assertThat(job.at("/counts/open").asInt()).isEqualTo(1);
        assertThat(rejects("tickets")).containsExactly("4 受理时间 not-a-time");

        Session auditor = PRODUCT.as("shenji");
        String unit = "tickets/%E4%BE%9B%E6%B0%B4%E5%85%AC%E5%8F%B8";
        Awaitility.await()
                .untilAsserted(() -> assertThat(auditor.get("/api/v1/inbox?tab=DONE&unit=" + unit)
                                .json()
                                .path("rows"))
                        .hasSize(1));
        String caseId = auditor.get("/api/v1/inbox?tab=DONE&unit=" + unit)
                .json()
                .at("/rows/0/caseId")
                .asString();
        JsonNode entries =
                auditor.get("/api/v1/cases/" + caseId + "/history").json().path("entries");
        assertThat(entries)
                .extracting(entry -> entry.path("event").asString()
                        + ' '
                        + entry.path("occurredAt").asString())
                .containsExactly(
                        "casefile.raised 2021-03-01T00:00:00Z",
                        "casefile.dispatched 2021-03-01T00:00:00Z",
                        "casefile.replied 2021-03-02T01:00:00Z",
                        "casefile.verified 2021-03-03T02:00:00Z",
                        "casefile.closed 2021-03-03T02:00:00Z");
        assertThat(entries.get(0).at("/facts/subject").asString()).isEqualTo("工单 停水 T1");
        assertThat(entries.get(0).at("/facts/channel").asString()).isEqualTo("HOTLINE");
    }

    @Test
    void a_mapping_is_checked_like_every_document() {
        String wrong = TICKETS.formatted("wrong")
                .replace("^已转出\"}],\n  \"unit\"", "(\"}],\n  \"unit\"")
                .replace("Asia/Shanghai", "Mars/Base")
                .replace("\"电话\": \"HOTLINE\"", "\"电话\": \"PIGEON\"");
        Answer answer = ADMINISTRATOR.put(MAPPINGS + "wrong/versions/1", wrong);
        assertThat(answer.code()).isEqualTo("invalid-document");
        List<String> errors = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> errors.add(error.path("field").asString()
                        + ' '
                        + error.path("code").asString()));
        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "/zone zone", "/transferredWhen/0/matches regular-expression", "/channel/values/电话 choice");
    }

    @Test
    void where_no_mapping_knows_the_columns_those_there_are_told(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        HttpResponse<String> answer = send("strange", file, "source=strange&zone=UTC");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"mapping\"", "import-mapping", "service-requests [case_id", "petitions [");
        assertThat(send("strange", file, "source=strange&zone=UTC&mapping=unheard-of")
                        .body())
                .contains("\"mapping\"");
        assertThat(send("strange", file, "source=strange&zone=UTC&mapping=service-requests")
                        .body())
                .as("the first column that is missing")
                .contains("\"case_id\"", "\"column\"");
        Path requests = Files.writeString(
                folder.resolve("requests.csv"),
                HEADER + row("1", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        assertThat(send("strange", requests, "source=strange").body())
                .as("these files say nothing of their zone")
                .contains("\"zone\"", "\"needed\"");
    }

    @Test
    void rejects_are_a_file_that_a_spreadsheet_opens(@TempDir Path folder) throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 1_200; i++) {
            rows.append(row(String.valueOf(i), "soon", "", "Open", "DPW", "Potholes"));
        }
        send("many-rejects", Files.writeString(folder.resolve("r.csv"), rows), "source=many-rejects&zone=UTC");
        Answer file = ADMINISTRATOR.get("/api/v1/imports/many-rejects/rejects.csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("many-rejects-rejects.csv");
        List<String> lines = file.response().body().lines().toList();
        assertThat(lines).hasSize(1_201);
        assertThat(lines.getFirst()).isEqualTo("\uFEFFline,column,reason,in words");
        assertThat(lines.get(1)).isEqualTo("2,created_at,not-a-time,is not a time");
        assertThat(lines.getLast()).startsWith("1201,");
        assertThat(ADMINISTRATOR.get("/api/v1/imports/never/rejects.csv").status())
                .isEqualTo(404);
    }

    @Test
    void the_list_of_imports_goes_on_page_by_page(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("p.csv"), HEADER + row("1", "2020-03-09T08:00:00", "", "Open", "DPW", "Potholes"));
        for (int i = 0; i < 3; i++) {
            send("page-" + i, file, "source=pages&zone=UTC");
        }
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = ADMINISTRATOR
                    .get("/api/v1/imports?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.path("imports").forEach(job -> names.add(job.path("name").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(names).doesNotHaveDuplicates().startsWith("page-2", "page-1", "page-0");
        assertThat(ADMINISTRATOR.get("/api/v1/imports?cursor=nonsense").code()).isEqualTo("invalid-fields");
    }

    private static void publish(String id) {
        Answer answer = ADMINISTRATOR.put(
                MAPPINGS + id + "/versions/1?effectiveFrom=2000-01-01T00:00:00Z", TICKETS.formatted(id));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(RunningProduct.JSON.readTree(answer.response().body())).isNotNull();
    }
}
