package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.OFFICE;
import static org.shaodao.clocks.Calendars.ROUND_THE_CLOCK;
import static org.shaodao.clocks.Calendars.WEEKEND;
import static org.shaodao.clocks.Calendars.at;
import static org.shaodao.clocks.Calendars.city;
import static org.shaodao.clocks.Calendars.hours;
import static org.shaodao.clocks.Calendars.span;
import static org.shaodao.clocks.DayEnd.MIDNIGHT;
import static org.shaodao.clocks.DayEnd.SAME_TIME;
import static org.shaodao.clocks.SpanKind.CALENDAR_DAYS;
import static org.shaodao.clocks.SpanKind.MINUTES;
import static org.shaodao.clocks.SpanKind.WORKING_DAYS;
import static org.shaodao.clocks.SpanKind.WORKING_HOURS;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The summers of 1986 to 1991, when Shanghai set its clocks, and other places that still do. */
class SummerTimeTest {
    /** Every day from 00:00 to 24:00. */
    private static final WorkingCalendar DUTY_DESK =
            new WorkingCalendar("desk", 1, Calendars.SHANGHAI, Set.of(), ROUND_THE_CLOCK, Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"1986-05-03", "1987-04-11", "1988-04-16", "1989-04-15", "1990-04-14", "1991-04-13"})
    void a_time_that_the_clocks_skip_is_moved_forward_by_what_they_skip(String eve) {
        Instant start = at(eve + "T02:30");
        Due due = Reckoning.due(start, span(1, CALENDAR_DAYS), SAME_TIME, CITY);
        LocalDateTime skipped = LocalDateTime.parse(eve + "T02:30").plusDays(1);
        assertThat(CITY.wall(due.at())).isEqualTo(skipped.plusHours(1));
        assertThat(due.steps()).contains(DueStep.at(DueStepKind.TIME_SKIPPED, skipped));
        assertThat(Duration.between(start, due.at())).isEqualTo(Duration.ofHours(24));
        assertThat(Reckoning.due(at(eve + "T09:00"), span(1, CALENDAR_DAYS), SAME_TIME, CITY)
                        .at())
                .isEqualTo(at(eve + "T09:00").plus(Duration.ofHours(23)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1986-09-13", "1987-09-12", "1988-09-10", "1989-09-16", "1990-09-15", "1991-09-14"})
    void of_a_time_that_comes_twice_the_earlier_is_meant(String eve) {
        Instant start = at(eve + "T01:30");
        Due due = Reckoning.due(start, span(1, WORKING_DAYS), SAME_TIME, DUTY_DESK);
        LocalDateTime repeated = LocalDateTime.parse(eve + "T01:30").plusDays(1);
        assertThat(DUTY_DESK.wall(due.at())).isEqualTo(repeated);
        assertThat(due.steps()).contains(DueStep.at(DueStepKind.TIME_REPEATED, repeated));
        assertThat(Duration.between(start, due.at())).isEqualTo(Duration.ofHours(24));
        assertThat(Reckoning.due(at(eve + "T09:00"), span(1, CALENDAR_DAYS), SAME_TIME, CITY)
                        .at())
                .isEqualTo(at(eve + "T09:00").plus(Duration.ofHours(25)));
    }

    @Test
    void minutes_pass_as_they_do_whatever_the_clocks_say() {
        assertThat(Reckoning.due(at("1986-05-04T01:50"), span(15, MINUTES), SAME_TIME, CITY)
                        .at())
                .isEqualTo(at("1986-05-04T03:05"));
        assertThat(Reckoning.due(at("1986-09-14T01:50"), span(15, MINUTES), SAME_TIME, CITY)
                        .at())
                .isEqualTo(Instant.parse("1986-09-13T17:05:00Z"))
                .satisfies(due -> assertThat(CITY.wall(due)).isEqualTo("1986-09-14T01:05"));
    }

    @Test
    void a_duty_desk_works_twenty_three_hours_in_spring_and_twenty_five_in_autumn() {
        assertThat(worked("1986-05-04T00:00", "1986-05-05T00:00")).isEqualTo(Duration.ofHours(23));
        assertThat(worked("1986-09-14T00:00", "1986-09-15T00:00")).isEqualTo(Duration.ofHours(25));
        assertThat(Reckoning.due(at("1986-05-04T00:00"), span(24, WORKING_HOURS), SAME_TIME, DUTY_DESK)
                        .at())
                .isEqualTo(at("1986-05-05T01:00"));
        assertThat(Reckoning.due(at("1986-09-14T00:00"), span(25, WORKING_HOURS), SAME_TIME, DUTY_DESK)
                        .at())
                .isEqualTo(at("1986-09-15T00:00"));
    }

    @Test
    void hours_that_the_clocks_skip_are_nobodys_working_time_and_never_count_twice() {
        WorkingCalendar night = new WorkingCalendar(
                "night",
                1,
                Calendars.SHANGHAI,
                Set.of(),
                List.of(hours("01:00", "02:30"), hours("02:30", "02:45"), hours("03:00", "04:00")),
                Map.of());
        Elapsed shortNight = Reckoning.elapsed(at("1986-05-04T00:00"), at("1986-05-05T00:00"), night);
        assertThat(shortNight.workingTime())
                .as("01:00 to 02:00, which is 03:00, to 04:00")
                .isEqualTo(Duration.ofHours(2));
        assertThat(Reckoning.due(at("1986-05-04T00:00"), span(2, WORKING_HOURS), SAME_TIME, night)
                        .at())
                .isEqualTo(at("1986-05-04T04:00"));
    }

    @Test
    void summer_time_years_have_no_notice_here_and_their_working_days_are_provisional() {
        Due due = Reckoning.due(
                at("1986-09-13T10:00"), span(1, WORKING_DAYS), DayEnd.END_OF_WORK, city(OFFICE, Map.of()));
        assertThat(due.at()).isEqualTo(Instant.parse("1986-09-15T09:30:00Z"));
        assertThat(due.provisional()).isTrue();
    }

    @Test
    void midnight_that_the_clocks_skip_is_the_first_moment_of_the_next_day() {
        WorkingCalendar saoPaulo =
                new WorkingCalendar("sao-paulo", 1, ZoneId.of("America/Sao_Paulo"), WEEKEND, ROUND_THE_CLOCK, Map.of());
        Instant start = saoPaulo.instant(LocalDateTime.parse("2018-11-01T10:00"));
        Due due = Reckoning.due(start, span(2, CALENDAR_DAYS), MIDNIGHT, saoPaulo);
        assertThat(saoPaulo.wall(due.at())).isEqualTo("2018-11-04T01:00");
        assertThat(due.steps()).contains(DueStep.at(DueStepKind.TIME_SKIPPED, LocalDateTime.parse("2018-11-04T00:00")));
        assertThat(Reckoning.left(start, due.at(), CALENDAR_DAYS, MIDNIGHT, saoPaulo)
                        .days())
                .as("the last day is 3 November still")
                .isEqualTo(2);
    }

    @Test
    void half_an_hour_of_summer_time_is_half_an_hour() {
        WorkingCalendar lordHowe = new WorkingCalendar(
                "lord-howe", 1, ZoneId.of("Australia/Lord_Howe"), Set.of(DayOfWeek.SUNDAY), OFFICE, Map.of());
        Instant start = lordHowe.instant(LocalDateTime.parse("2025-10-04T02:15"));
        Due due = Reckoning.due(start, span(1, CALENDAR_DAYS), SAME_TIME, lordHowe);
        assertThat(lordHowe.wall(due.at())).isEqualTo("2025-10-05T02:45");
    }

    private static Duration worked(String from, String until) {
        return Reckoning.elapsed(at(from), at(until), DUTY_DESK).workingTime();
    }
}
