package org.shaodao.clocks;

import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Real data that lies beside the project; where it does not, tests are skipped and say so. */
public final class SharedData {
    private static final Pattern DAY = Pattern.compile(
            "\\{\\s*\"name\": \"([^\"]+)\",\\s*\"date\": \"([0-9-]+)\",\\s*\"isOffDay\": (true|false)\\s*}");
    private static final Pattern NOTICE = Pattern.compile("\"(https?://www\\.gov\\.cn/[^\"]+)\"");

    private SharedData() {}

    /** The rows of a gzipped CSV file with a header. */
    static List<NamedCsvRecord> rows(String folder, String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file(folder, name))),
                                StandardCharsets.UTF_8));
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.toList();
        }
    }

    /** What the State Council published for these years. */
    static Map<Integer, PublishedYear> published(int first, int last) throws IOException {
        Map<Integer, PublishedYear> years = new HashMap<>();
        for (int year = first; year <= last; year++) {
            String text = Files.readString(file("cn_calendar", year + ".json"));
            Map<LocalDate, NamedDay> days = new HashMap<>();
            DAY.matcher(text)
                    .results()
                    .forEach(day -> days.put(
                            LocalDate.parse(day.group(2)), new NamedDay(day.group(1), Boolean.valueOf(day.group(3)))));
            years.put(
                    year,
                    new PublishedYear(
                            NOTICE.matcher(text).results().map(n -> n.group(1)).toList(), days));
        }
        return years;
    }

    /** One of its files; the test that asks for one that is not there ends here, and is heard in the quietest run. */
    public static Path file(String folder, String name) {
        Path file = Path.of("..", "..", "shared", "data", folder, name);
        if (!Files.exists(file)) {
            String missing = "the real data is not beside the project: " + file;
            System.out.println("Skipped: " + missing);
            abort(missing);
        }
        return file;
    }
}
