package org.shaodao.sla;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PolicyPack.Thresholds;
import org.shaodao.sla.Counts.Row;
import org.shaodao.sla.IndicatorRow.Raw;

/**
 * From counts to indicators.
 *
 * @param thresholds below how many there is no percentage, and how wide intervals are
 * @param partly what an answer "solved in part" counts, from 0 to 1
 */
public record Scoring(Thresholds thresholds, double partly) {
    /** Three hops and more are many. */
    private static final int MANY_HOPS = 3;

    /** Every indicator that these counts tell. */
    public List<IndicatorRow> all(Counts counts) {
        return List.of(Indicator.values()).stream()
                .map(indicator -> row(indicator, counts))
                .toList();
    }

    public IndicatorRow row(Indicator indicator, Counts counts) {
        return switch (indicator.shape()) {
            case RATE -> rate(indicator, counts);
            case STOCK, DURATION -> plain(indicator, counts);
            case MEAN -> mean(indicator, counts);
        };
    }

    private IndicatorRow rate(Indicator indicator, Counts counts) {
        Predicate<Row> appraised = row -> !indicator.appraised() || !row.excluded();
        double numerator = numerator(indicator, counts, appraised);
        long denominator = counts.sum(indicator.count(), appraised);
        Raw raw = indicator.appraised()
                ? new Raw(numerator(indicator, counts, row -> true), counts.sum(indicator.count(), row -> true))
                : null;
        Interval interval = interval(numerator, denominator);
        SortedMap<Result, Long> results = new TreeMap<>();
        for (Result result : Result.values()) {
            long n = counts.sum(indicator.count(), appraised.and(row -> row.result() == result));
            if (n != 0) {
                results.put(result, n);
            }
        }
        return new IndicatorRow(
                indicator.number(),
                numerator,
                denominator,
                interval == null ? null : numerator / denominator,
                interval == null ? null : interval.getLowerBound(),
                interval == null ? null : interval.getUpperBound(),
                results,
                raw,
                null,
                null,
                null);
    }

    private double numerator(Indicator indicator, Counts counts, Predicate<Row> which) {
        double whole = counts.sum(
                indicator.count(), which.and(row -> indicator.numerator().contains(row.result())));
        return indicator == Indicator.RESOLUTION_RATE
                ? whole + partly * counts.sum(indicator.count(), which.and(row -> row.result() == Result.PARTLY))
                : whole;
    }

    /** The Wilson interval; null where there are too few to say a percentage. */
    @Nullable Interval interval(double numerator, long denominator) {
        return denominator < Math.max(1, thresholds.smallCounts())
                ? null
                : BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                        Math.toIntExact(denominator),
                        (int) Math.round(Math.clamp(numerator, 0, denominator)),
                        1 - thresholds.confidence());
    }

    private static IndicatorRow plain(Indicator indicator, Counts counts) {
        SortedMap<Integer, Long> buckets =
                indicator.shape() == Indicator.Shape.STOCK ? new TreeMap<>() : counts.byNumber(indicator.count());
        return new IndicatorRow(
                indicator.number(),
                0.0,
                counts.sum(indicator.count(), row -> true),
                null,
                null,
                null,
                new TreeMap<>(),
                null,
                Histogram.quantile(buckets, 0.5),
                Histogram.quantile(buckets, 0.9),
                null);
    }

    private IndicatorRow mean(Indicator indicator, Counts counts) {
        SortedMap<Integer, Long> numbers = counts.byNumber(indicator.count());
        long denominator = counts.sum(indicator.count(), row -> true);
        long sum = numbers.entrySet().stream()
                .mapToLong(e -> e.getKey() * e.getValue())
                .sum();
        double many = numbers.tailMap(MANY_HOPS).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Interval interval = interval(many, denominator);
        return new IndicatorRow(
                indicator.number(),
                many,
                denominator,
                interval == null ? null : many / denominator,
                interval == null ? null : interval.getLowerBound(),
                interval == null ? null : interval.getUpperBound(),
                new TreeMap<>(),
                null,
                null,
                null,
                denominator == 0 ? null : (double) sum / denominator);
    }
}
