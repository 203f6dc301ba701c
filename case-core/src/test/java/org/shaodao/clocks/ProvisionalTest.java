package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.OFFICE;
import static org.shaodao.clocks.Calendars.YEAR_2026;
import static org.shaodao.clocks.Calendars.at;
import static org.shaodao.clocks.Calendars.city;
import static org.shaodao.clocks.Calendars.span;
import static org.shaodao.clocks.Calendars.year;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deadline that touches days without a published notice is provisional until it is revised. */
class ProvisionalTest {
    private static final PublishedYear IMAGINED_2027 = year(2027, "imagined", "元旦 01-01/01-03", "春节 02-06/02-12");

    @ParameterizedTest
    @CsvSource({
        "2026-12-30T10:00, 2, WORKING_DAYS, END_OF_WORK, true", // across New Year
        "2026-12-21T10:00, 5, WORKING_DAYS, END_OF_WORK, false", // 28 December
        "2026-12-21T10:00, 6, WORKING_DAYS, END_OF_WORK, true", // 29 December may yet become a day off
        "2026-12-31T16:00, 4, WORKING_HOURS, END_OF_WORK, true",
        "2026-12-28T16:00, 1, WORKING_HOURS, END_OF_WORK, false",
        "2026-12-28T10:00, 10, CALENDAR_DAYS, END_OF_WORK, true",
        "2026-12-28T10:00, 10, CALENDAR_DAYS, SAME_TIME, false",
        "2026-12-28T10:00, 10, CALENDAR_DAYS, MIDNIGHT, false",
        "2026-12-31T23:50, 15, MINUTES, END_OF_WORK, false",
        "2024-12-30T10:00, 3, CALENDAR_DAYS, END_OF_WORK, false", // only the last day matters, and it is in 2025
        "2024-12-30T10:00, 3, WORKING_DAYS, END_OF_WORK, true"
    })
    void only_what_asks_about_unknown_days_is_provisional(
            String start, int amount, SpanKind kind, DayEnd end, boolean provisional) {
        assertThat(Reckoning.due(at(start), span(amount, kind), end, CITY).provisional())
                .isEqualTo(provisional);
    }

    @Test
    void the_notice_moves_a_deadline_across_new_year_2027_and_makes_it_final() {
        Left whole = span(5, SpanKind.WORKING_DAYS).whole();
        Due known = Reckoning.due(at("2026-12-28T10:00"), whole, DayEnd.END_OF_WORK, CITY);
        assertThat(known.at()).isEqualTo(at("2027-01-04T17:30"));
        assertThat(known.provisional()).isTrue();

        Revision revision =
                Reckoning.revised(known, at("2026-12-28T10:00"), whole, DayEnd.END_OF_WORK, with(IMAGINED_2027));
        assertThat(revision.moved()).isTrue();
        assertThat(revision.due().at()).isEqualTo(at("2027-01-05T17:30"));
        assertThat(revision.due().provisional()).isFalse();
    }

    @Test
    void a_notice_may_confirm_what_was_provisional() {
        Left whole = span(1, SpanKind.WORKING_DAYS).whole();
        Due known = Reckoning.due(at("2026-12-30T10:00"), whole, DayEnd.END_OF_WORK, CITY);
        Revision revision =
                Reckoning.revised(known, at("2026-12-30T10:00"), whole, DayEnd.END_OF_WORK, with(IMAGINED_2027));
        assertThat(known.provisional()).isTrue();
        assertThat(revision.moved()).isFalse();
        assertThat(revision.due().provisional()).isFalse();
    }

    private static WorkingCalendar with(PublishedYear year) {
        return city(OFFICE, Map.of(2026, YEAR_2026, 2027, year, 2028, year(2028, "imagined")));
    }
}
