package org.shaodao.sla;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for.
 *
 * @param from first day, by the zone of the city
 * @param until the day after the last one
 * @param street code of a street; null = all
 * @param unit code of a unit; null = all, and what belongs to none
 * @param category its beginning counts: {@code heating} finds {@code heating/cold-home} too; null = all
 * @param knownOn as known at the end of this day; null = as known now
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
}
