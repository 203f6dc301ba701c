package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The due times of Baltimore's service requests: each type has its number of calendar days, learned from the requests
 * before 2017 and tried on the later ones. The source writes local time.
 */
class RealDueTimesTest {
    private static final WorkingCalendar BALTIMORE = new WorkingCalendar(
            "baltimore",
            1,
            ZoneId.of("America/New_York"),
            Calendars.WEEKEND,
            List.of(Calendars.hours("08:30", "16:30")),
            Map.of());

    @Test
    void the_due_times_of_later_years_follow_from_the_days_of_earlier_ones() throws IOException {
        Map<String, Integer> learned = new HashMap<>();
        List<NamedCsvRecord> later = new ArrayList<>();
        for (NamedCsvRecord row : SharedData.rows("311", "baltimore311_sample.csv.gz")) {
            if (row.getField("due_at").isEmpty()) {
                continue;
            }
            if (row.getField("created_at").compareTo("2017") >= 0) {
                later.add(row);
                continue;
            }
            long days = ChronoUnit.DAYS.between(wall(row, "created_at"), wall(row, "due_at"));
            Integer before = learned.put(row.getField("category"), Math.toIntExact(days));
            assertThat(before).as(row.getField("category")).isIn(null, (int) days);
        }
        assertThat(learned).hasSize(181);

        int equal = 0;
        int atOnce = 0;
        Map<String, Integer> unknown = new TreeMap<>();
        List<LocalDateTime> skipped = new ArrayList<>();
        for (NamedCsvRecord row : later) {
            Integer days = learned.get(row.getField("category"));
            if (days == null) {
                unknown.merge(row.getField("category"), 1, Integer::sum);
                continue;
            }
            equal++;
            if (days == 0) {
                atOnce++;
                assertThat(row.getField("due_at")).isEqualTo(row.getField("created_at"));
                continue;
            }
            Due due = Reckoning.due(
                    BALTIMORE.instant(wall(row, "created_at")),
                    new Span(SpanKind.CALENDAR_DAYS, days),
                    DayEnd.SAME_TIME,
                    BALTIMORE);
            assertThat(due.at()).as("%s", row.getField("case_id")).isEqualTo(BALTIMORE.instant(wall(row, "due_at")));
            assertThat(due.provisional()).isFalse();
            due.steps().stream()
                    .filter(step -> step.kind() == DueStepKind.TIME_SKIPPED)
                    .forEach(step -> skipped.add(step.at()));
        }
        assertThat(equal).isEqualTo(4_081);
        assertThat(atOnce)
                .as("of types that are due when created: nothing to reckon")
                .isEqualTo(72);
        System.out.println("Requests of types that nobody knew before 2017: " + unknown);
        assertThat(unknown.values().stream().mapToInt(Integer::intValue).sum())
                .as("of types unknown before 2017: %s", unknown)
                .isEqualTo(155);
        assertThat(skipped)
                .containsExactlyInAnyOrder(
                        LocalDateTime.parse("2018-03-11T02:23:08"), LocalDateTime.parse("2018-03-11T02:43:56"));
    }

    @Test
    void two_requests_are_due_at_a_time_that_the_clocks_of_11_march_2018_skipped() {
        Span ninetyDays = new Span(SpanKind.CALENDAR_DAYS, 90);
        assertThat(due("2017-12-11T02:23:08", ninetyDays)).isEqualTo("2018-03-11T07:23:08Z");
        assertThat(due("2017-12-11T02:43:56", ninetyDays)).isEqualTo("2018-03-11T07:43:56Z");
        assertThat(BALTIMORE.wall(due("2017-12-11T02:23:08", ninetyDays))).isEqualTo("2018-03-11T03:23:08");
        assertThat(BALTIMORE.wall(due("2017-12-11T02:43:56", ninetyDays))).isEqualTo("2018-03-11T03:43:56");
    }

    private static Instant due(String created, Span span) {
        return Reckoning.due(BALTIMORE.instant(LocalDateTime.parse(created)), span, DayEnd.SAME_TIME, BALTIMORE)
                .at();
    }

    private static LocalDateTime wall(NamedCsvRecord row, String field) {
        return LocalDateTime.parse(row.getField(field));
    }
}
