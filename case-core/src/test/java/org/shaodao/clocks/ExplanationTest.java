package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.OFFICE;
import static org.shaodao.clocks.Calendars.at;
import static org.shaodao.clocks.Calendars.city;
import static org.shaodao.clocks.Calendars.span;
import static org.shaodao.clocks.Calendars.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A due instant says how it came about. */
class ExplanationTest {
    @Test
    void working_days_tell_what_they_skipped_and_what_they_counted() {
        assertThat(steps("2026-02-13T16:00", 8, SpanKind.WORKING_DAYS, DayEnd.END_OF_WORK))
                .containsExactly(
                        started("2026-02-13T16:00"),
                        days(DueStepKind.MAKE_UP_DAY, "2026-02-14", "2026-02-14", 1, "春节"),
                        days(DueStepKind.HOLIDAY, "2026-02-15", "2026-02-23", 9, "春节"),
                        days(DueStepKind.MAKE_UP_DAY, "2026-02-28", "2026-02-28", 1, "春节"),
                        days(DueStepKind.WEEKLY_REST, "2026-03-01", "2026-03-01", 1, null),
                        counted(8, "2026-03-03"),
                        moment(DueStepKind.ENDED_WITH_WORK, "2026-03-03T17:30"));
    }

    @Test
    void working_hours_tell_when_counting_began() {
        assertThat(steps("2026-03-07T11:00", 8, SpanKind.WORKING_HOURS, DayEnd.END_OF_WORK))
                .containsExactly(
                        started("2026-03-07T11:00"),
                        days(DueStepKind.WEEKLY_REST, "2026-03-07", "2026-03-08", 2, null),
                        moment(DueStepKind.COUNTING_BEGAN, "2026-03-09T09:00"),
                        moment(DueStepKind.TIME_USED_UP, "2026-03-10T10:00"));
        assertThat(steps("2026-02-14T12:15", 4, SpanKind.WORKING_HOURS, DayEnd.END_OF_WORK))
                .as("a make-up day is said once")
                .containsExactly(
                        started("2026-02-14T12:15"),
                        days(DueStepKind.MAKE_UP_DAY, "2026-02-14", "2026-02-14", 1, "春节"),
                        moment(DueStepKind.COUNTING_BEGAN, "2026-02-14T13:30"),
                        moment(DueStepKind.TIME_USED_UP, "2026-02-14T17:30"));
    }

    @Test
    void a_day_whose_hours_are_over_is_not_said_to_be_counted() {
        assertThat(steps("2026-02-28T18:00", 1, SpanKind.WORKING_HOURS, DayEnd.END_OF_WORK))
                .containsExactly(
                        started("2026-02-28T18:00"),
                        days(DueStepKind.WEEKLY_REST, "2026-03-01", "2026-03-01", 1, null),
                        moment(DueStepKind.COUNTING_BEGAN, "2026-03-02T09:00"),
                        moment(DueStepKind.TIME_USED_UP, "2026-03-02T10:00"));
    }

    @Test
    void a_moved_last_day_tells_from_where_to_where_and_why() {
        assertThat(steps("2026-09-29T10:00", 4, SpanKind.CALENDAR_DAYS, DayEnd.END_OF_WORK))
                .containsExactly(
                        started("2026-09-29T10:00"),
                        counted(4, "2026-10-03"),
                        days(DueStepKind.HOLIDAY, "2026-10-03", "2026-10-07", 5, "国庆节"),
                        days(DueStepKind.LAST_DAY_MOVED, "2026-10-03", "2026-10-08", null, null),
                        moment(DueStepKind.ENDED_WITH_WORK, "2026-10-08T17:30"));
    }

    @Test
    void what_needs_no_calendar_says_nothing_of_it() {
        assertThat(steps("2026-10-01T00:00", 15, SpanKind.MINUTES, DayEnd.END_OF_WORK))
                .containsExactly(started("2026-10-01T00:00"), moment(DueStepKind.TIME_USED_UP, "2026-10-01T00:15"));
        assertThat(steps("2026-10-01T00:00", 15, SpanKind.CALENDAR_DAYS, DayEnd.SAME_TIME))
                .containsExactly(
                        started("2026-10-01T00:00"),
                        counted(15, "2026-10-16"),
                        moment(DueStepKind.ENDED_AT_SAME_TIME, "2026-10-16T00:00"));
        assertThat(steps("2026-10-01T00:00", 15, SpanKind.CALENDAR_DAYS, DayEnd.MIDNIGHT))
                .containsExactly(
                        started("2026-10-01T00:00"),
                        counted(15, "2026-10-16"),
                        moment(DueStepKind.ENDED_AT_MIDNIGHT, "2026-10-17T00:00"));
    }

    @Test
    void days_that_no_notice_is_about_yet_are_said() {
        assertThat(steps("2026-12-28T10:00", 5, SpanKind.WORKING_DAYS, DayEnd.END_OF_WORK))
                .containsExactly(
                        started("2026-12-28T10:00"),
                        days(DueStepKind.WEEKLY_REST, "2027-01-02", "2027-01-03", 2, null),
                        days(DueStepKind.UNPUBLISHED, "2026-12-29", "2027-01-04", 7, null),
                        counted(5, "2027-01-04"),
                        moment(DueStepKind.ENDED_WITH_WORK, "2027-01-04T17:30"));
    }

    @Test
    void days_off_are_one_step_if_they_follow_each_other_under_one_name() {
        WorkingCalendar calendar = city(
                OFFICE, Map.of(2020, year(2020, "?", "国庆节 10-05/10-06", "国庆节 10-08/10-08 +10-07", "中秋节 10-09/10-09")));
        assertThat(Reckoning.due(at("2020-10-04T10:00"), span(2, SpanKind.WORKING_DAYS), DayEnd.SAME_TIME, calendar)
                        .steps())
                .as("the seventh would work without a notice too")
                .containsExactly(
                        started("2020-10-04T10:00"),
                        days(DueStepKind.HOLIDAY, "2020-10-05", "2020-10-06", 2, "国庆节"),
                        days(DueStepKind.HOLIDAY, "2020-10-08", "2020-10-08", 1, "国庆节"),
                        days(DueStepKind.HOLIDAY, "2020-10-09", "2020-10-09", 1, "中秋节"),
                        days(DueStepKind.WEEKLY_REST, "2020-10-10", "2020-10-11", 2, null),
                        counted(2, "2020-10-12"),
                        moment(DueStepKind.ENDED_AT_SAME_TIME, "2020-10-12T10:00"));
    }

    @Test
    void ten_years_are_explained_in_a_few_steps() {
        Map<Integer, PublishedYear> years = new HashMap<>();
        for (int year = 2016; year <= 2035; year++) {
            years.put(
                    year, year(year, "?", "春节 02-15/02-23 +02-12", "清明节 04-04/04-06 +04-07", "国庆节 10-01/10-07 +10-09"));
        }
        Due due = Reckoning.due(
                at("2016-06-01T10:00"), span(2_500, SpanKind.WORKING_DAYS), DayEnd.END_OF_WORK, city(OFFICE, years));
        assertThat(due.steps())
                .extracting(DueStep::kind)
                .containsExactly(
                        DueStepKind.STARTED,
                        DueStepKind.HOLIDAY,
                        DueStepKind.MAKE_UP_DAY,
                        DueStepKind.WEEKLY_REST,
                        DueStepKind.COUNTED,
                        DueStepKind.ENDED_WITH_WORK);
        DueStep holidays = due.steps().get(1);
        assertThat(holidays.name()).isNull();
        assertThat(holidays.from()).isEqualTo("2016-10-01");
        assertThat(holidays.days()).isGreaterThan(19 * 9);
    }

    private static List<DueStep> steps(String start, int amount, SpanKind kind, DayEnd end) {
        return Reckoning.due(at(start), span(amount, kind), end, CITY).steps();
    }

    private static DueStep started(String at) {
        return new DueStep(DueStepKind.STARTED, LocalDateTime.parse(at), null, null, null, "Asia/Shanghai");
    }

    private static DueStep moment(DueStepKind kind, String at) {
        return DueStep.at(kind, LocalDateTime.parse(at));
    }

    private static DueStep counted(int days, String last) {
        return new DueStep(DueStepKind.COUNTED, null, null, LocalDate.parse(last), days, null);
    }

    private static DueStep days(
            DueStepKind kind, String from, String until, @Nullable Integer days, @Nullable String name) {
        return new DueStep(kind, null, LocalDate.parse(from), LocalDate.parse(until), days, name);
    }
}
