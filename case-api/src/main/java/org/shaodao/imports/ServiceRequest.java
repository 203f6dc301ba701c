package org.shaodao.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.PersonalData;

/**
 * One row of a 311 file. Its times are wall-clock times of the import's zone: one that a change to summer time skipped
 * counts as moved forward by the change, one that occurs twice as the earlier.
 *
 * @param line where it begins in the file
 * @param closedAt when the source closed it; null while it is open there
 * @param ending how the source closed it; null while it is open there
 * @param contradicting whether the status says open although a closing time is given; the status counts
 */
record ServiceRequest(
        long line,
        String id,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable Ending ending,
        boolean contradicting,
        String agency,
        String agencyName,
        String category,
        String subcategory,
        Channel channel,
        String district,
        String area,
        String address,
        String resolution) {

    /** How a source closes a request. */
    enum Ending {
        /** Answered. */
        HANDLED,
        /** Found to be handled already, in a request that the source does not name. */
        DUPLICATE,
        /** Given to somebody whom the source does not name. */
        TRANSFERRED
    }

    /** The columns that must be there; others are ignored. */
    static final List<String> COLUMNS = List.of(
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

    /** No case is older: an earlier time is a slip of the source. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern SAID_BEHIND = Pattern.compile("\\((duplicate|transferred)\\)$");
    private static final Pattern DUPLICATE = Pattern.compile("\\bis a duplicate of\\b");
    private static final int LONGEST_ID = 100;

    /**
     * Reads a row.
     *
     * @throws RowRejected when it cannot become a case
     */
    static ServiceRequest of(NamedCsvRecord row, ZoneId zone, Instant now) throws RowRejected {
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new RowRejected("*", "wrong-number-of-columns");
        }
        Instant createdAt = time(needed(row, "created_at"), "created_at", zone);
        if (createdAt.isAfter(now)) {
            throw new RowRejected("created_at", "in-the-future");
        }
        if (createdAt.isBefore(EARLIEST)) {
            throw new RowRejected("created_at", "before-1990");
        }
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
            closedAt = time(at, "closed_at", zone);
            if (closedAt.isBefore(createdAt)) {
                throw new RowRejected("closed_at", "closed-before-it-was-created");
            }
            if (closedAt.isAfter(now)) {
                throw new RowRejected("closed_at", "in-the-future");
            }
        }
        String id = needed(row, "case_id");
        if (id.length() > LONGEST_ID) {
            throw new RowRejected("case_id", "too-long");
        }
        String agency = needed(row, "agency");
        String agencyName = line(row, "agency_name");
        ServiceRequest request = new ServiceRequest(
                row.getStartingLineNumber(),
                id,
                createdAt,
                closedAt,
                closed ? ending : null,
                !closed && !closing.isBlank(),
                agency,
                agencyName.isBlank() ? agency : agencyName,
                needed(row, "category"),
                line(row, "subcategory"),
                channel(row.getField("channel")),
                line(row, "district"),
                line(row, "area"),
                row.getField("address"),
                row.getField("resolution"));
        // Before its codes are published, which nobody could take back.
        if (PersonalData.isIn(request.matter())) {
            throw new RowRejected("subject", "personal-data");
        }
        return request;
    }

    /** What it is about, in one line. */
    String matter() {
        return subcategory.isBlank() ? category : category + " / " + subcategory;
    }

    private static String needed(NamedCsvRecord row, String field) throws RowRejected {
        String value = line(row, field);
        if (value.isBlank()) {
            throw new RowRejected(field, "missing");
        }
        return value.strip();
    }

    /** What is kept in the clear, for lists: one line. */
    private static String line(NamedCsvRecord row, String field) throws RowRejected {
        String value = row.getField(field);
        if (CONTROL.matcher(value).find()) {
            throw new RowRejected(field, "control-character");
        }
        return value;
    }

    private static Instant time(String text, String field, ZoneId zone) throws RowRejected {
        try {
            return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new RowRejected(field, "not-a-time");
        }
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
