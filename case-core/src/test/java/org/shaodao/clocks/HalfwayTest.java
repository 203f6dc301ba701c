package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.at;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 签而不办. When half of a clock has passed. */
class HalfwayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10-01T00:00, 2026-10-01T00:15, MINUTES, 2026-10-01T00:07:30",
        "2026-03-02T16:00, 2026-03-07T16:00, CALENDAR_DAYS, 2026-03-05T04:00",
        "2026-03-06T16:30, 2026-03-09T12:00, WORKING_HOURS, 2026-03-09T10:00", // one hour on Friday, three on Monday
        "2026-03-06T17:30, 2026-03-09T17:30, WORKING_DAYS, 2026-03-09T14:00", // an odd number of days
        "2026-03-02T17:30, 2026-03-06T17:30, WORKING_DAYS, 2026-03-04T17:30", // an even one
        "2026-02-13T17:30, 2026-02-24T17:30, WORKING_DAYS, 2026-02-14T17:30", // a holiday is no half of the work
        "2026-03-07T08:00, 2026-03-09T08:00, WORKING_DAYS, 2026-03-08T08:00" // nobody works between the two
    })
    void half_of_the_working_time_or_of_the_real_time_has_passed(
            String start, String due, SpanKind kind, String halfway) {
        assertThat(Reckoning.halfway(at(start), at(due), kind, CITY)).isEqualTo(at(halfway));
    }

    @Test
    void a_clock_that_is_due_at_once_has_no_half() {
        assertThatThrownBy(
                        () -> Reckoning.halfway(at("2026-03-02T10:00"), at("2026-03-02T10:00"), SpanKind.MINUTES, CITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
