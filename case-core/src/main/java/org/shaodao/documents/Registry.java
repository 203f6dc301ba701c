package org.shaodao.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;

/**
 * 机构名录. The codes a case may refer to: places, units, roles and categories, and who may whistle whom. Codes are
 * never deleted, only made inactive: past cases go on naming them.
 *
 * @param places by code; every parent is there
 * @param units by code; every place and parent is there
 * @param roles by code
 * @param categories by code; every parent is there
 * @param calls whom a street may call, by the street unit's code; a street without an entry may call every active unit
 *     of its district and every city body
 */
public record Registry(
        Map<String, Place> places,
        Map<String, Unit> units,
        Map<String, OfficeRole> roles,
        Map<String, Category> categories,
        Map<String, Callable> calls) {

    public Registry {
        places = ordered(places);
        units = ordered(units);
        roles = ordered(roles);
        categories = ordered(categories);
        calls = ordered(calls);
    }

    /**
     * A place of the tree; only the topmost has no parent.
     *
     * @param outline its corners one after the other, each its longitude and latitude in degrees (WGS 84); the last one is
     *     joined to the first; null = not known
     */
    public record Place(
            String code,
            PlaceKind kind,
            @Nullable String parent,
            String zh,
            String en,
            @Nullable List<List<Double>> outline) {
        public Place {
            outline = outline == null || outline.isEmpty()
                    ? null
                    : outline.stream().map(List::copyOf).toList();
        }

        /** A place of which nobody drew an outline. */
        public Place(String code, PlaceKind kind, @Nullable String parent, String zh, String en) {
            this(code, kind, parent, zh, en, null);
        }
    }

    /**
     * A unit that may be called, or an office that runs cases.
     *
     * @param place where it works: a unit of a district is placed at the district
     * @param parents the units it answers to; two for a body under dual leadership 双重管理
     * @param calendar id of the calendar by which a street office reckons; null = the one that the policy pack names
     */
    public record Unit(
            String code,
            UnitKind kind,
            String place,
            String zh,
            String en,
            Boolean active,
            List<String> parents,
            @Nullable String calendar) {
        public Unit {
            parents = List.copyOf(parents);
        }

        /** A unit without a calendar of its own. */
        public Unit(
                String code, UnitKind kind, String place, String zh, String en, Boolean active, List<String> parents) {
            this(code, kind, place, zh, en, active, parents, null);
        }
    }

    /**
     * A role somebody can hold in the organisation, for example grid worker 网格员.
     *
     * @param acts the capacity in which whoever holds it acts on cases
     */
    public record OfficeRole(String code, String zh, String en, Role acts) {}

    /** What a demand is about. A slash parts the levels of a code: {@code heating/cold-home} is below {@code heating}. */
    public record Category(String code, @Nullable String parent, String zh, String en) {}

    /** Whom one street may call: any active unit of these kinds in its district, and these units wherever they are. */
    public record Callable(String street, List<UnitKind> kinds, List<String> units) {
        public Callable {
            kinds = List.copyOf(kinds);
            units = List.copyOf(units);
        }
    }

    /** Without any entry. */
    public static Registry empty() {
        return new Registry(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** A registry of these entries; of two with one code the first counts. */
    public static Registry of(
            List<Place> places,
            List<Unit> units,
            List<OfficeRole> roles,
            List<Category> categories,
            List<Callable> calls) {
        return new Registry(
                byCode(places, Place::code),
                byCode(units, Unit::code),
                byCode(roles, OfficeRole::code),
                byCode(categories, Category::code),
                byCode(calls, Callable::street));
    }

    /** Everything that is in any of them; of two entries with one code that of the earlier registry counts. */
    public static Registry union(List<Registry> all) {
        return of(
                together(all, Registry::places),
                together(all, Registry::units),
                together(all, Registry::roles),
                together(all, Registry::categories),
                together(all, Registry::calls));
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    public Optional<Place> place(String code) {
        return Optional.ofNullable(places.get(code));
    }

    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** The street office in whose area a place lies; empty above the streets and where no office works. */
    public Optional<Unit> streetOf(String place) {
        return nearest(UnitKind.STREET, place);
    }

    /** The community in whose area a place lies; empty above the communities and where none is at work. */
    public Optional<Unit> communityOf(String place) {
        return nearest(UnitKind.COMMUNITY, place);
    }

    private Optional<Unit> nearest(UnitKind kind, String place) {
        List<String> upwards = upwards(place);
        return units.values().stream()
                .filter(unit -> unit.kind() == kind && unit.active() && upwards.contains(unit.place()))
                .min((a, b) -> Integer.compare(upwards.indexOf(a.place()), upwards.indexOf(b.place())));
    }

    /** Whether a unit of one of these kinds works in the area of a street. */
    public boolean worksFor(String street, String unit, UnitKind... kinds) {
        Unit registered = units.get(unit);
        return registered != null
                && List.of(kinds).contains(registered.kind())
                && registered.active()
                && streetOf(registered.place())
                        .filter(office -> office.code().equals(street))
                        .isPresent();
    }

    /**
     * Whether a street may whistle a unit.
     *
     * @param street code of the street office's unit
     * @param unit code of the unit to be called
     */
    public boolean mayWhistle(String street, String unit) {
        Unit from = units.get(street);
        Unit to = units.get(unit);
        if (from == null || to == null || from.kind() != UnitKind.STREET || !from.active() || !to.active()) {
            return false;
        }
        Callable said = calls.get(street);
        boolean near = upwards(to.place()).contains(district(from.place()));
        return said == null
                ? near || to.kind() == UnitKind.CITY_BODY
                : said.units().contains(unit) || near && said.kinds().contains(to.kind());
    }

    /** A place and everything above it, from below; what is not registered ends the way. */
    public List<String> upwards(String place) {
        Set<String> way = new LinkedHashSet<>();
        Place here = places.get(place);
        while (here != null && way.add(here.code())) {
            here = here.parent() == null ? null : places.get(here.parent());
        }
        return List.copyOf(way);
    }

    /** The district a place lies in; above the districts the place itself. */
    private String district(String place) {
        return upwards(place).stream()
                .filter(code -> places.containsKey(code) && places.get(code).kind() == PlaceKind.DISTRICT)
                .findFirst()
                .orElse(place);
    }

    private static <T> List<T> together(List<Registry> all, Function<Registry, Map<String, T>> part) {
        List<T> together = new ArrayList<>();
        all.forEach(registry -> together.addAll(part.apply(registry).values()));
        return together;
    }

    private static <T> Map<String, T> byCode(Collection<T> entries, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        entries.forEach(entry -> byCode.putIfAbsent(code.apply(entry), entry));
        return byCode;
    }

    private static <T> Map<String, T> ordered(Map<String, T> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
