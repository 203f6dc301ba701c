package org.shaodao.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Rounds by who did them, and what half of them are at most. */
final class Medians {
    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    void add(String name, Round round) {
        rounds.computeIfAbsent(name, any -> new ArrayList<>()).add(round);
    }

    /** NaN where there was no round. */
    double of(String name, ToDoubleFunction<Round> figure) {
        return median(rounds.getOrDefault(name, List.of()).stream()
                .mapToDouble(figure)
                .toArray());
    }

    double perSecond(String name) {
        return of(name, Round::perSecond);
    }

    double cpuPerCommand(String name) {
        return of(name, Round::cpuPerCommand);
    }

    Iterable<String> names() {
        return rounds.keySet();
    }

    static double median(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
