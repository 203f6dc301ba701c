package org.shaodao.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.imports.Importing.PRODUCT;
import static org.shaodao.imports.Importing.rejects;
import static org.shaodao.imports.Importing.send;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.RunningProduct;
import org.shaodao.clocks.SharedData;
import tools.jackson.databind.JsonNode;

/** 网上留言: petitions become demands with the reply that their file tells of, and nothing that it does not. */
class PetitionImportTest {
    private static final String HEADER = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\n";

    @Test
    void every_petition_of_the_file_is_a_demand_with_its_reply() throws Exception {
        Path file = SharedData.file("cn_hotline", "messages_with_replies.csv.gz");
        int rows = rows(file);

        JsonNode counts = counts(send("petitions", file, "source=petitions&zone=Asia/Shanghai"));

        assertThat(counts.path("read").asInt()).isEqualTo(rows).isGreaterThan(2_000);
        assertThat(counts.path("opened").asInt()).isEqualTo(rows);
        assertThat(counts.path("rejected").asInt()).isZero();
        assertThat(counts.path("open").asInt())
                .as("nobody says that they were closed")
                .isEqualTo(rows);
        RunningProduct.Session auditor = PRODUCT.as("shenji");
        String unit = "petitions/%E7%AD%94%E5%A4%8D%E5%8D%95%E4%BD%8D";
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(auditor.get("/api/v1/inbox?limit=1&unit=" + unit)
                                .json()
                                .path("counts")
                                .path("done")
                                .asInt())
                        .isEqualTo(rows));
    }

    @Test
    void what_a_resident_wrote_is_sealed_heading_and_all(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("petition.csv");
        Files.writeString(file, HEADER + "7,某人,张三家的楼道灯坏了,2019-03-04T08:00:00,\"三楼,\n四楼\",已修好,2019-03-05T09:00:00\n");

        assertThat(counts(send("one-petition", file, "source=one-petition&zone=Asia/Shanghai"))
                        .path("opened")
                        .asInt())
                .isEqualTo(1);

        RunningProduct.Session auditor = PRODUCT.as("shenji");
        JsonNode row = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> auditor.get(
                                        "/api/v1/inbox?tab=DONE&limit=1&unit=one-petition/%E7%AD%94%E5%A4%8D%E5%8D%95%E4%BD%8D")
                                .json()
                                .path("rows"),
                        found -> !found.isEmpty())
                .get(0);
        assertThat(row.path("subject").asString()).isEqualTo("网上留言 7");
        JsonNode history = auditor.get("/api/v1/cases/" + row.path("caseId").asString() + "/history")
                .json()
                .path("entries");
        assertThat(history)
                .extracting(entry -> entry.path("event").asString())
                .containsExactly("casefile.raised", "casefile.dispatched", "casefile.replied");
        assertThat(history.get(0).path("occurredAt").asString()).isEqualTo("2019-03-04T00:00:00Z");
        assertThat(history.get(0).toString()).contains("张三家的楼道灯坏了").contains("四楼");
    }

    @Test
    void a_petition_that_cannot_be_a_demand_is_listed_by_line(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("petitions.csv");
        Files.writeString(
                file,
                HEADER
                        + "1,某人,题,2019-03-04T08:00:00,文,答,2019-03-03T09:00:00\n"
                        + "2,某人,题,昨天,文,答,2019-03-05T09:00:00\n"
                        + ",某人,题,2019-03-04T08:00:00,文,答,2019-03-05T09:00:00\n"
                        + "4,某人,,2019-03-04T08:00:00,,答,2019-03-05T09:00:00\n"
                        + "5,某人,题,2019-03-04T08:00:00,文,,\n");

        JsonNode counts = counts(send("bad-petitions", file, "source=bad-petitions&zone=Asia/Shanghai"));

        assertThat(counts.path("opened").asInt()).isEqualTo(1);
        assertThat(rejects("bad-petitions"))
                .containsExactly(
                        "2 答复时间 closed-before-it-was-created", "3 留言时间 not-a-time", "4 留言编号 missing", "5 留言详情 missing");
    }

    private static JsonNode counts(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningProduct.JSON.readTree(answer.body()).path("counts");
    }

    private static int rows(Path file) throws Exception {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new GZIPInputStream(Files.newInputStream(file)))) {
            return (int) rows.stream().count();
        }
    }
}
