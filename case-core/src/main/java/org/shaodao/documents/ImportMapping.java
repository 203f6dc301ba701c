package org.shaodao.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;

/**
 * 导入映射. How the columns of another system's files become cases. Times are wall-clock times of a zone.
 *
 * @param zone the zone of the times where an import names no other; null = an import has to name one
 * @param recognisedBy the columns by which a file of this kind is known where an import names no mapping
 * @param kind of every demand
 * @param number column of the number a row has in its source
 * @param dueAt column of the time until when the source wanted it closed
 * @param repliedAt column of the time of the answer; null = what the source closed it answered then
 * @param closedAt columns of the time it was closed at: the first that is not blank
 * @param status column of its state; null or blank = it is closed where there is a time of closing
 * @param closedWhen what says that it is closed where there is a status
 * @param duplicateWhen what says that it was found to be one of another's
 * @param transferredWhen what says that it was given to somebody outside
 * @param unit who handles it there
 * @param unitName what that unit is called; null = as its code
 * @param category levels, the widest first
 * @param place levels, the widest first
 * @param subject one clear line for lists
 * @param narrative what the resident said
 * @param reply what was answered
 */
public record ImportMapping(
        String id,
        String version,
        String zh,
        String en,
        @Nullable String zone,
        List<String> recognisedBy,
        DemandKind kind,
        String number,
        String createdAt,
        @Nullable String dueAt,
        @Nullable String repliedAt,
        List<String> closedAt,
        @Nullable String status,
        List<Match> closedWhen,
        List<Match> duplicateWhen,
        List<Match> transferredWhen,
        Words unit,
        @Nullable Words unitName,
        List<Words> category,
        List<Words> place,
        Words subject,
        Words narrative,
        Words reply,
        @Nullable Words address,
        Way channel) {
    public ImportMapping {
        recognisedBy = List.copyOf(recognisedBy);
        closedAt = List.copyOf(closedAt);
        closedWhen = List.copyOf(closedWhen);
        duplicateWhen = List.copyOf(duplicateWhen);
        transferredWhen = List.copyOf(transferredWhen);
        category = List.copyOf(category);
        place = List.copyOf(place);
    }

    /** A column that says something where this regular expression is found in it, in capitals or not. */
    public record Match(String column, String matches) {}

    /**
     * Words made of columns.
     *
     * @param before what stands before them
     * @param columns blank ones are left out
     * @param between what stands between two; null = a space
     */
    public record Words(
            @Nullable String before,
            List<String> columns,
            @Nullable String between) {
        public Words {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The way a demand came in.
     *
     * @param column null = every demand came the same way
     * @param values channels by what the column says, in capitals
     * @param otherwise the channel of everything else
     */
    public record Way(@Nullable String column, Map<String, String> values, String otherwise) {
        public Way {
            values = Map.copyOf(values);
        }
    }

    /** The columns that a file must have, in the order of the mapping: all but the one of due times. */
    public Set<String> columns() {
        List<@Nullable String> all = new ArrayList<>(List.of(number, createdAt));
        all.addAll(closedAt);
        all.add(repliedAt);
        all.add(status);
        all.add(channel.column());
        List.of(closedWhen, duplicateWhen, transferredWhen)
                .forEach(matches -> matches.forEach(match -> all.add(match.column())));
        List<@Nullable Words> words = new ArrayList<>(List.of(unit, subject, narrative, reply));
        words.addAll(category);
        words.addAll(place);
        words.add(unitName);
        words.add(address);
        words.forEach(each -> all.addAll(each == null ? List.of() : each.columns()));
        Set<String> columns = new LinkedHashSet<>();
        all.forEach(column -> {
            if (column != null) {
                columns.add(column);
            }
        });
        return columns;
    }
}
