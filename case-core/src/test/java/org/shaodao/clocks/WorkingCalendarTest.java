package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.OFFICE;
import static org.shaodao.clocks.Calendars.SHANGHAI;
import static org.shaodao.clocks.Calendars.WEEKEND;
import static org.shaodao.clocks.Calendars.YEAR_2025;
import static org.shaodao.clocks.Calendars.YEAR_2026;
import static org.shaodao.clocks.Calendars.city;
import static org.shaodao.clocks.Calendars.hours;
import static org.shaodao.clocks.Calendars.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true", // an ordinary Friday
        "2026-02-14, true", // a make-up Saturday
        "2026-02-15, false", // a Sunday in a holiday
        "2026-02-16, false", // a Monday in a holiday
        "2026-03-01, false", // an ordinary Sunday
        "2027-10-01, true" // a Friday that no notice is about yet
    })
    void notices_come_before_the_week(LocalDate day, boolean works) {
        assertThat(CITY.works(day)).isEqualTo(works);
    }

    @Test
    void a_notice_may_arrange_days_of_the_year_before_and_the_later_year_has_the_last_word() {
        LocalDate last = LocalDate.parse("2026-12-31");
        PublishedYear next = new PublishedYear(List.of("2027"), Map.of(last, new NamedDay("元旦", true)));
        PublishedYear own = new PublishedYear(List.of("2026"), Map.of(last, new NamedDay("调休", false)));
        assertThat(city(OFFICE, Map.of(2026, own)).works(last)).isTrue();
        assertThat(city(OFFICE, Map.of(2026, own, 2027, next)).works(last)).isFalse();
        assertThat(city(OFFICE, Map.of(2027, next)).named(last)).isEqualTo(new NamedDay("元旦", true));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-31, false",
        "2025-01-01, true",
        "2025-12-31, true",
        "2026-12-28, true",
        "2026-12-29, false", // the notice for 2027 may still make it a working Tuesday or not
        "2027-01-01, false"
    })
    void a_day_is_settled_once_every_notice_that_may_arrange_it_is_out(LocalDate day, boolean settled) {
        assertThat(CITY.settled(day)).isEqualTo(settled);
    }

    @Test
    void hours_are_some_in_order_and_apart() {
        Map<Integer, PublishedYear> none = Map.of();
        refused("A working day has working hours", () -> city(List.of(), none));
        refused(
                "Working hours are in order and apart",
                () -> city(List.of(hours("13:30", "17:30"), hours("09:00", "12:00")), none));
        refused(
                "Working hours are in order and apart",
                () -> city(List.of(hours("09:00", "12:00"), hours("11:59", "17:30")), none));
        refused(
                "Working hours are in order and apart",
                () -> city(List.of(hours("00:00", "00:00"), hours("09:00", "12:00")), none));
        refused("Working hours end after they begin", () -> hours("09:00", "09:00"));
        refused("Working hours end after they begin", () -> hours("22:00", "06:00"));
        assertThat(city(List.of(hours("09:00", "12:00"), hours("12:00", "00:00")), none)
                        .hours())
                .hasSize(2);
    }

    @Test
    void somebody_works_on_some_day() {
        refused(
                "A week has at least one working day",
                () -> new WorkingCalendar("idle", 1, SHANGHAI, EnumSet.allOf(DayOfWeek.class), OFFICE, Map.of()));
    }

    @Test
    void an_offset_is_no_zone() {
        refused(
                "A calendar has a named zone such as Asia/Shanghai, not +08:00",
                () -> new WorkingCalendar("fixed", 1, ZoneId.of("+08:00"), WEEKEND, OFFICE, Map.of()));
    }

    @Test
    void a_notice_arranges_days_of_its_own_year_and_its_neighbours_only() {
        PublishedYear wrong = year(2024, "?", "元旦 01-01/01-01");
        refused("The notice for 2026 cannot arrange 2024-01-01", () -> city(OFFICE, Map.of(2026, wrong)));
        assertThat(city(OFFICE, Map.of(2025, YEAR_2025, 2026, YEAR_2026)).years())
                .hasSize(2);
    }

    private static void refused(String message, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
