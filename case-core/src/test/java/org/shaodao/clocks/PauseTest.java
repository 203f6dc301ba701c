package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.at;
import static org.shaodao.clocks.DayEnd.END_OF_WORK;
import static org.shaodao.clocks.DayEnd.MIDNIGHT;
import static org.shaodao.clocks.DayEnd.SAME_TIME;
import static org.shaodao.clocks.SpanKind.CALENDAR_DAYS;
import static org.shaodao.clocks.SpanKind.MINUTES;
import static org.shaodao.clocks.SpanKind.WORKING_DAYS;
import static org.shaodao.clocks.SpanKind.WORKING_HOURS;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** 挂账. A clock stands still and goes on with what was left. */
class PauseTest {
    @Test
    void minutes_keep_what_is_left_to_the_nanosecond() {
        Instant due = at("2026-03-02T10:15");
        Left left = left("2026-03-02T10:00:00.000000001", due, MINUTES, END_OF_WORK);
        assertThat(left).isEqualTo(new Left(MINUTES, 0, Duration.ofMinutes(15).minusNanos(1)));
        assertThat(resumed("2026-04-01T00:00", left, END_OF_WORK)).isEqualTo("2026-03-31T16:14:59.999999999Z");
    }

    @Test
    void working_hours_keep_their_working_time() {
        Left left = left("2026-03-06T11:20", at("2026-03-09T10:00"), WORKING_HOURS, END_OF_WORK);
        assertThat(left.time()).isEqualTo(Duration.ofMinutes(40 + 4 * 60 + 60));
        assertThat(resumed("2026-03-14T12:00", left, END_OF_WORK)).isEqualTo(at("2026-03-16T16:10"));
    }

    @Test
    void a_clock_in_working_hours_whose_end_was_set_outside_them_may_have_no_working_time_left() {
        Left left = left("2026-03-07T10:00", at("2026-03-08T10:00"), WORKING_HOURS, END_OF_WORK);
        assertThat(left.time()).isZero();
        assertThat(resumed("2026-03-14T12:00", left, END_OF_WORK))
                .as("due as soon as anybody works again")
                .isEqualTo(at("2026-03-16T09:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T16:00, 2026-03-06T17:30, WORKING_DAYS, END_OF_WORK, 4",
        "2026-03-02T00:00, 2026-03-06T17:30, WORKING_DAYS, END_OF_WORK, 4",
        "2026-03-05T16:00, 2026-03-10T17:30, WORKING_DAYS, END_OF_WORK, 3", // a weekend between
        "2026-02-13T16:00, 2026-02-24T17:30, WORKING_DAYS, END_OF_WORK, 2", // the Spring Festival
        "2026-03-06T10:00, 2026-03-06T17:30, WORKING_DAYS, END_OF_WORK, 1", // the last day itself: at least one
        "2026-03-07T10:00, 2026-03-09T00:00, WORKING_DAYS, MIDNIGHT, 1", // a due instant from elsewhere
        "2026-03-02T16:00, 2026-03-06T16:00, WORKING_DAYS, SAME_TIME, 4",
        "2026-03-02T16:00, 2026-03-06T00:00, WORKING_DAYS, SAME_TIME, 4", // 00:00 belongs to the day that begins
        "2026-03-02T16:00, 2026-03-06T00:00, WORKING_DAYS, MIDNIGHT, 3", // 24:00 to the one that ends
        "2026-10-01T16:00, 2026-10-08T17:30, CALENDAR_DAYS, END_OF_WORK, 7",
        "2026-10-01T16:00, 2026-10-08T00:00, CALENDAR_DAYS, MIDNIGHT, 6",
        "2026-10-01T16:00, 2026-10-08T00:00, CALENDAR_DAYS, SAME_TIME, 7",
        "2026-10-08T16:00, 2026-10-08T17:30, CALENDAR_DAYS, END_OF_WORK, 1"
    })
    void of_days_those_after_the_day_of_stopping_are_left(
            String stopped, String due, SpanKind kind, DayEnd end, int days) {
        assertThat(left(stopped, at(due), kind, end)).isEqualTo(new Left(kind, days, Duration.ZERO));
    }

    @Test
    void the_day_of_resuming_is_a_starting_day_again() {
        Left left = new Left(WORKING_DAYS, 3, Duration.ZERO);
        assertThat(resumed("2026-03-10T08:00", left, END_OF_WORK)).isEqualTo(at("2026-03-13T17:30"));
        assertThat(resumed("2026-03-10T08:00", left, SAME_TIME)).isEqualTo(at("2026-03-13T08:00"));
        assertThat(resumed("2026-03-10T08:00", left, MIDNIGHT)).isEqualTo(at("2026-03-14T00:00"));
        assertThat(resumed("2026-03-10T08:00", new Left(CALENDAR_DAYS, 4, Duration.ZERO), END_OF_WORK))
                .as("14 March is a Saturday")
                .isEqualTo(at("2026-03-16T17:30"));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_left_of_a_clock_that_is_due(SpanKind kind) {
        assertThatThrownBy(() -> left("2026-03-06T17:30", at("2026-03-06T17:30"), kind, END_OF_WORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The clock was due 2026-03-06T09:30:00Z, not after 2026-03-06T09:30:00Z");
    }

    private static Left left(String stopped, Instant due, SpanKind kind, DayEnd end) {
        return Reckoning.left(at(stopped), due, kind, end, CITY);
    }

    private static Instant resumed(String at, Left left, DayEnd end) {
        return Reckoning.due(at(at), left, end, CITY).at();
    }
}
