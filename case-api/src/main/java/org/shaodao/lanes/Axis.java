package org.shaodao.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One axis of time for all lanes. Time between two moments at which something happened is drawn the longer the longer it
 * was, but ever less so: minutes can be told apart in a case that lasted months, and a quiet month does not fill the page.
 */
final class Axis {
    /** What two moments are apart at least, in the measure of {@link #length}. */
    private static final double APART = 0.6;

    /** How much of the axis what happened keeps at least, whatever is still to come. */
    private static final double PAST = 0.68;

    private final NavigableMap<Instant, Double> places = new TreeMap<>();

    /**
     * @param moments everything that is to be placed; at least one
     * @param now what comes after it is still to come
     */
    Axis(Collection<Instant> moments, Instant now, double from, double to) {
        TreeSet<Instant> all = new TreeSet<>(moments);
        if (now.isBefore(all.last())) {
            all.add(now.isBefore(all.first()) ? all.first() : now);
        }
        List<Instant> past = List.copyOf(all.headSet(now, true));
        List<Instant> future = List.copyOf(all.tailSet(now, true));
        double middle = future.size() < 2 ? to : past.size() < 2 ? from : from + (to - from) * PAST;
        place(past, from, middle);
        if (future.size() > 1) {
            place(future, middle, to);
        }
    }

    private void place(List<Instant> moments, double from, double to) {
        if (moments.isEmpty()) {
            return;
        }
        double whole = 0;
        for (int i = 1; i < moments.size(); i++) {
            whole += length(moments.get(i - 1), moments.get(i));
        }
        double passed = 0;
        places.put(moments.getFirst(), from);
        for (int i = 1; i < moments.size(); i++) {
            passed += length(moments.get(i - 1), moments.get(i));
            places.put(moments.get(i), from + (to - from) * passed / whole);
        }
    }

    private static double length(Instant from, Instant to) {
        return APART + Math.log1p(Duration.between(from, to).toMillis() / 60_000.0);
    }

    /** Where a moment stands; those before and after the axis stand at its ends. */
    double at(Instant moment) {
        var before = places.floorEntry(moment);
        var after = places.ceilingEntry(moment);
        if (before == null) {
            return places.firstEntry().getValue();
        }
        if (after == null || after.getKey().equals(before.getKey())) {
            return before.getValue();
        }
        double share = (double) Duration.between(before.getKey(), moment).toMillis()
                / Duration.between(before.getKey(), after.getKey()).toMillis();
        return before.getValue() + (after.getValue() - before.getValue()) * share;
    }

    /** The moments it was made of, with their places, in order. */
    NavigableMap<Instant, Double> places() {
        return places;
    }
}
