package org.shaodao.sla;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An age of overdue clocks, as it is drawn.
 *
 * @param untilDays null = no end
 * @param width of the bar, from 0 to 100
 * @param from first day on which they fell due; null = no first
 * @param until last day on which they fell due
 */
record Bar(
        int fromDays,
        @Nullable Integer untilDays,
        long clocks,
        SortedMap<String, Long> kinds,
        int width,
        LocalDate from,
        LocalDate until) {
    /** The oldest are looked for so many days back. */
    private static final int OLDEST = 1_800;

    static List<Bar> of(List<OverdueStock.Age> ages, LocalDate today) {
        long most = Math.max(1, ages.stream().mapToLong(Bar::sum).max().orElse(1));
        return ages.stream()
                .map(age -> new Bar(
                        age.fromDays(),
                        age.untilDays(),
                        sum(age),
                        age.clocks(),
                        (int) Math.ceil(100.0 * sum(age) / most),
                        today.minusDays(age.untilDays() == null ? OLDEST : age.untilDays()),
                        today.minusDays(age.fromDays())))
                .toList();
    }

    private static long sum(OverdueStock.Age age) {
        return age.clocks().values().stream().mapToLong(Long::longValue).sum();
    }
}
