package org.shaodao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaodao.documents.Registry.Callable;
import org.shaodao.documents.Registry.Place;
import org.shaodao.documents.Registry.Unit;

/** 机构名录. Who works where, and who may whistle whom. */
class RegistryTest {
    private static final List<Place> PLACES = List.of(
            new Place("city", PlaceKind.CITY, null, "市", "City"),
            new Place("east", PlaceKind.DISTRICT, "city", "东区", "East"),
            new Place("west", PlaceKind.DISTRICT, "city", "西区", "West"),
            new Place("east/garden", PlaceKind.STREET, "east", "花园", "Garden"),
            new Place("east/garden/gate", PlaceKind.COMMUNITY, "east/garden", "东门", "Gate"));
    private static final List<Unit> UNITS = List.of(
            unit("garden", UnitKind.STREET, "east/garden", true),
            unit("east-housing", UnitKind.DEPARTMENT, "east", true),
            unit("east-water", UnitKind.UTILITY, "east", true),
            unit("east-closed", UnitKind.DEPARTMENT, "east", false),
            unit("west-housing", UnitKind.DEPARTMENT, "west", true),
            unit("city-power", UnitKind.CITY_BODY, "city", true));

    private static final Registry OPEN = registry(List.of());
    private static final Registry NARROW =
            registry(List.of(new Callable("garden", List.of(UnitKind.UTILITY), List.of("west-housing"))));

    @ParameterizedTest
    @CsvSource({
        "east-housing, true, false",
        "east-water, true, true",
        "east-closed, false, false",
        "west-housing, false, true",
        "city-power, true, false",
        "nobody, false, false"
    })
    void a_street_calls_its_district_and_the_city_unless_it_is_said_otherwise(
            String unit, boolean open, boolean narrow) {
        assertThat(OPEN.mayWhistle("garden", unit)).isEqualTo(open);
        assertThat(NARROW.mayWhistle("garden", unit)).isEqualTo(narrow);
    }

    @Test
    void only_a_street_whistles() {
        assertThat(OPEN.mayWhistle("east-housing", "east-water")).isFalse();
    }

    @Test
    void the_street_of_a_place_is_the_nearest_office_above_it() {
        assertThat(OPEN.streetOf("east/garden/gate")).map(Unit::code).contains("garden");
        assertThat(OPEN.streetOf("east")).isEmpty();
        assertThat(OPEN.streetOf("nowhere")).isEmpty();
    }

    @Test
    void of_two_registries_with_one_code_the_earlier_one_counts() {
        Registry other = Registry.of(
                List.of(),
                List.of(unit("garden", UnitKind.STREET, "west", false), unit("more", UnitKind.UTILITY, "east", true)),
                List.of(),
                List.of(),
                List.of());

        Registry both = Registry.union(List.of(OPEN, other));

        assertThat(both.unit("garden")).map(Unit::place).contains("east/garden");
        assertThat(both.mayWhistle("garden", "more")).isTrue();
    }

    private static Registry registry(List<Callable> calls) {
        return Registry.of(PLACES, UNITS, List.of(), List.of(), calls);
    }

    private static Unit unit(String code, UnitKind kind, String place, boolean active) {
        return new Unit(code, kind, place, code, code, active, List.of());
    }
}
