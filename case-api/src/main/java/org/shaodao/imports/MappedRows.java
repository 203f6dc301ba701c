package org.shaodao.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.PersonalData;
import org.shaodao.documents.ImportMapping;
import org.shaodao.documents.ImportMapping.Match;
import org.shaodao.documents.ImportMapping.Words;
import org.shaodao.imports.SourceRow.Ending;

/** Reads the rows of a file as a mapping says. */
final class MappedRows {
    private static final Words NOTHING = new Words(null, List.of(), null);

    private final ImportMapping mapping;
    private final ZoneId zone;
    private final List<Sign> closed;
    private final List<Sign> duplicate;
    private final List<Sign> transferred;

    MappedRows(ImportMapping mapping, ZoneId zone) {
        this.mapping = mapping;
        this.zone = zone;
        closed = signs(mapping.closedWhen());
        duplicate = signs(mapping.duplicateWhen());
        transferred = signs(mapping.transferredWhen());
    }

    /** The columns that must be there; others are ignored. */
    Set<String> columns() {
        return mapping.columns();
    }

    /**
     * Reads a row.
     *
     * @throws RowRejected when it cannot become a case
     */
    SourceRow read(NamedCsvRecord row, Instant now) throws RowRejected {
        Instant createdAt = Cells.begin(row, mapping.createdAt(), zone, now);
        Instant closedAt = closedAt(row, createdAt, now);
        Ending ending =
                says(row, duplicate) ? Ending.DUPLICATE : says(row, transferred) ? Ending.TRANSFERRED : Ending.HANDLED;
        String id = Cells.id(row, mapping.number());
        String unit = needed(row, mapping.unit());
        String unitName = mapping.unitName() == null ? "" : line(row, mapping.unitName());
        String category = needed(row, mapping.category().getFirst());
        String subcategory = level(row, mapping.category(), 1);
        String subject = line(row, mapping.subject());
        // Before its codes are published, which nobody could take back.
        if (PersonalData.isIn(subject) || PersonalData.isIn(category + ' ' + subcategory)) {
            throw new RowRejected("subject", "personal-data");
        }
        String narrative = words(row, mapping.narrative());
        if (narrative.isBlank()) {
            throw new RowRejected(last(mapping.narrative()), "missing");
        }
        return new SourceRow(
                row.getStartingLineNumber(),
                id,
                mapping.kind(),
                createdAt,
                dueAt(row, createdAt),
                repliedAt(row, createdAt, ending == Ending.HANDLED ? closedAt : null, now),
                closedAt,
                ending,
                closedAt == null && !closingTime(row).isBlank(),
                unit,
                unitName.isBlank() ? unit : unitName,
                category,
                subcategory,
                channel(row),
                level(row, mapping.place(), 0),
                level(row, mapping.place(), 1),
                mapping.address() == null ? "" : words(row, mapping.address()),
                subject,
                narrative,
                words(row, mapping.reply()));
    }

    private @Nullable Instant closedAt(NamedCsvRecord row, Instant createdAt, Instant now) throws RowRejected {
        String status = mapping.status() == null ? "" : row.getField(mapping.status());
        if (status.isBlank() ? closingTime(row).isBlank() : !says(row, closed)) {
            return null;
        }
        for (String column : mapping.closedAt()) {
            if (!row.getField(column).isBlank()) {
                return Cells.end(row.getField(column), mapping.closedAt().getFirst(), createdAt, zone, now);
            }
        }
        throw new RowRejected(
                mapping.closedAt().isEmpty()
                        ? mapping.number()
                        : mapping.closedAt().getFirst(),
                "closed-without-a-time");
    }

    /** What the source gives as the time of closing, whether it is closed or not. */
    private String closingTime(NamedCsvRecord row) {
        return mapping.closedAt().isEmpty()
                ? ""
                : row.getField(mapping.closedAt().getFirst());
    }

    private @Nullable Instant repliedAt(NamedCsvRecord row, Instant createdAt, @Nullable Instant handledAt, Instant now)
            throws RowRejected {
        String column = mapping.repliedAt();
        if (column == null || row.getField(column).isBlank()) {
            return handledAt;
        }
        return Cells.end(row.getField(column), column, createdAt, zone, now);
    }

    /** The promise of the source, unless it had broken it before it gave it. */
    private @Nullable Instant dueAt(NamedCsvRecord row, Instant createdAt) throws RowRejected {
        String column = mapping.dueAt();
        String text = column == null ? "" : row.findField(column).orElse("");
        if (column == null || text.isBlank()) {
            return null;
        }
        Instant due = Cells.time(text, column, zone);
        return due.isBefore(createdAt) ? null : due;
    }

    private Channel channel(NamedCsvRecord row) {
        ImportMapping.Way way = mapping.channel();
        String said = way.column() == null ? "" : row.getField(way.column()).toUpperCase(Locale.ROOT);
        return Channel.valueOf(way.values().getOrDefault(said, way.otherwise()));
    }

    private static String level(NamedCsvRecord row, List<Words> levels, int level) throws RowRejected {
        return line(row, level < levels.size() ? levels.get(level) : NOTHING);
    }

    private static String needed(NamedCsvRecord row, Words words) throws RowRejected {
        String line = line(row, words).strip();
        if (line.isBlank()) {
            throw new RowRejected(last(words), "missing");
        }
        return line;
    }

    /** What is kept in the clear. */
    private static String line(NamedCsvRecord row, Words words) throws RowRejected {
        for (String column : words.columns()) {
            Cells.line(row, column);
        }
        return words(row, words);
    }

    private static String words(NamedCsvRecord row, Words words) {
        List<String> parts = new ArrayList<>();
        if (words.before() != null) {
            parts.add(words.before());
        }
        words.columns().stream()
                .map(row::getField)
                .filter(part -> !part.isBlank())
                .forEach(parts::add);
        return String.join(words.between() == null ? " " : words.between(), parts);
    }

    private static String last(Words words) {
        return words.columns().isEmpty() ? "*" : words.columns().getLast();
    }

    /** A sign that a row bears in one of its columns. */
    private record Sign(String column, Pattern pattern) {}

    private static List<Sign> signs(List<Match> matches) {
        return matches.stream()
                .map(match -> new Sign(match.column(), Pattern.compile(match.matches(), Pattern.CASE_INSENSITIVE)))
                .toList();
    }

    private static boolean says(NamedCsvRecord row, List<Sign> signs) {
        return signs.stream()
                .anyMatch(sign ->
                        sign.pattern().matcher(row.getField(sign.column())).find());
    }
}
