package org.shaodao.documents;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 派单目录. Whom to call for what: suggestions with reasons, amended by rulings. The first entry that fits counts, so
 * the particular stands before the general.
 */
public record DispatchCatalogue(List<Entry> entries) {
    public DispatchCatalogue {
        entries = List.copyOf(entries);
    }

    /**
     * One suggestion.
     *
     * @param category prefix of the categories it is for
     * @param place kind of place it is for; null = any
     * @param lead the unit suggested as lead; null = any unit of the lead kind
     * @param leadKind the kind of unit suggested as lead where no unit is named
     * @param reason why, in words that a dispatcher reads
     * @param source the number of the ruling it came from, or the person who entered it
     */
    public record Entry(
            String code,
            String category,
            @Nullable PlaceKind place,
            @Nullable String lead,
            @Nullable UnitKind leadKind,
            List<String> assisting,
            String reason,
            String source) {
        public Entry {
            assisting = List.copyOf(assisting);
        }
    }

    /** Without any entry. */
    public static DispatchCatalogue empty() {
        return new DispatchCatalogue(List.of());
    }

    /** Everything that is in any of them, in their order. */
    public static DispatchCatalogue union(List<DispatchCatalogue> all) {
        return new DispatchCatalogue(
                all.stream().flatMap(each -> each.entries().stream()).toList());
    }

    /** The suggestion for a category at a kind of place. */
    public Optional<Entry> suggestionFor(String category, PlaceKind place) {
        return entries.stream()
                .filter(entry ->
                        Prefix.covers(entry.category(), category) && (entry.place() == null || entry.place() == place))
                .findFirst();
    }
}
