package org.shaodao.clocks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calendars that the tests work by. */
final class Calendars {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    static final List<Hours> OFFICE = List.of(hours("09:00", "12:00"), hours("13:30", "17:30"));
    static final List<Hours> ROUND_THE_CLOCK = List.of(hours("00:00", "00:00"));

    /** 国办发明电〔2024〕12号. */
    static final PublishedYear YEAR_2025 = year(
            2025,
            "国办发明电〔2024〕12号",
            "元旦 01-01/01-01",
            "春节 01-28/02-04 +01-26 +02-08",
            "清明节 04-04/04-06",
            "劳动节 05-01/05-05 +04-27",
            "端午节 05-31/06-02",
            "国庆节、中秋节 10-01/10-08 +09-28 +10-11");

    /** 国办发明电〔2025〕7号. */
    static final PublishedYear YEAR_2026 = year(
            2026,
            "国办发明电〔2025〕7号",
            "元旦 01-01/01-03 +01-04",
            "春节 02-15/02-23 +02-14 +02-28",
            "清明节 04-04/04-06",
            "劳动节 05-01/05-05 +05-09",
            "端午节 06-19/06-21",
            "中秋节 09-25/09-27",
            "国庆节 10-01/10-07 +09-20 +10-10");

    /** An office in a Chinese city that knows the notices for 2025 and 2026. */
    static final WorkingCalendar CITY = city(OFFICE, Map.of(2025, YEAR_2025, 2026, YEAR_2026));

    private Calendars() {}

    static WorkingCalendar city(List<Hours> hours, Map<Integer, PublishedYear> years) {
        return new WorkingCalendar("city", 1, SHANGHAI, WEEKEND, hours, years);
    }

    static Hours hours(String from, String until) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(until));
    }

    /** Holidays as {@code name first/last-day-off +make-up-day…}. */
    static PublishedYear year(int year, String notice, String... holidays) {
        Map<LocalDate, NamedDay> days = new HashMap<>();
        for (String holiday : holidays) {
            String[] parts = holiday.split("[ /]");
            LocalDate last = LocalDate.parse(year + "-" + parts[2]);
            LocalDate.parse(year + "-" + parts[1])
                    .datesUntil(last.plusDays(1))
                    .forEach(day -> days.put(day, new NamedDay(parts[0], true)));
            for (int i = 3; i < parts.length; i++) {
                days.put(LocalDate.parse(year + "-" + parts[i].substring(1)), new NamedDay(parts[0], false));
            }
        }
        return new PublishedYear(List.of(notice), days);
    }

    /** A wall time in Shanghai. */
    static Instant at(String wall) {
        return CITY.instant(LocalDateTime.parse(wall));
    }

    static Span span(int amount, SpanKind kind) {
        return new Span(kind, amount);
    }
}
