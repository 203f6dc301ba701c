package org.shaodao.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.directory.Directory;
import org.shaodao.directory.Directory.Category;
import org.shaodao.directory.Directory.Entries;
import org.shaodao.directory.Directory.Place;
import org.shaodao.directory.Directory.PlaceKind;
import org.shaodao.directory.Directory.Unit;
import org.shaodao.directory.Directory.UnitKind;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;

/**
 * Registers the agencies, places and categories of a source under its own name, each the first time it is met. Entries
 * that are there stay as they are: whoever keeps the directory may have renamed or closed them.
 */
final class SourceDirectory {
    /** What an import registers under the code of its source, and nobody else all of it under one code. */
    private static final List<String> OWN = List.of("unit STREET", "place CITY", "category");

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_SLUG = 30;
    private static final int LONGEST_NAME = 100;

    private final Directory directory;
    private final String source;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * @throws Problem {@code source-taken} when the code of the source stands for something that no import registered
     */
    SourceDirectory(Directory directory, String source) {
        this.directory = directory;
        this.source = source;
        List<String> there = registered(directory.all(), source);
        if (!there.isEmpty() && !there.equals(OWN)) {
            throw new Problem(ProblemCode.SOURCE_TAKEN, Map.of("source", source));
        }
        directory.addMissing(new Entries(
                List.of(new Unit(source, UnitKind.STREET, source, source, true)),
                List.of(new Place(source, PlaceKind.CITY, null, source, source)),
                List.of(new Category(source, source, source))));
    }

    /** What a code stands for. */
    private static List<String> registered(Entries all, String code) {
        Stream<String> units =
                all.units().stream().filter(unit -> unit.code().equals(code)).map(unit -> "unit " + unit.kind());
        Stream<String> places =
                all.places().stream().filter(place -> place.code().equals(code)).map(place -> "place " + place.kind());
        Stream<String> categories =
                all.categories().stream().filter(one -> one.code().equals(code)).map(one -> "category");
        return Stream.of(units, places, categories).flatMap(same -> same).toList();
    }

    /** The office that runs the cases of this source. */
    String street() {
        return source;
    }

    String unit(String agency, String name) {
        String code = code(source, agency);
        register(
                code,
                () -> put(new Unit(code, UnitKind.DEPARTMENT, shortened(name), shortened(name), true), null, null));
        return code;
    }

    String place(String district, String area) {
        String place = source;
        List<Place> levels = new ArrayList<>();
        for (String level : new String[] {district, area}) {
            if (!level.isBlank()) {
                PlaceKind kind = levels.isEmpty() ? PlaceKind.DISTRICT : PlaceKind.COMMUNITY;
                Place next = new Place(code(place, level), kind, place, shortened(level), shortened(level));
                levels.add(next);
                place = next.code();
            }
        }
        register("place " + place, () -> directory.addMissing(new Entries(List.of(), levels, List.of())));
        return place;
    }

    String category(String category, String subcategory) {
        String code = code(source, category) + (subcategory.isBlank() ? "" : '/' + slug(subcategory));
        String name = shortened(subcategory.isBlank() ? category : category + " / " + subcategory);
        register("category " + code, () -> put(null, null, new Category(code, name, name)));
        return code;
    }

    private void register(String code, Runnable registration) {
        if (!known.contains(code)) {
            registration.run();
            known.add(code);
        }
    }

    private void put(@Nullable Unit unit, @Nullable Place place, @Nullable Category category) {
        directory.addMissing(new Entries(
                unit == null ? List.of() : List.of(unit),
                place == null ? List.of() : List.of(place),
                category == null ? List.of() : List.of(category)));
    }

    /** The code of something below a parent; where there is no room for its name, with a number made of it. */
    private static String code(String parent, String name) {
        return distinct(parent + '/' + slug(name), LONGEST_CODE, parent + '/' + name);
    }

    private static String slug(String name) {
        String slug = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "x" + number(name) : distinct(slug, LONGEST_SLUG, name);
    }

    private static String distinct(String code, int longest, String whole) {
        return code.length() <= longest ? code : beginning(code, longest - 9) + '-' + number(whole);
    }

    private static String number(String name) {
        return Integer.toHexString(name.hashCode());
    }

    /** A name that lists have room for. */
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : beginning(name, LONGEST_NAME - 1) + '…';
    }

    /** At most so long, and never ending in half a character. */
    private static String beginning(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
