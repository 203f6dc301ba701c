package org.shaodao.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.shaodao.documents.DocumentDesk;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Category;
import org.shaodao.documents.Registry.Place;
import org.shaodao.documents.Registry.Unit;
import org.shaodao.documents.UnitKind;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.web.RequestMark;

/**
 * The agencies, places and categories of a source, in a registry of their own. What is new in some rows becomes one
 * version of it before the rows become cases.
 */
final class SourceDirectory {
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_SLUG = 30;
    private static final int LONGEST_NAME = 100;

    private final DocumentDesk desk;
    private final String source;
    private final Function<String, RequestMark> mark;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param mark the request that publishes a version of the source's registry
     * @throws Problem {@code source-taken} when the code of the source stands for something in another registry
     */
    SourceDirectory(DocumentDesk desk, String source, Function<String, RequestMark> mark) {
        this.desk = desk;
        this.source = source;
        this.mark = mark;
        Registry others = desk.others(registry());
        if (others.unit(source).isPresent()
                || others.place(source).isPresent()
                || others.category(source).isPresent()) {
            throw new Problem(ProblemCode.SOURCE_TAKEN, Map.of("source", source));
        }
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
    void register(Collection<SourceRow> rows) {
        List<Place> places = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        for (SourceRow row : rows) {
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

    String unit(SourceRow row) {
        return code(source, row.agency());
    }

    String place(SourceRow row) {
        List<Place> levels = places(row);
        return levels.isEmpty() ? source : levels.getLast().code();
    }

    String category(SourceRow row) {
        return categories(row).getLast().code();
    }

    private List<Place> places(SourceRow row) {
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

    private List<Category> categories(SourceRow row) {
        Category main = category(row.category(), source, row.category());
        return row.subcategory().isBlank()
                ? List.of(main)
                : List.of(main, category(row.subcategory(), main.code(), row.category() + " / " + row.subcategory()));
    }

    private static Category category(String name, String parent, String called) {
        return new Category(code(parent, name), parent, shortened(called), shortened(called));
    }

    /** What is there stays as it is, under the name it has by now, and in force as far back as any row may reach. */
    private void publish(Registry more) {
        desk.amend(registry(), before -> Registry.union(List.of(before, more)), Cells.EARLIEST, mark);
    }

    private String registry() {
        return "import-" + source;
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
