package org.shaodao.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How often everything was counted, in some place and time. */
public final class Counts {
    private final List<Row> rows = new ArrayList<>();

    /** How often one thing came out in one way. */
    public record Row(Count count, Result result, String detail, boolean excluded, long n) {}

    void add(Row row) {
        rows.add(row);
    }

    /** Adds what was counted elsewhere. */
    public void addAll(Counts others) {
        rows.addAll(others.rows);
    }

    /** How many of one count there are, of those that fit. */
    public long sum(Count count, Predicate<Row> which) {
        return of(count).filter(which).mapToLong(Row::n).sum();
    }

    /** How often each detail was counted. */
    public SortedMap<String, Long> byDetail(Count count, Result... results) {
        SortedMap<String, Long> details = new TreeMap<>();
        of(count)
                .filter(row -> results.length == 0 || List.of(results).contains(row.result()))
                .forEach(row -> details.merge(row.detail(), row.n(), Long::sum));
        details.values().removeIf(n -> n == 0);
        return details;
    }

    /** The same where details are numbers. */
    SortedMap<Integer, Long> byNumber(Count count) {
        SortedMap<Integer, Long> numbers = new TreeMap<>();
        byDetail(count).forEach((detail, n) -> numbers.put(Integer.valueOf(detail), n));
        return numbers;
    }

    private Stream<Row> of(Count count) {
        return rows.stream().filter(row -> row.count() == count);
    }
}
