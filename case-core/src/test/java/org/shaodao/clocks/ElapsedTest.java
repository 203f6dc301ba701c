package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.clocks.Calendars.CITY;
import static org.shaodao.clocks.Calendars.at;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much working time lies between two instants. */
class ElapsedTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 2026-03-02T10:00, 0, PT0S, false", // nothing at all
        "2026-03-02T10:00, 2026-03-02T09:00, 0, PT0S, false", // two clocks that disagree
        "2026-03-02T10:00, 2026-02-27T10:00, 0, PT0S, false",
        "2026-03-02T10:00, 2026-03-02T23:00, 0, PT6H, false", // the starting day is not counted
        "2026-03-02T23:00, 2026-03-03T00:00, 1, PT0S, false", // 00:00 belongs to the day that begins
        "2026-03-02T11:00, 2026-03-02T14:00, 0, PT1H30M, false", // across the lunch break
        "2026-03-02T12:00, 2026-03-02T13:30, 0, PT0S, false",
        "2026-03-06T10:00, 2026-03-08T10:00, 0, PT6H, false", // a weekend
        "2026-03-07T10:00, 2026-03-09T10:00, 1, PT1H, false",
        "2026-02-13T16:00, 2026-02-24T10:00, 2, PT9H30M, false", // a make-up day and the Spring Festival
        "2026-12-28T16:00, 2026-12-29T10:00, 1, PT2H30M, true",
        "2024-12-31T16:00, 2025-01-02T10:00, 1, PT2H30M, true"
    })
    void working_days_and_working_time_pass(String from, String until, int days, Duration time, boolean provisional) {
        assertThat(Reckoning.elapsed(at(from), at(until), CITY)).isEqualTo(new Elapsed(days, time, provisional));
    }
}
