package org.shaodao.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The codes that a case may refer to, with their names in both languages. Codes are never deleted, only made inactive. */
@Repository
public class Directory {
    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit that may be called, or a street office that runs cases. */
    public record Unit(String code, UnitKind kind, String zh, String en, boolean active) {}

    /** What a unit is: street office, department 部门, public utility 公共服务企业, city-level body, property company 物业. */
    public enum UnitKind {
        STREET,
        DISTRICT,
        DEPARTMENT,
        UTILITY,
        CITY_BODY,
        PROPERTY_COMPANY
    }

    /** A place of the tree. */
    public record Place(
            String code, PlaceKind kind, @Nullable String parent, String zh, String en) {}

    /** The levels of the place tree. */
    public enum PlaceKind {
        CITY,
        DISTRICT,
        STREET,
        COMMUNITY,
        GRID,
        COMPOUND,
        BUILDING,
        SECTION
    }

    /** What a demand is about. */
    public record Category(String code, String zh, String en) {}

    /** A set of entries to add or rename at once. */
    public record Entries(List<Unit> units, List<Place> places, List<Category> categories) {}

    /**
     * Adds or renames entries; what is not named stays as it is. Parents come before their children.
     *
     * @throws Refused with {@link CaseRefusal.UnknownCode} for a parent that is not there; then nothing was changed
     */
    @Transactional
    public void put(Entries entries) {
        write(entries, true);
    }

    /** Adds entries that are not there; whatever is there stays as it is. Otherwise as {@link #put}. */
    @Transactional
    public void addMissing(Entries entries) {
        write(entries, false);
    }

    private void write(Entries entries, boolean rename) {
        for (Unit unit : entries.units()) {
            jdbc.sql("insert into directory.unit (code, kind, zh, en, active) values (?, ?, ?, ?, ?)"
                            + onConflict(rename, "kind", "zh", "en", "active"))
                    .params(unit.code(), unit.kind().name(), unit.zh(), unit.en(), unit.active())
                    .update();
        }
        for (Place place : entries.places()) {
            if (place.parent() != null) {
                requirePlace("parent", place.parent());
            }
            jdbc.sql("insert into directory.place (code, kind, parent, zh, en) values (?, ?, ?, ?, ?)"
                            + onConflict(rename, "kind", "parent", "zh", "en"))
                    .params(place.code(), place.kind().name())
                    .param(place.parent())
                    .params(place.zh(), place.en())
                    .update();
        }
        for (Category category : entries.categories()) {
            jdbc.sql("insert into directory.category (code, zh, en) values (?, ?, ?)" + onConflict(rename, "zh", "en"))
                    .params(category.code(), category.zh(), category.en())
                    .update();
        }
    }

    private static String onConflict(boolean rename, String... columns) {
        return " on conflict (code) do "
                + (rename
                        ? Stream.of(columns)
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", ", "update set ", ""))
                        : "nothing");
    }

    /** Everything there is, by code. */
    public Entries all() {
        return new Entries(
                jdbc.sql("select * from directory.unit order by code")
                        .query((rs, i) -> new Unit(
                                rs.getString("code"),
                                UnitKind.valueOf(rs.getString("kind")),
                                rs.getString("zh"),
                                rs.getString("en"),
                                rs.getBoolean("active")))
                        .list(),
                jdbc.sql("select * from directory.place order by code")
                        .query((rs, i) -> new Place(
                                rs.getString("code"),
                                PlaceKind.valueOf(rs.getString("kind")),
                                rs.getString("parent"),
                                rs.getString("zh"),
                                rs.getString("en")))
                        .list(),
                jdbc.sql("select * from directory.category order by code")
                        .query((rs, i) -> new Category(rs.getString("code"), rs.getString("zh"), rs.getString("en")))
                        .list());
    }

    /** Passes where an active unit of this code exists, and where it is a street office if one is needed. */
    public void requireUnit(String field, String code, boolean street) {
        Optional<String> kind = jdbc.sql("select kind from directory.unit where code = ? and active")
                .param(code)
                .query(String.class)
                .optional();
        if (kind.isEmpty() || street && !kind.get().equals(UnitKind.STREET.name())) {
            throw new Refused(new CaseRefusal.UnknownCode(field, code));
        }
    }

    /** Passes where the place exists. */
    public void requirePlace(String field, String code) {
        require("directory.place", field, code);
    }

    /** Passes where the category exists. */
    public void requireCategory(String field, String code) {
        require("directory.category", field, code);
    }

    /** Names by code in the language asked for; a code without an entry is its own name. */
    public Names names(boolean chinese) {
        Entries all = all();
        return new Names(
                named(all.units(), Unit::code, unit -> chinese ? unit.zh() : unit.en()),
                named(all.places(), Place::code, place -> chinese ? place.zh() : place.en()),
                named(all.categories(), Category::code, category -> chinese ? category.zh() : category.en()));
    }

    private static <T> Map<String, String> named(List<T> all, Function<T, String> code, Function<T, String> name) {
        return all.stream().collect(Collectors.toUnmodifiableMap(code, name));
    }

    private void require(String table, String field, String code) {
        if (jdbc.sql("select 1 from " + table + " where code = ?")
                .param(code)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw new Refused(new CaseRefusal.UnknownCode(field, code));
        }
    }

    /** Names in one language. */
    public record Names(Map<String, String> units, Map<String, String> places, Map<String, String> categories) {
        public String unit(String code) {
            return units.getOrDefault(code, code);
        }

        public String place(String code) {
            return places.getOrDefault(code, code);
        }

        public String category(String code) {
            return categories.getOrDefault(code, code);
        }
    }
}
