package org.shaodao.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A calendar has a zone with a history, hours that lie apart, and days only where a notice arranged them. */
final class CalendarChecks {
    private final JsonNode calendar;
    private final Findings findings;

    CalendarChecks(JsonNode calendar, Findings findings) {
        this.calendar = calendar;
        this.findings = findings;
    }

    void check() {
        zone();
        hours();
        years();
    }

    private void zone() {
        JsonNode zone = calendar.path("zone");
        if (zone.isString() && !named(zone.asString())) {
            findings.add("/zone", "zone");
        }
    }

    private static boolean named(String zone) {
        try {
            return !(ZoneId.of(zone) instanceof ZoneOffset);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void hours() {
        int i = 0;
        LocalTime free = LocalTime.MIN;
        boolean closed = false;
        for (JsonNode stretch : calendar.path("hours")) {
            String at = Pointer.to("/hours", i++);
            LocalTime from = time(stretch.path("from"));
            LocalTime until = time(stretch.path("until"));
            if (from == null || until == null) {
                continue;
            }
            if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
                findings.add(Pointer.to(at, "until"), "after-from", from);
            }
            if (closed || from.isBefore(free)) {
                findings.add(Pointer.to(at, "from"), "hours-apart", closed ? "24:00" : free);
            }
            free = until;
            closed |= until.equals(LocalTime.MIDNIGHT);
        }
    }

    private void years() {
        Set<Integer> seen = new HashSet<>();
        Set<LocalDate> arranged = new HashSet<>();
        Checks.each(calendar, "years", (at, year) -> {
            int number = year.path("year").asInt(0);
            if (Checks.whole(year.path("year")) && !seen.add(number)) {
                findings.add(Pointer.to(at, "year"), "code-twice", number);
            }
            if (year.path("notices").isArray() && year.path("notices").isEmpty()) {
                findings.add(Pointer.to(at, "notices"), "notice");
            }
            int i = 0;
            for (JsonNode day : year.path("days")) {
                day(day, Pointer.to(Pointer.to(at, "days"), i++), number, arranged);
            }
        });
    }

    private void day(JsonNode day, String at, int year, Set<LocalDate> arranged) {
        JsonNode said = day.path("date");
        if (!said.isString()) {
            return;
        }
        String here = Pointer.to(at, "date");
        try {
            LocalDate date = LocalDate.parse(said.asString());
            if (Math.abs(date.getYear() - year) > 1) {
                findings.add(here, "date-of-year", String.valueOf(year));
            }
            if (!arranged.add(date)) {
                findings.add(here, "code-twice", said.asString());
            }
        } catch (DateTimeParseException e) {
            findings.add(here, "date");
        }
    }

    private static @Nullable LocalTime time(JsonNode said) {
        try {
            return said.isString() ? LocalTime.parse(said.asString()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
