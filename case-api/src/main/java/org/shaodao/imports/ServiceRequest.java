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
 * @param words what the resident said; null where the source has no more than a matter
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
        String resolution,
        @Nullable String words) {

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
        Instant createdAt = created(row, "created_at", zone, now);
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
            closedAt = closed(at, "closed_at", zone, createdAt, now);
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
                row.getField("resolution"),
                null);
        // Before its codes are published, which nobody could take back.
        if (PersonalData.isIn(request.matter())) {
            throw new RowRejected("subject", "personal-data");
        }
        return request;
    }

    /** Reads a row of whichever kind its header says. */
    static ServiceRequest read(NamedCsvRecord row, ZoneId zone, Instant now) throws RowRejected {
        return Petition.isOne(row) ? Petition.of(row, zone, now) : of(row, zone, now);
    }

    /** What it is about, in one line. */
    String matter() {
        return subcategory.isBlank() ? category : category + " / " + subcategory;
    }

    static String needed(NamedCsvRecord row, String field) throws RowRejected {
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

    static Instant created(NamedCsvRecord row, String field, ZoneId zone, Instant now) throws RowRejected {
        Instant createdAt = time(needed(row, field), field, zone);
        if (createdAt.isAfter(now)) {
            throw new RowRejected(field, "in-the-future");
        }
        if (createdAt.isBefore(EARLIEST)) {
            throw new RowRejected(field, "before-1990");
        }
        return createdAt;
    }

    static Instant closed(String at, String field, ZoneId zone, Instant createdAt, Instant now) throws RowRejected {
        Instant closedAt = time(at, field, zone);
        if (closedAt.isBefore(createdAt)) {
            throw new RowRejected(field, "closed-before-it-was-created");
        }
        if (closedAt.isAfter(now)) {
            throw new RowRejected(field, "in-the-future");
        }
        return closedAt;
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
