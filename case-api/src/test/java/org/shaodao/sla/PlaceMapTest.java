package org.shaodao.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Place;

/** 来件地图. What is drawn where, how dark, and what is told where it is not drawn. */
class PlaceMapTest {
    /** A degree of longitude is half as long there as one of latitude. */
    private static final double SIXTY = 60;

    private static final List<Place> PLACES = List.of(
            place("city", PlaceKind.CITY, null),
            place("west", PlaceKind.COMMUNITY, "city", square(10, SIXTY)),
            place("west/grid", PlaceKind.GRID, "west", square(10, SIXTY)),
            place("west/grid/house", PlaceKind.BUILDING, "west/grid"),
            place("east", PlaceKind.COMMUNITY, "city", square(12, SIXTY)));

    private static final Registry REGISTRY = Registry.of(PLACES, List.of(), List.of(), List.of(), List.of());

    @Test
    void what_was_raised_below_a_place_counts_there_until_something_nearer_is_drawn() {
        PlaceMap map = PlaceMap.of(Map.of("west/grid/house", 4L, "west/grid", 1L, "west", 2L), REGISTRY, null);

        assertThat(map.areas())
                .extracting(PlaceMap.Area::place, PlaceMap.Area::n)
                .containsExactly(tuple("west/grid", 5L), tuple("west", 2L), tuple("east", 0L));
        assertThat(PlaceMap.toldAt("west/grid", REGISTRY)).containsExactly("west/grid", "west/grid/house");
        assertThat(PlaceMap.toldAt("west", REGISTRY)).containsExactly("west");
        assertThat(PlaceMap.toldAt("west/grid/house", REGISTRY)).isEmpty();
    }

    @Test
    void what_lies_in_another_lies_on_top_of_it_and_the_most_is_the_darkest() {
        PlaceMap map = PlaceMap.of(Map.of("west/grid", 10L, "west", 1L, "city", 99L), REGISTRY, null);

        assertThat(map.drawn()).extracting(PlaceMap.Area::place).containsExactly("east", "west", "west/grid");
        assertThat(map.drawn()).extracting(PlaceMap.Area::shade).containsExactly(0, 1, 5);
    }

    @Test
    void what_lies_nowhere_is_told_and_not_drawn() {
        PlaceMap map = PlaceMap.of(Map.of("city", 3L, "moon", 2L), REGISTRY, null);

        assertThat(map.first(2)).extracting(PlaceMap.Area::place).containsExactly("city", "moon");
        assertThat(map.first(2)).extracting(PlaceMap.Area::points).containsOnlyNulls();
        assertThat(PlaceMap.toldAt("moon", REGISTRY)).containsExactly("moon");
    }

    @Test
    void without_any_outline_there_is_no_picture() {
        Registry bare =
                Registry.of(List.of(place("city", PlaceKind.CITY, null)), List.of(), List.of(), List.of(), List.of());

        assertThat(PlaceMap.of(Map.of("city", 3L), bare, null).drawn()).isEmpty();
        assertThat(PlaceMap.of(Map.of(), bare, null).areas()).isEmpty();
    }

    @Test
    void of_a_part_of_the_city_the_rest_is_drawn_only_where_something_was_raised() {
        assertThat(PlaceMap.of(Map.of(), REGISTRY, "west").drawn())
                .extracting(PlaceMap.Area::place)
                .containsExactly("west", "west/grid");
        assertThat(PlaceMap.of(Map.of("east", 1L), REGISTRY, "west").drawn()).hasSize(3);
    }

    @Test
    void north_is_up_east_is_right_and_a_degree_east_is_as_long_as_it_is_there() {
        List<double[]> west = corners("west");
        List<double[]> east = corners("east");
        double height = west.get(0)[1] - west.get(2)[1];
        double width = west.get(1)[0] - west.get(0)[0];

        assertThat(height).as("the second corner of the north lies higher").isPositive();
        assertThat(east.get(0)[0]).isGreaterThan(west.get(1)[0]);
        assertThat(width / height).isCloseTo(Math.cos(Math.toRadians(SIXTY + 0.5)), within(0.01));
    }

    @Test
    void the_picture_holds_everything_and_touches_its_margins_where_it_is_longest() {
        List<double[]> all = Stream.of("west", "west/grid", "east")
                .flatMap(code -> corners(code).stream())
                .toList();
        double left = all.stream().mapToDouble(corner -> corner[0]).min().orElseThrow();
        double right = all.stream().mapToDouble(corner -> corner[0]).max().orElseThrow();
        double top = all.stream().mapToDouble(corner -> corner[1]).min().orElseThrow();
        double bottom = all.stream().mapToDouble(corner -> corner[1]).max().orElseThrow();

        assertThat(top).isCloseTo(8, within(0.1));
        assertThat(bottom).isCloseTo(PlaceMap.HEIGHT - 8, within(0.1));
        assertThat(left).isGreaterThan(8);
        assertThat(PlaceMap.WIDTH - right).as("in the middle").isCloseTo(left, within(0.2));
    }

    private static List<double[]> corners(String code) {
        String points = PlaceMap.of(Map.of(), REGISTRY, null).drawn().stream()
                .filter(area -> area.place().equals(code))
                .map(PlaceMap.Area::points)
                .findFirst()
                .orElseThrow();
        return Arrays.stream(String.valueOf(points).split(" "))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    /** A degree each way. */
    private static List<List<Double>> square(double west, double south) {
        return List.of(
                List.of(west, south), List.of(west + 1, south), List.of(west + 1, south + 1), List.of(west, south + 1));
    }

    private static Place place(String code, PlaceKind kind, @Nullable String parent) {
        return new Place(code, kind, parent, code, code);
    }

    private static Place place(String code, PlaceKind kind, String parent, List<List<Double>> outline) {
        return new Place(code, kind, parent, code, code, outline);
    }
}
