package org.shaodao.bench;

import java.util.List;

/**
 * How much of everything a run takes.
 *
 * @param rounds of each contestant
 * @param millis of a round
 * @param warmings rounds before those that count, at most
 * @param warmingSeconds of the product behind its door before anything counts there
 * @param clients so many at once; the last is the one that is promised
 * @param replayed views are built anew at the first size with so many events
 * @param rebuilds of each view, by either side
 * @param cases how many there are when growth is looked at, smallest first
 * @param reads of each kind at each size
 * @param starts of the packaged product
 */
record Sizes(
        int rounds,
        long millis,
        int warmings,
        int warmingSeconds,
        List<Integer> clients,
        long replayed,
        int rebuilds,
        List<Integer> cases,
        int reads,
        int starts) {
    private static final Sizes SHORT =
            new Sizes(3, 5_000, 10, 80, List.of(32), 50_000, 2, List.of(2_000, 10_000), 1_000, 3);
    private static final Sizes FULL =
            new Sizes(5, 15_000, 20, 240, List.of(8, 32), 1_000_000, 3, List.of(10_000, 100_000, 1_000_000), 5_000, 5);

    /** Just enough to see that everything still runs; its figures mean nothing. */
    private static final Sizes SMOKE = new Sizes(1, 500, 1, 1, List.of(4, 32), 300, 1, List.of(50, 200), 50, 1);

    static Sizes of(String name) {
        return switch (name) {
            case "short" -> SHORT;
            case "full" -> FULL;
            case "smoke" -> SMOKE;
            default -> throw new IllegalArgumentException("short or full, not " + name);
        };
    }
}
