package org.shaodao.sla;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for.
 *
 * @param from first day, by the zone of the city
 * @param until the day after the last one
 * @param street code of a street; null = all
 * @param unit code of a unit; null = all, and what belongs to none
 * @param category its beginning counts: {@code heating} finds {@code heating/cold-home} too; null = all
 * @param knownOn as known at the end of this day; null = as known now, and what is frozen as it was frozen
 */
@RecordBuilder
public record SlaQuery(
        LocalDate from,
        LocalDate until,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String category,
        @Nullable LocalDate knownOn)
        implements SlaQueryBuilder.With {
    /** Whether only figures by month can tell: more than one thing is asked for at once. */
    boolean narrow() {
        return category != null || street != null && unit != null;
    }

    /** Whether it begins and ends with a month. */
    public boolean wholeMonths() {
        return from.getDayOfMonth() == 1 && until.getDayOfMonth() == 1;
    }

    /** The same piece by piece, the latest first: every frozen month as it was frozen, what lies between as known now. */
    List<SlaQuery> parts(SortedMap<YearMonth, LocalDate> frozen) {
        if (knownOn != null) {
            return List.of(this);
        }
        Deque<SlaQuery> parts = new ArrayDeque<>();
        LocalDate day = from;
        for (Map.Entry<YearMonth, LocalDate> month : frozen.entrySet()) {
            LocalDate begin = later(day, month.getKey().atDay(1));
            LocalDate end = earlier(until, month.getKey().plusMonths(1).atDay(1));
            if (begin.isBefore(end)) {
                if (day.isBefore(begin)) {
                    parts.push(withFrom(day).withUntil(begin));
                }
                parts.push(withFrom(begin).withUntil(end).withKnownOn(month.getValue()));
                day = end;
            }
        }
        if (day.isBefore(until) || parts.isEmpty()) {
            parts.push(withFrom(day));
        }
        return List.copyOf(parts);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
