package org.shaodao.sla;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Place;

/**
 * 来件地图. Demands by place, as a picture whose places are the darker the more there are. What was raised in a place
 * without an outline is drawn in the nearest place above it that has one; where there is none it is only told.
 *
 * @param areas every place that is drawn or has demands, the one with the most first
 * @param drawn those with an outline, larger kinds first, so that what lies in them lies on top
 */
record PlaceMap(List<Area> areas, List<Area> drawn) {
    static final int WIDTH = 640;
    static final int HEIGHT = 400;
    private static final int MARGIN = 8;
    private static final int SHADES = 5;

    /**
     * @param shade from 0 for none to 5 for the most of what is drawn
     * @param points of its outline, as SVG wants them; null = it is not drawn
     */
    record Area(String place, long n, int shade, @Nullable String points) {}

    /**
     * @param demands by place
     * @param within the place whose surroundings are drawn; what lies elsewhere is drawn only where it has demands; null =
     *     everything is
     */
    static PlaceMap of(Map<String, Long> demands, Registry registry, @Nullable String within) {
        SortedMap<String, Long> counted = new TreeMap<>();
        demands.forEach((place, n) -> counted.merge(area(place, registry), n, Long::sum));
        registry.places().values().stream()
                .filter(place -> place.outline() != null)
                .filter(place ->
                        within == null || registry.upwards(place.code()).contains(within))
                .forEach(place -> counted.putIfAbsent(place.code(), 0L));
        Frame frame = Frame.around(counted.keySet().stream()
                .flatMap(code -> registry.place(code).stream())
                .map(Place::outline)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList());
        long most = Math.max(
                1,
                counted.entrySet().stream()
                        .filter(e -> isDrawn(e.getKey(), registry))
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .orElse(1));
        List<Area> areas = counted.entrySet().stream()
                .map(e -> new Area(
                        e.getKey(),
                        e.getValue(),
                        (int) Math.min(SHADES, Math.ceil((double) SHADES * e.getValue() / most)),
                        registry.place(e.getKey())
                                .map(Place::outline)
                                .map(frame::points)
                                .orElse(null)))
                .sorted(Comparator.comparing(Area::n).reversed().thenComparing(Area::place))
                .toList();
        return new PlaceMap(
                areas,
                areas.stream()
                        .filter(area -> area.points() != null)
                        .sorted(Comparator.comparing((Area area) -> kind(area, registry))
                                .thenComparing(Area::place))
                        .toList());
    }

    /** The places whose demands are told at one of them. */
    static Collection<String> toldAt(String area, Registry registry) {
        List<String> all = registry.places().keySet().stream()
                .filter(place -> area(place, registry).equals(area))
                .toList();
        return all.isEmpty() && registry.place(area).isEmpty() ? List.of(area) : all;
    }

    /** The first ones, where nothing is drawn. */
    public List<Area> first(int most) {
        return areas.stream().limit(most).toList();
    }

    /** Where a place is drawn; a place that is drawn nowhere stands for itself. */
    private static String area(String place, Registry registry) {
        return registry.upwards(place).stream()
                .filter(code -> isDrawn(code, registry))
                .findFirst()
                .orElse(place);
    }

    private static boolean isDrawn(String place, Registry registry) {
        return registry.place(place).map(Place::outline).isPresent();
    }

    private static PlaceKind kind(Area area, Registry registry) {
        return registry.place(area.place()).map(Place::kind).orElseThrow();
    }

    /**
     * From degrees to the picture: as far as a city reaches, degrees of longitude are all as long as in its middle.
     *
     * @param squeeze how long a degree of longitude is beside one of latitude
     * @param scale of a degree of latitude
     */
    private record Frame(double west, double north, double squeeze, double scale, double left, double top) {
        static Frame around(List<List<Double>> corners) {
            var across = corners.stream().collect(Collectors.summarizingDouble(corner -> corner.get(0)));
            var along = corners.stream().collect(Collectors.summarizingDouble(corner -> corner.get(1)));
            double squeeze = Math.cos(Math.toRadians((along.getMin() + along.getMax()) / 2));
            double width = (across.getMax() - across.getMin()) * squeeze;
            double height = along.getMax() - along.getMin();
            double scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
            return new Frame(
                    across.getMin(),
                    along.getMax(),
                    squeeze,
                    scale,
                    (WIDTH - width * scale) / 2,
                    (HEIGHT - height * scale) / 2);
        }

        String points(List<List<Double>> outline) {
            return outline.stream()
                    .map(corner -> String.format(
                            Locale.ROOT,
                            "%.1f,%.1f",
                            left + (corner.get(0) - west) * squeeze * scale,
                            top + (north - corner.get(1)) * scale))
                    .collect(Collectors.joining(" "));
        }
    }
}
