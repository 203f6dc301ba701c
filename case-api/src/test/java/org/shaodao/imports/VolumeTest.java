package org.shaodao.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.imports.Importing.PRODUCT;
import static org.shaodao.imports.Importing.send;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.RunningProduct;
import org.shaodao.clocks.SharedData;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The beginning of a large file, whose states are blank; {@code deploy/volume.sh} reads the whole of it. */
class VolumeTest {
    private static final int ROWS = 1_500;
    private static final int CREATED = 2;
    private static final int CLOSED = 5;

    @Test
    void consistently_closed_rows_are_full_lives_and_the_others_are_open_or_listed(@TempDir Path folder)
            throws Exception {
        Path part = folder.resolve("part.csv");
        int closed = 0;
        int contradictory = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                        .ofCsvRecord(new GZIPInputStream(
                                Files.newInputStream(SharedData.file("311", "nyc311_2026_apr-jun.csv.gz"))));
                CsvWriter some = CsvWriter.builder().build(part, StandardCharsets.UTF_8)) {
            for (CsvRecord row : rows) {
                if (row.getStartingLineNumber() > 1 + ROWS) {
                    break;
                }
                some.writeRecord(row.getFields());
                if (row.getStartingLineNumber() > 1 && !row.getField(CLOSED).isBlank()) {
                    boolean consistent = row.getField(CLOSED).compareTo(row.getField(CREATED)) >= 0;
                    closed += consistent ? 1 : 0;
                    contradictory += consistent ? 0 : 1;
                }
            }
        }
        JsonNode job = RunningProduct.JSON.readTree(
                send("volume", part, "source=volume&zone=America/New_York").body());
        JsonNode counts = job.path("counts");
        assertThat(counts.path("read").asInt()).as(job.toString()).isEqualTo(ROWS);
        assertThat(counts.path("closed").asInt()).isEqualTo(closed).isPositive();
        assertThat(counts.path("rejected").asInt()).isEqualTo(contradictory);
        assertThat(counts.path("open").asInt())
                .isEqualTo(ROWS - closed - contradictory)
                .isPositive();
        assertThat(job.path("rowsPerSecond").asDouble()).isPositive();
        assertThat(job.path("peakHeapMib").asInt()).isPositive();
        int handled = closed - counts.path("duplicates").asInt();
        for (String event : new String[] {"casefile.replied", "casefile.verified", "casefile.closed"}) {
            assertThat(PRODUCT.bean(JdbcClient.class)
                            .sql(
                                    "select count(*) from es.event where payload_type = ?"
                                            + " and payload::text ~ '\"occurredAt\":\"2026-0[4-7]' and metadata::text like '%import%'")
                            .param(event)
                            .query(Integer.class)
                            .single())
                    .as(event)
                    .isGreaterThanOrEqualTo(handled);
        }
    }
}
