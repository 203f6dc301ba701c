package org.shaodao.clocks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of the calendar that an organisation works by. Published versions never change; a new notice makes a new
 * version.
 *
 * <p>The zone belongs to the calendar and is a named one, for its history counts: Asia/Shanghai had summer time from
 * 1986 to 1991. A wall time that the clocks skip is moved forward by what they skip, so 02:30 becomes 03:30; of a wall
 * time that comes twice the earlier one is meant.
 *
 * @param hours working hours of every working day, in order; never empty
 * @param years what is published, by year
 */
public record WorkingCalendar(
        String id,
        Integer version,
        ZoneId zone,
        Set<DayOfWeek> weeklyRest,
        List<Hours> hours,
        Map<Integer, PublishedYear> years) {

    /** Days of December that the next year's notice may arrange: from 2018 to 2026 none reached back beyond the 29th. */
    private static final int NOTICE_REACHES_BACK = 3;

    public WorkingCalendar {
        weeklyRest = Set.copyOf(weeklyRest);
        hours = List.copyOf(hours);
        years = Map.copyOf(years);
        if (zone instanceof ZoneOffset) {
            throw new IllegalArgumentException("A calendar has a named zone such as Asia/Shanghai, not " + zone);
        }
        if (weeklyRest.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("A week has at least one working day");
        }
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("A working day has working hours");
        }
        for (int i = 1; i < hours.size(); i++) {
            if (!hours.get(i - 1).before(hours.get(i))) {
                throw new IllegalArgumentException("Working hours are in order and apart: " + hours);
            }
        }
        years.forEach((year, published) -> published.days().keySet().forEach(day -> {
            if (Math.abs(day.getYear() - year) > 1) {
                throw new IllegalArgumentException("The notice for %d cannot arrange %s".formatted(year, day));
            }
        }));
    }

    /** 工作日. Whether this is a working day: by the notices, otherwise by the week. */
    public boolean works(LocalDate day) {
        NamedDay named = named(day);
        return named == null ? !weeklyRest.contains(day.getDayOfWeek()) : !named.off();
    }

    /** What the notices say of this day, or null; of two notices that name it the later year's has the last word. */
    public @Nullable NamedDay named(LocalDate day) {
        for (int year = day.getYear() + 1; year >= day.getYear() - 1; year--) {
            PublishedYear published = years.get(year);
            NamedDay named = published == null ? null : published.days().get(day);
            if (named != null) {
                return named;
            }
        }
        return null;
    }

    /** Whether every notice that may arrange this day is published; the last of December wait for the next year's. */
    public boolean settled(LocalDate day) {
        return years.containsKey(day.getYear())
                && years.containsKey(day.plusDays(NOTICE_REACHES_BACK).getYear());
    }

    /** What the clock on the wall shows. */
    public LocalDateTime wall(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** When the clock on the wall shows this; skipped and repeated times as said above. */
    public Instant instant(LocalDateTime wall) {
        return wall.atZone(zone).toInstant();
    }

    /** When work ends on this day, if it is a working day. */
    LocalDateTime endOfWork(LocalDate day) {
        return end(day, hours.getLast());
    }

    /** The working hours of this day, if it is a working day. Where clocks are set forward they may overlap or be empty. */
    List<Shift> shifts(LocalDate day) {
        return hours.stream()
                .map(h -> new Shift(instant(day.atTime(h.from())), instant(end(day, h))))
                .toList();
    }

    private static LocalDateTime end(LocalDate day, Hours hours) {
        return hours.until().equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(hours.until());
    }
}
