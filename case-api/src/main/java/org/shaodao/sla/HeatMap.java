package org.shaodao.sla;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * 热力. Demands by weekday and hour, as a table whose cells are the darker the more there are.
 *
 * @param days Monday to Sunday, each with its 24 hours
 */
record HeatMap(List<List<Cell>> days) {
    private static final int SHADES = 5;

    /**
     * @param key weekday and hour, for example {@code 1-09}
     * @param shade from 0 for none to 5 for the most
     */
    record Cell(String key, int hour, long n, int shade) {}

    static HeatMap of(Map<String, Long> hours) {
        long most = Math.max(
                1, hours.values().stream().mapToLong(Long::longValue).max().orElse(1));
        return new HeatMap(IntStream.rangeClosed(1, 7)
                .mapToObj(day -> IntStream.range(0, 24)
                        .mapToObj(hour -> cell(String.format(Locale.ROOT, "%d-%02d", day, hour), hour, hours, most))
                        .toList())
                .toList());
    }

    private static Cell cell(String key, int hour, Map<String, Long> hours, long most) {
        long n = hours.getOrDefault(key, 0L);
        return new Cell(key, hour, n, (int) Math.ceil((double) SHADES * n / most));
    }
}
