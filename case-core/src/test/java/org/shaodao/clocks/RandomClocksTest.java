package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every clock, told by hundreds of calendars. */
class RandomClocksTest {
    private static final int SEEDS = 400;

    @Test
    void a_due_instant_is_where_counting_minute_by_minute_and_day_by_day_ends() {
        everySeed((random, days, seed) -> {
            Instant start = days.minute();
            for (SpanKind kind : SpanKind.values()) {
                for (DayEnd end : DayEnd.values()) {
                    Span span = new Span(kind, 1 + random.nextInt(12));
                    Due due = Reckoning.due(start, span, end, days.calendar);
                    assertThat(due.at())
                            .as("seed %d: %s from %s, %s", seed, span, start, end)
                            .isEqualTo(counted(days, start, span, end));
                    assertThat(due.provisional())
                            .as("seed %d: %s from %s, %s", seed, span, start, end)
                            .isEqualTo(provisional(days, start, due, span, end));
                    assertThat(due.steps()).as("seed %d", seed).hasSizeBetween(2, 25);
                }
            }
        });
    }

    @Test
    void a_later_start_or_a_longer_span_is_never_due_earlier() {
        everySeed((random, days, seed) -> {
            Instant start = days.minute();
            Instant later = start.plus(random.nextInt(5_000), ChronoUnit.MINUTES);
            for (SpanKind kind : SpanKind.values()) {
                for (DayEnd end : DayEnd.values()) {
                    Span span = new Span(kind, 1 + random.nextInt(300));
                    Span longer = new Span(kind, span.amount() + 1);
                    Instant due = Reckoning.due(start, span, end, days.calendar).at();
                    assertThat(due).as("seed %d: %s from %s", seed, span, start).isAfter(start);
                    assertThat(Reckoning.due(start, longer, end, days.calendar).at())
                            .as("seed %d: %s from %s", seed, longer, start)
                            .isAfterOrEqualTo(due);
                    if (end != DayEnd.SAME_TIME || byTheWallAlone(days, kind, later)) {
                        assertThat(Reckoning.due(later, span, end, days.calendar)
                                        .at())
                                .as("seed %d: %s from %s", seed, span, later)
                                .isAfterOrEqualTo(due);
                    }
                }
            }
        });
    }

    /** Two exceptions are documented: hours that come twice, and working days counted from a rest day. */
    private static boolean byTheWallAlone(RandomCalendar days, SpanKind kind, Instant later) {
        return days.calendar.zone().equals(Calendars.SHANGHAI)
                && (kind != SpanKind.WORKING_DAYS || days.works(days.day(later)));
    }

    @Test
    void a_clock_that_ends_with_work_ends_while_people_work() {
        everySeed((random, days, seed) -> {
            for (SpanKind kind :
                    new SpanKind[] {SpanKind.WORKING_HOURS, SpanKind.WORKING_DAYS, SpanKind.CALENDAR_DAYS}) {
                Span span = new Span(kind, 1 + random.nextInt(200));
                Instant due = Reckoning.due(days.minute(), span, DayEnd.END_OF_WORK, days.calendar)
                        .at();
                assertThat(days.atWork(due.minus(1, ChronoUnit.MINUTES)))
                        .as("seed %d: %s is due %s", seed, span, due)
                        .isTrue();
            }
        });
    }

    @Test
    void a_clock_stopped_and_resumed_at_once_is_due_when_it_would_have_been() {
        everySeed((random, days, seed) -> {
            Instant start = days.minute();
            for (SpanKind kind : SpanKind.values()) {
                for (DayEnd end : new DayEnd[] {DayEnd.END_OF_WORK, DayEnd.MIDNIGHT}) {
                    Span span = new Span(kind, 2 + random.nextInt(40));
                    Instant due = Reckoning.due(start, span, end, days.calendar).at();
                    Instant stopped = between(random, start, due);
                    Left left = Reckoning.left(stopped, due, kind, end, days.calendar);
                    Instant again =
                            Reckoning.due(stopped, left, end, days.calendar).at();
                    if (kind.countsDays() && days.day(stopped).equals(days.day(due.minusNanos(1)))) {
                        assertThat(left.days()).as("seed %d", seed).isOne();
                        assertThat(again).as("seed %d", seed).isAfter(due);
                    } else {
                        assertThat(again)
                                .as("seed %d: %s from %s to %s, %s, stopped %s", seed, span, start, due, end, stopped)
                                .isEqualTo(due);
                    }
                }
            }
        });
    }

    @Test
    void half_of_a_clock_lies_between_its_start_and_its_end() {
        everySeed((random, days, seed) -> {
            Instant start = days.minute();
            for (SpanKind kind : SpanKind.values()) {
                for (DayEnd end : DayEnd.values()) {
                    Span span = new Span(kind, 1 + random.nextInt(40));
                    Instant due = Reckoning.due(start, span, end, days.calendar).at();
                    assertThat(Reckoning.halfway(start, due, kind, days.calendar))
                            .as("seed %d: %s from %s to %s", seed, span, start, due)
                            .isAfter(start)
                            .isBefore(due);
                }
            }
        });
    }

    @Test
    void elapsed_working_time_is_what_counting_minutes_and_days_gives() {
        everySeed((random, days, seed) -> {
            Instant from = days.minute();
            Instant until = from.plus(random.nextInt(20_000), ChronoUnit.MINUTES);
            Elapsed elapsed = Reckoning.elapsed(from, until, days.calendar);
            long workingDays = days.day(from)
                    .plusDays(1)
                    .datesUntil(days.day(until).plusDays(1))
                    .filter(days::works)
                    .count();
            assertThat(elapsed)
                    .as("seed %d: %s to %s", seed, from, until)
                    .isEqualTo(new Elapsed(
                            Math.toIntExact(workingDays),
                            Duration.ofMinutes(days.minutesAtWork(from, until)),
                            days.day(from)
                                    .datesUntil(days.day(until).plusDays(1))
                                    .anyMatch(days::unknown)));
        });
    }

    @Test
    void within_so_many_working_days_is_before_the_midnight_that_ends_them() {
        everySeed((random, days, seed) -> {
            Instant from = days.minute();
            Instant until = from.plus(random.nextInt(20_000), ChronoUnit.MINUTES);
            Span span = new Span(SpanKind.WORKING_DAYS, 1 + random.nextInt(12));
            assertThat(Reckoning.elapsed(from, until, days.calendar).workingDays() <= span.amount())
                    .as("seed %d: %s to %s, %s", seed, from, until, span)
                    .isEqualTo(until.isBefore(nextWorkingDay(
                            days,
                            days.day(Reckoning.due(from, span, DayEnd.MIDNIGHT, days.calendar)
                                    .at()
                                    .minusNanos(1)))));
        });
    }

    private static Instant nextWorkingDay(RandomCalendar days, LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!days.works(next)) {
            next = next.plusDays(1);
        }
        return days.atWall(next.atStartOfDay());
    }

    private static Instant counted(RandomCalendar days, Instant start, Span span, DayEnd end) {
        return switch (span.kind()) {
            case MINUTES -> start.plusSeconds(60L * span.amount());
            case WORKING_HOURS -> days.afterMinutesAtWork(start, 60 * span.amount());
            case WORKING_DAYS -> ended(days, start, nthWorkingDay(days, days.day(start), span.amount()), end);
            case CALENDAR_DAYS -> {
                LocalDate last = days.day(start).plusDays(span.amount());
                boolean moves = end == DayEnd.END_OF_WORK && !days.works(last);
                yield ended(days, start, moves ? nthWorkingDay(days, last, 1) : last, end);
            }
        };
    }

    private static LocalDate nthWorkingDay(RandomCalendar days, LocalDate start, int n) {
        return start.plusDays(1)
                .datesUntil(start.plusYears(3))
                .filter(days::works)
                .skip(n - 1L)
                .findFirst()
                .orElseThrow();
    }

    private static Instant ended(RandomCalendar days, Instant start, LocalDate last, DayEnd end) {
        return switch (end) {
            case END_OF_WORK -> days.afterLastMinute(last, true);
            case SAME_TIME ->
                days.atWall(last.atTime(
                        LocalDateTime.ofInstant(start, days.calendar.zone()).toLocalTime()));
            case MIDNIGHT -> days.afterLastMinute(last, false);
        };
    }

    private static boolean provisional(RandomCalendar days, Instant start, Due due, Span span, DayEnd end) {
        LocalDate last = days.day(due.at().minusNanos(1));
        LocalDate first = switch (span.kind()) {
            case MINUTES -> last.plusDays(1);
            case WORKING_HOURS ->
                days.afterLastMinute(days.day(start), true).isAfter(start)
                        ? days.day(start)
                        : days.day(start).plusDays(1);
            case WORKING_DAYS -> days.day(start).plusDays(1);
            case CALENDAR_DAYS ->
                end == DayEnd.END_OF_WORK ? days.day(start).plusDays(span.amount()) : last.plusDays(1);
        };
        return first.datesUntil(last.plusDays(1)).anyMatch(days::unknown);
    }

    private static Instant between(Random random, Instant start, Instant due) {
        return start.plusMillis((long) (random.nextDouble()
                * Duration.between(start, due).minusMillis(1).toMillis()));
    }

    private static void everySeed(Property property) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            property.check(random, new RandomCalendar(random), seed);
        }
    }

    private interface Property {
        void check(Random random, RandomCalendar days, long seed);
    }
}
