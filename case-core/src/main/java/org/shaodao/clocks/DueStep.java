package org.shaodao.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One step of how a due instant came about, as data, to be said in any language. Stored within events for ever: flat,
 * and only the fields that {@link DueStepKind} names are there.
 *
 * @param at wall time
 * @param from first day
 * @param until last day, included
 */
public record DueStep(
        DueStepKind kind,
        @Nullable LocalDateTime at,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer days,
        @Nullable String name) {

    public static DueStep at(DueStepKind kind, LocalDateTime at) {
        return new DueStep(kind, at, null, null, null, null);
    }
}
