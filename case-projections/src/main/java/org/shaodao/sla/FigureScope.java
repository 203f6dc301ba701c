package org.shaodao.sla;

import java.time.LocalDate;

/** By what measures are added up. */
enum FigureScope {
    /** The city, by day. */
    CITY,
    /** A street, by day. */
    STREET,
    /** A unit, by day. */
    UNIT,
    /** Everything that tells matters apart, by month. */
    MATTER;

    /** The period that a day belongs to: the day itself, or the first of its month. */
    LocalDate period(LocalDate day) {
        return switch (this) {
            case CITY, STREET, UNIT -> day;
            case MATTER -> day.withDayOfMonth(1);
        };
    }
}
