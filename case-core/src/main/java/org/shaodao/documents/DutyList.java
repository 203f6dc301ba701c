package org.shaodao.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * 职责清单. What units owe by themselves, where they assist, and what may never be passed down to a street or community
 * (负面清单).
 */
public record DutyList(List<Entry> entries) {
    public DutyList {
        entries = List.copyOf(entries);
    }

    /** What an entry says: the unit's own lawful duty 法定, assistance 协助, or never to be passed down 负面. */
    public enum Kind {
        LAWFUL,
        ASSIST,
        NEGATIVE
    }

    /**
     * One duty.
     *
     * @param unit the unit whose duty it is
     * @param categories prefixes of the categories it covers
     */
    public record Entry(String code, String unit, Kind kind, String zh, String en, List<String> categories) {
        public Entry {
            categories = List.copyOf(categories);
        }
    }

    /** Without any entry. */
    public static DutyList empty() {
        return new DutyList(List.of());
    }

    /** Everything that is in any of them, in their order. */
    public static DutyList union(List<DutyList> all) {
        return new DutyList(
                all.stream().flatMap(each -> each.entries().stream()).toList());
    }

    /** What a unit must do by itself in a category, if the list says so. */
    public Optional<Entry> ownDuty(String unit, String category) {
        return first(Kind.LAWFUL, category, entry -> entry.unit().equals(unit));
    }

    /** Where a unit assists in a category, if the list says so. */
    public Optional<Entry> assistance(String unit, String category) {
        return first(Kind.ASSIST, category, entry -> entry.unit().equals(unit));
    }

    /** Why a category may not be passed down to a street or community, if the list says so. */
    public Optional<Entry> negative(String category) {
        return first(Kind.NEGATIVE, category, entry -> true);
    }

    /** Whose lawful duty a category is, if the list says so. */
    public Optional<Entry> lawful(String category) {
        return first(Kind.LAWFUL, category, entry -> true);
    }

    private Optional<Entry> first(Kind kind, String category, Predicate<Entry> which) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && covers(entry, category) && which.test(entry))
                .findFirst();
    }

    private static boolean covers(Entry entry, String category) {
        return entry.categories().stream().anyMatch(prefix -> Prefix.covers(prefix, category));
    }
}
