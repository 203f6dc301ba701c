package org.shaodao.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.PersonalData;
import org.shaodao.imports.SourceRow.Ending;

/** Files of 311 service requests. */
final class ServiceRequests implements RowFormat {
    private static final Pattern SAID_BEHIND = Pattern.compile("\\((duplicate|transferred)\\)$");
    private static final Pattern DUPLICATE = Pattern.compile("\\bis a duplicate of\\b");

    @Override
    public List<String> columns() {
        return List.of(
                "case_id",
                "created_at",
                "closed_at",
                "updated_at",
                "status",
                "agency",
                "agency_name",
                "category",
                "subcategory",
                "channel",
                "district",
                "area",
                "address",
                "resolution");
    }

    @Override
    public SourceRow read(NamedCsvRecord row, ZoneId zone, Instant now) throws RowRejected {
        Instant createdAt = RowFormat.begin(row, "created_at", zone, now);
        String status = row.getField("status").toLowerCase(Locale.ROOT);
        String closing = row.getField("closed_at");
        Ending ending = ending(status, row.getField("resolution"));
        boolean closed = status.isBlank()
                ? !closing.isBlank()
                : status.startsWith("closed") || SAID_BEHIND.matcher(status).find();
        Instant closedAt = null;
        if (closed) {
            String at = closing.isBlank() ? row.getField("updated_at") : closing;
            if (at.isBlank()) {
                throw new RowRejected("closed_at", "closed-without-a-time");
            }
            closedAt = RowFormat.end(at, "closed_at", createdAt, zone, now);
        }
        String id = RowFormat.id(row, "case_id");
        String agency = RowFormat.needed(row, "agency");
        String agencyName = RowFormat.line(row, "agency_name");
        String category = RowFormat.needed(row, "category");
        String subcategory = RowFormat.line(row, "subcategory");
        String matter = subcategory.isBlank() ? category : category + " / " + subcategory;
        // Before its codes are published, which nobody could take back.
        if (PersonalData.isIn(matter)) {
            throw new RowRejected("subject", "personal-data");
        }
        return new SourceRow(
                row.getStartingLineNumber(),
                id,
                createdAt,
                due(row.findField("due_at").orElse(""), createdAt, zone),
                ending == Ending.HANDLED ? closedAt : null,
                closedAt,
                ending,
                !closed && !closing.isBlank(),
                agency,
                agencyName.isBlank() ? agency : agencyName,
                category,
                subcategory,
                channel(row.getField("channel")),
                RowFormat.line(row, "district"),
                RowFormat.line(row, "area"),
                row.getField("address"),
                matter,
                matter,
                row.getField("resolution"));
    }

    /** The promise of the source, unless it had broken it before it gave it. */
    private static @Nullable Instant due(String text, Instant createdAt, ZoneId zone) throws RowRejected {
        Instant due = text.isBlank() ? null : RowFormat.time(text, "due_at", zone);
        return due == null || due.isBefore(createdAt) ? null : due;
    }

    /** In parentheses behind the status, or in the words of the resolution. */
    private static Ending ending(String status, String resolution) {
        if (status.endsWith("(duplicate)") || DUPLICATE.matcher(resolution).find()) {
            return Ending.DUPLICATE;
        }
        return status.endsWith("(transferred)") ? Ending.TRANSFERRED : Ending.HANDLED;
    }

    private static Channel channel(String source) {
        return switch (source.toUpperCase(Locale.ROOT)) {
            case "PHONE" -> Channel.HOTLINE;
            case "ONLINE" -> Channel.ONLINE;
            case "MOBILE", "API" -> Channel.MOBILE;
            default -> Channel.OTHER;
        };
    }
}
