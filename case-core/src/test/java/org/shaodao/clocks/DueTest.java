package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.ROUND_THE_CLOCK;
import static org.shaodao.clocks.Calendars.YEAR_2026;
import static org.shaodao.clocks.Calendars.at;
import static org.shaodao.clocks.Calendars.city;
import static org.shaodao.clocks.Calendars.span;
import static org.shaodao.clocks.DayEnd.END_OF_WORK;
import static org.shaodao.clocks.DayEnd.SAME_TIME;
import static org.shaodao.clocks.SpanKind.CALENDAR_DAYS;
import static org.shaodao.clocks.SpanKind.MINUTES;
import static org.shaodao.clocks.SpanKind.WORKING_DAYS;
import static org.shaodao.clocks.SpanKind.WORKING_HOURS;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When clocks are due in an office that works 09:00-12:00 and 13:30-17:30. */
class DueTest {
    private static final String FAR = "2030-03-04T10:00";

    @Test
    void fifteen_minutes_pass_at_midnight_of_the_first_of_october_as_at_any_time() {
        Due due = Reckoning.due(at("2026-10-01T00:00"), span(15, MINUTES), END_OF_WORK, CITY);
        assertThat(due.at()).isEqualTo(at("2026-10-01T00:15"));
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void minutes_run_over_midnight_and_new_year() {
        assertThat(due("2026-12-31T23:50", 15, MINUTES, SAME_TIME)).isEqualTo(at("2027-01-01T00:05"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 1, 2026-03-02T11:00", // within the morning
        "2026-03-02T08:00, 1, 2026-03-02T10:00", // before hours
        "2026-03-02T11:30, 1, 2026-03-02T14:00", // across the lunch break
        "2026-03-02T12:30, 1, 2026-03-02T14:30", // inside the lunch break
        "2026-03-02T12:00, 1, 2026-03-02T14:30", // at the beginning of the lunch break
        "2026-03-02T16:30, 1, 2026-03-02T17:30", // used up exactly at the end of hours
        "2026-03-02T17:30, 1, 2026-03-03T10:00", // exactly at the end of hours
        "2026-03-02T20:00, 1, 2026-03-03T10:00", // after hours
        "2026-03-02T09:00, 7, 2026-03-02T17:30", // a whole day
        "2026-03-02T09:00, 8, 2026-03-03T10:00",
        "2026-03-06T17:00, 1, 2026-03-09T09:30", // across a weekend
        "2026-03-07T11:00, 1, 2026-03-09T10:00", // on a rest day
        "2026-03-07T00:00, 1, 2026-03-09T10:00", // at midnight
        "2026-02-13T17:00, 1, 2026-02-14T09:30", // into a make-up working day
        "2026-02-14T17:00, 1, 2026-02-24T09:30", // across the Spring Festival
        "2024-02-28T17:00, 8, 2024-03-01T09:30" // a leap day
    })
    void working_hours_pass_while_people_work(String start, int hours, String due) {
        assertThat(due(start, hours, WORKING_HOURS, SAME_TIME)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T16:00, 1, 2026-02-14T17:30", // Friday; the Saturday works
        "2026-02-14T16:00, 1, 2026-02-24T17:30", // 15 to 23 are off
        "2026-02-13T16:00, 2, 2026-02-24T17:30",
        "2026-02-13T16:00, 6, 2026-02-28T17:30", // the second make-up Saturday
        "2026-03-02T00:00, 1, 2026-03-03T17:30", // the starting day is not counted, however early
        "2026-03-02T23:59, 1, 2026-03-03T17:30", // nor however late
        "2026-03-07T10:00, 1, 2026-03-09T17:30", // nor when nobody works on it
        "2026-03-08T23:00, 5, 2026-03-13T17:30",
        "2025-12-31T10:00, 1, 2026-01-04T17:30", // across a New Year that is known
        "2024-02-28T10:00, 2, 2024-03-01T17:30" // a leap day
    })
    void working_days_end_with_work_on_the_last_of_them(String start, int days, String due) {
        assertThat(due(start, days, WORKING_DAYS, END_OF_WORK)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T16:00, SAME_TIME, 2026-02-24T16:00",
        "2026-02-13T22:15:07.5, SAME_TIME, 2026-02-24T22:15:07.5", // nobody works then, and so it is
        "2026-02-13T00:00, SAME_TIME, 2026-02-24T00:00",
        "2026-02-13T16:00, MIDNIGHT, 2026-02-25T00:00",
        "2026-02-13T00:00, MIDNIGHT, 2026-02-25T00:00"
    })
    void two_working_days_end_at_the_same_time_or_at_midnight(String start, DayEnd end, String due) {
        assertThat(due(start, 2, WORKING_DAYS, end)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-29T10:00, 4, SAME_TIME, 2026-10-03T10:00",
        "2026-09-29T10:00, 4, MIDNIGHT, 2026-10-04T00:00",
        "2026-09-29T10:00, 4, END_OF_WORK, 2026-10-08T17:30", // the day after the holiday
        "2026-09-29T10:00, 1, END_OF_WORK, 2026-09-30T17:30",
        "2026-09-18T10:00, 2, END_OF_WORK, 2026-09-20T17:30", // a make-up Sunday works
        "2026-03-05T10:00, 2, END_OF_WORK, 2026-03-09T17:30", // a weekend gives way too
        "2024-02-28T10:00, 1, SAME_TIME, 2024-02-29T10:00",
        "2025-02-28T10:00, 1, SAME_TIME, 2025-03-01T10:00",
        "2026-03-02T00:00, 1, SAME_TIME, 2026-03-03T00:00",
        "2026-03-02T00:00, 1, MIDNIGHT, 2026-03-04T00:00"
    })
    void calendar_days_move_off_a_rest_day_only_if_they_end_with_work(String start, int days, DayEnd end, String due) {
        assertThat(due(start, days, CALENDAR_DAYS, end)).isEqualTo(at(due));
    }

    @Test
    void hours_may_last_until_twenty_four_o_clock() {
        WorkingCalendar desk = city(ROUND_THE_CLOCK, Map.of(2026, YEAR_2026));
        assertThat(Reckoning.due(at("2026-03-02T10:00"), span(14, WORKING_HOURS), SAME_TIME, desk)
                        .at())
                .isEqualTo(at("2026-03-03T00:00"));
        assertThat(Reckoning.due(at("2026-03-06T23:00"), span(2, WORKING_HOURS), SAME_TIME, desk)
                        .at())
                .isEqualTo(at("2026-03-09T01:00"));
        assertThat(Reckoning.due(at("2026-03-02T10:00"), span(1, WORKING_DAYS), END_OF_WORK, desk)
                        .at())
                .isEqualTo(at("2026-03-04T00:00"));
    }

    @Test
    void no_notice_about_a_year_means_the_week_decides_for_now() {
        assertThat(due("2027-09-30T10:00", 1, WORKING_DAYS, END_OF_WORK)).isEqualTo(at("2027-10-01T17:30"));
    }

    @ParameterizedTest
    @EnumSource
    void the_longest_spans_are_reckoned_at_once(SpanKind kind) {
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (DayEnd end : DayEnd.values()) {
                assertThat(due(FAR, kind.longest(), kind, end)).isAfter(at(FAR));
            }
        });
    }

    private static Instant due(String start, int amount, SpanKind kind, DayEnd end) {
        return Reckoning.due(at(start), span(amount, kind), end, CITY).at();
    }
}
