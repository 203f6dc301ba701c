package org.shaodao.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.shaodao.documents.DocumentDesk;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Category;
import org.shaodao.documents.Registry.Place;
import org.shaodao.documents.Registry.Unit;
import org.shaodao.documents.UnitKind;
import org.shaodao.web.RequestMark;

/**
 * The agencies, places and categories of a source, in a registry of their own. What is new in some rows becomes one
 * version of it before the rows become cases.
 */
final class SourceDirectory {
    private static final int LONGEST = 60;

    /** In force as far back as any row may reach. */
    private static final Instant ALWAYS = Instant.parse("1990-01-01T00:00:00Z");

    private final DocumentDesk desk;
    private final String source;
    private final Function<String, RequestMark> mark;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param mark the request that publishes a version of the source's registry */
    SourceDirectory(DocumentDesk desk, String source, Function<String, RequestMark> mark) {
        this.desk = desk;
        this.source = source;
        this.mark = mark;
        publish(Registry.of(
                List.of(new Place(source, PlaceKind.CITY, null, source, source)),
                List.of(new Unit(source, UnitKind.STREET, source, source, source, true, List.of())),
                List.of(),
                List.of(new Category(source, null, source, source)),
                List.of()));
    }

    /** The office that runs the cases of this source. */
    String street() {
        return source;
    }

    /** Publishes what these rows name and the source's registry does not have yet. */
    void register(Collection<ServiceRequest> rows) {
        List<Place> places = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        for (ServiceRequest row : rows) {
            if (known.add(row.agency()
                    + '\n'
                    + row.district()
                    + '\n'
                    + row.area()
                    + '\n'
                    + row.category()
                    + '\n'
                    + row.subcategory())) {
                places.addAll(places(row));
                String name = shortened(row.agencyName());
                units.add(new Unit(unit(row), UnitKind.DEPARTMENT, source, name, name, true, List.of()));
                categories.addAll(categories(row));
            }
        }
        if (!units.isEmpty()) {
            publish(Registry.of(places, units, List.of(), categories, List.of()));
        }
    }

    String unit(ServiceRequest row) {
        return code(source, row.agency());
    }

    String place(ServiceRequest row) {
        List<Place> levels = places(row);
        return levels.isEmpty() ? source : levels.getLast().code();
    }

    String category(ServiceRequest row) {
        return categories(row).getLast().code();
    }

    private List<Place> places(ServiceRequest row) {
        String place = source;
        List<Place> levels = new ArrayList<>();
        for (String level : new String[] {row.district(), row.area()}) {
            if (!level.isBlank()) {
                PlaceKind kind = levels.isEmpty() ? PlaceKind.DISTRICT : PlaceKind.COMMUNITY;
                Place next = new Place(code(place, level), kind, place, shortened(level), shortened(level));
                levels.add(next);
                place = next.code();
            }
        }
        return levels;
    }

    private List<Category> categories(ServiceRequest row) {
        Category main = category(row.category(), source, row.category());
        return row.subcategory().isBlank()
                ? List.of(main)
                : List.of(main, category(row.subcategory(), main.code(), row.category() + " / " + row.subcategory()));
    }

    private static Category category(String name, String parent, String called) {
        return new Category(code(parent, name), parent, shortened(called), shortened(called));
    }

    /** What is there stays as it is, under the name it was first met with. */
    private void publish(Registry more) {
        desk.amend("import-" + source, before -> Registry.union(List.of(before, more)), ALWAYS, mark);
    }

    private static String code(String parent, String name) {
        return parent + '/' + slug(name);
    }

    private static String slug(String name) {
        String slug = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String distinct = slug.isEmpty() ? "x" + Integer.toHexString(name.hashCode()) : slug;
        return distinct.length() <= LONGEST / 2
                ? distinct
                : distinct.substring(0, LONGEST / 2 - 9) + '-' + Integer.toHexString(name.hashCode());
    }

    /** One line of at most a hundred whole characters. */
    private static String shortened(String name) {
        String line = name.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        String some = line.isEmpty() ? "?" : line;
        return some.codePointCount(0, some.length()) <= 100
                ? some
                : some.substring(0, some.offsetByCodePoints(0, 99)) + '…';
    }
}
