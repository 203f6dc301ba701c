package org.shaodao.clocks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A calendar by chance, and the slowest possible way to ask it: minute by minute and day by day, from facts of its own.
 * The notices for 2025 and 2027 are there by chance, the one for 2026 always, others never.
 */
final class RandomCalendar {
    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Europe/London");

    final WorkingCalendar calendar;

    private final Random random;
    private final ZoneId zone;
    private final Set<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();
    private final Set<Integer> published = new HashSet<>(Set.of(2026));
    private final boolean[] minutesAtWork = new boolean[24 * 60];

    RandomCalendar(Random random) {
        this.random = random;
        zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            rest.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        for (int year : new int[] {2025, 2027}) {
            if (random.nextBoolean()) {
                published.add(year);
            }
        }
        Map<Integer, PublishedYear> years = new HashMap<>();
        published.forEach(year -> years.put(year, new PublishedYear(List.of("notice"), days(year))));
        calendar = new WorkingCalendar("random", 1, zone, rest, hours(), years);
    }

    /** A whole minute between November 2025 and January 2027. */
    Instant minute() {
        return Instant.parse("2025-11-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(440 * 24 * 60)));
    }

    boolean works(LocalDate day) {
        return makeUp.contains(day) || !off.contains(day) && !rest.contains(day.getDayOfWeek());
    }

    boolean unknown(LocalDate day) {
        boolean lastOfDecember = day.getMonthValue() == 12 && day.getDayOfMonth() >= 29;
        return !published.contains(day.getYear()) || lastOfDecember && !published.contains(day.getYear() + 1);
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Whether people work in the minute that begins at this instant. */
    boolean atWork(Instant minute) {
        LocalDateTime wall = LocalDateTime.ofInstant(minute, zone);
        return works(wall.toLocalDate()) && minutesAtWork[wall.get(ChronoField.MINUTE_OF_DAY)];
    }

    /** The moment after so many minutes at work. */
    Instant afterMinutesAtWork(Instant start, int minutes) {
        Instant now = start;
        for (int left = minutes; left > 0; now = now.plus(1, ChronoUnit.MINUTES)) {
            left -= atWork(now) ? 1 : 0;
        }
        return now;
    }

    int minutesAtWork(Instant from, Instant until) {
        int minutes = 0;
        for (Instant now = from; now.isBefore(until); now = now.plus(1, ChronoUnit.MINUTES)) {
            minutes += atWork(now) ? 1 : 0;
        }
        return minutes;
    }

    /** The moment after the last minute of this day, at work or at all. */
    Instant afterLastMinute(LocalDate day, boolean atWork) {
        Instant end = Instant.MIN;
        Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
        for (int minute = -15 * 60; minute < 15 * 60; minute++) {
            Instant now = noon.plus(minute, ChronoUnit.MINUTES);
            if (day(now).equals(day) && (!atWork || atWork(now))) {
                end = now.plus(1, ChronoUnit.MINUTES);
            }
        }
        return end;
    }

    /** The first instant at which the wall shows this, or what the clocks made of it. */
    Instant atWall(LocalDateTime wall) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty()
                ? wall.toInstant(rules.getTransition(wall).getOffsetBefore())
                : wall.toInstant(offsets.getFirst());
    }

    /** One to three stretches that neither begin nor end within an hour that some zone skips or repeats. */
    private List<Hours> hours() {
        TreeSet<Integer> bounds = new TreeSet<>();
        if (random.nextInt(5) == 0) {
            bounds.addAll(List.of(0, 24 * 4));
        }
        while (bounds.size() < 2 || bounds.size() % 2 == 1) {
            bounds.add(4 * 4 + random.nextInt(20 * 4 + 1));
        }
        List<Hours> hours = new ArrayList<>();
        while (!bounds.isEmpty()) {
            int from = bounds.removeFirst() * 15;
            int until = bounds.removeFirst() * 15;
            Arrays.fill(minutesAtWork, from, until, true);
            hours.add(new Hours(
                    LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L % (24 * 60 * 60))));
        }
        return hours;
    }

    private Map<LocalDate, NamedDay> days(int year) {
        Map<LocalDate, NamedDay> days = new HashMap<>();
        for (int i = 3 + random.nextInt(12); i > 0; i--) {
            LocalDate day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365));
            for (int length = 1 + random.nextInt(6); length > 0; length--, day = day.plusDays(1)) {
                if (day.getYear() == year) {
                    days.put(day, new NamedDay("holiday " + i, random.nextInt(4) > 0));
                }
            }
        }
        days.forEach((day, named) -> (named.off() ? off : makeUp).add(day));
        return days;
    }
}
