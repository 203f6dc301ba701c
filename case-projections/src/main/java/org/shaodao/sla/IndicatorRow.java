package org.shaodao.sla;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One indicator in some place and time. What its shape does not have is null.
 *
 * @param indicator its number, for example {@code 3b}
 * @param numerator weighted where an answer counts in part
 * @param denominator how many it is about; 0 = none, which is neither 0 % nor 100 %
 * @param rate between 0 and 1; null where there is none or too few to tell
 * @param low lower end of the interval, between 0 and 1
 * @param high upper end of the interval, between 0 and 1
 * @param results how often each result came out; more than the numerator where they say more
 * @param raw the same with what was left out of appraisal; null = nothing can be left out
 * @param median minutes
 * @param ninthDecile minutes
 * @param mean of what is counted
 */
public record IndicatorRow(
        String indicator,
        Double numerator,
        Long denominator,
        @Nullable Double rate,
        @Nullable Double low,
        @Nullable Double high,
        SortedMap<Result, Long> results,
        @Nullable Raw raw,
        @Nullable Double median,
        @Nullable Double ninthDecile,
        @Nullable Double mean) {
    /** Before exclusions. */
    public record Raw(Double numerator, Long denominator) {}
}
