package org.shaodao.resident;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Place;

/**
 * Where a demand is, found step by step in the place tree: what has only one part that could be meant is passed by itself.
 * Grids are passed too, for residents know their compound and not its grid.
 *
 * @param here the place chosen so far; null = none yet
 * @param way the places above it, from the top
 * @param parts what may be chosen next
 * @param street the office that would run the case; null while the place is too large for one
 */
record Where(@Nullable Place here, List<Place> way, List<Place> parts, Registry.@Nullable Unit street) {

    /** @param code what was chosen; null = nothing yet. What is not a place counts as nothing */
    static Where of(@Nullable String code, Registry registry) {
        Place here = code == null ? null : registry.place(code).orElse(null);
        List<Place> parts = parts(here, registry);
        while (parts.size() == 1
                && (here == null || registry.streetOf(here.code()).isEmpty())) {
            here = parts.getFirst();
            parts = parts(here, registry);
        }
        return new Where(
                here,
                here == null ? List.of() : above(here, registry),
                parts,
                here == null ? null : registry.streetOf(here.code()).orElse(null));
    }

    /** Whether a demand can be raised here. */
    public boolean enough() {
        return street != null;
    }

    private static List<Place> parts(@Nullable Place here, Registry registry) {
        String above = here == null ? null : here.code();
        return registry.places().values().stream()
                .filter(place -> Objects.equals(place.parent(), above))
                .flatMap(place -> place.kind() == PlaceKind.GRID ? parts(place, registry).stream() : Stream.of(place))
                .toList();
    }

    private static List<Place> above(Place here, Registry registry) {
        return registry.upwards(here.code()).reversed().stream()
                .filter(code -> !code.equals(here.code()))
                .map(registry::place)
                .flatMap(Optional::stream)
                .filter(place -> place.kind() != PlaceKind.GRID)
                .toList();
    }
}
