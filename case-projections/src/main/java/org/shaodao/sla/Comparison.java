package org.shaodao.sla;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * 同口径比较. Units side by side: what each shows, over what the city as a whole would show with the same matters (product
 * rule 7h). A unit with hard matters is not compared with one that has easy ones.
 */
public record Comparison(Scoring scoring, Indicator indicator) {
    /** Whether the interval of observed over expected contains 1, lies below it or above. */
    public enum Band {
        TOO_FEW,
        BELOW,
        AS_EXPECTED,
        ABOVE
    }

    /**
     * One unit.
     *
     * @param observed its numerator
     * @param expected what the city's shares by category, kind and urgency make of its denominator
     * @param ratio observed over expected; null where there are too few to tell
     * @param low lower end of its interval
     * @param high upper end of its interval
     */
    public record Compared(
            String unit,
            Double observed,
            Double expected,
            Long denominator,
            @Nullable Double ratio,
            @Nullable Double low,
            @Nullable Double high,
            Band band) {}

    private record Share(double numerator, long denominator) {
        Share and(Share other) {
            return new Share(numerator + other.numerator, denominator + other.denominator);
        }
    }

    /**
     * Every unit that has any of it, by its code.
     *
     * @param counts by {@link Grouping#UNIT_AND_MATTER}
     */
    public List<Compared> of(SortedMap<String, Counts> counts) {
        SortedMap<String, Map<String, Share>> units = new TreeMap<>();
        Map<String, Share> city = new HashMap<>();
        counts.forEach((group, counted) -> {
            IndicatorRow row = scoring.row(indicator, counted);
            Share share = new Share(row.numerator(), row.denominator());
            String unit = group.substring(0, group.indexOf(' '));
            String matter = group.substring(group.indexOf(' ') + 1);
            city.merge(matter, share, Share::and);
            units.computeIfAbsent(unit, u -> new HashMap<>()).merge(matter, share, Share::and);
        });
        List<Compared> compared = new ArrayList<>();
        units.forEach((unit, matters) -> {
            if (!unit.isEmpty()) {
                compared.add(compared(unit, matters, city));
            }
        });
        compared.removeIf(unit -> unit.denominator() == 0);
        compared.sort(Comparator.comparing(Compared::unit));
        return compared;
    }

    private Compared compared(String unit, Map<String, Share> matters, Map<String, Share> city) {
        Share own = matters.values().stream().reduce(new Share(0, 0), Share::and);
        double expected = matters.entrySet().stream()
                .filter(matter -> matter.getValue().denominator() > 0)
                .mapToDouble(matter -> {
                    Share whole = city.getOrDefault(matter.getKey(), new Share(0, 0));
                    return matter.getValue().denominator() * whole.numerator() / whole.denominator();
                })
                .sum();
        Interval interval = scoring.interval(own.numerator(), own.denominator());
        if (interval == null || expected <= 0) {
            return new Compared(unit, own.numerator(), expected, own.denominator(), null, null, null, Band.TOO_FEW);
        }
        double share = expected / own.denominator();
        double low = interval.getLowerBound() / share;
        double high = interval.getUpperBound() / share;
        return new Compared(
                unit,
                own.numerator(),
                expected,
                own.denominator(),
                own.numerator() / expected,
                low,
                high,
                low > 1 ? Band.ABOVE : high < 1 ? Band.BELOW : Band.AS_EXPECTED);
    }
}
