package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.clocks.Calendars.OFFICE;
import static org.shaodao.clocks.Calendars.WEEKEND;
import static org.shaodao.clocks.Calendars.at;
import static org.shaodao.clocks.Calendars.city;
import static org.shaodao.clocks.Calendars.span;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arrangements of the State Council for 2018 to 2026. */
class RealCalendarTest {
    @Test
    void every_day_of_nine_years_works_as_published() throws IOException {
        Map<Integer, PublishedYear> years = SharedData.published(2018, 2026);
        WorkingCalendar calendar = city(OFFICE, years);
        Map<LocalDate, NamedDay> published = new HashMap<>();
        years.values().forEach(year -> published.putAll(year.days()));
        assertThat(published).hasSize(255 + 60);

        Map<Integer, Integer> workingDays = new HashMap<>();
        LocalDate.of(2018, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(day -> {
            NamedDay named = published.get(day);
            boolean works = named == null ? !WEEKEND.contains(day.getDayOfWeek()) : !named.off();
            assertThat(calendar.works(day)).as("%s", day).isEqualTo(works);
            assertThat(calendar.named(day)).as("%s", day).isEqualTo(named);
            assertThat(calendar.settled(day)).as("%s", day).isEqualTo(day.isBefore(LocalDate.of(2026, 12, 29)));
            workingDays.merge(day.getYear(), works ? 1 : 0, Integer::sum);
        });
        assertThat(workingDays).containsEntry(2025, 248).containsEntry(2026, 248);
    }

    @Test
    void the_years_in_the_examples_are_those_that_were_published() throws IOException {
        Map<Integer, PublishedYear> years = SharedData.published(2025, 2026);
        assertThat(off(years.get(2025))).isEqualTo(off(Calendars.YEAR_2025)).hasSize(28 + 5);
        assertThat(off(years.get(2026))).isEqualTo(off(Calendars.YEAR_2026)).hasSize(33 + 6);
        assertThat(years.values()).allSatisfy(year -> assertThat(year.notices()).isNotEmpty());
    }

    @Test
    void no_notice_reaches_back_beyond_the_29_of_december() throws IOException {
        SharedData.published(2018, 2026)
                .forEach((year, published) -> assertThat(published.days().keySet())
                        .allSatisfy(day -> assertThat(day)
                                .isAfterOrEqualTo(LocalDate.of(year - 1, 12, 29))
                                .isBefore(LocalDate.of(year + 1, 1, 1))));
    }

    /** The notice for 2019 of 6 December 2018 made Saturday 2018-12-29 a working day and Monday the 31st a day off. */
    @Test
    void the_last_days_of_2018_waited_for_the_notice_of_2019() throws IOException {
        Left whole = span(5, SpanKind.WORKING_DAYS).whole();
        Due known = Reckoning.due(
                at("2018-12-24T10:00"), whole, DayEnd.END_OF_WORK, city(OFFICE, SharedData.published(2018, 2018)));
        assertThat(known.at()).isEqualTo(at("2018-12-31T17:30"));
        assertThat(known.provisional()).isTrue();
        Revision revision = Reckoning.revised(
                known,
                at("2018-12-24T10:00"),
                whole,
                DayEnd.END_OF_WORK,
                city(OFFICE, SharedData.published(2018, 2019)));
        assertThat(revision.moved()).isTrue();
        assertThat(revision.due().at()).isEqualTo(at("2018-12-29T17:30"));
        assertThat(revision.due().provisional()).isFalse();
    }

    private static Map<LocalDate, Boolean> off(PublishedYear year) {
        Map<LocalDate, Boolean> off = new HashMap<>();
        year.days().forEach((day, named) -> off.put(day, named.off()));
        return off;
    }
}
