package org.shaodao.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * What stands in the cells of a row. Times are wall-clock times of the import's zone: one that a change to summer time
 * skipped counts as moved forward by the change, one that occurs twice as the earlier.
 */
final class Cells {
    /** No case is older: an earlier time is a slip of the source. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final int LONGEST_ID = 100;

    private Cells() {}

    /** What has to stand there. */
    static String needed(NamedCsvRecord row, String field) throws RowRejected {
        String value = line(row, field);
        if (value.isBlank()) {
            throw new RowRejected(field, "missing");
        }
        return value.strip();
    }

    /** What is kept in the clear, for lists: one line. */
    static String line(NamedCsvRecord row, String field) throws RowRejected {
        String value = row.getField(field);
        if (CONTROL.matcher(value).find()) {
            throw new RowRejected(field, "control-character");
        }
        return value;
    }

    /** The number of the row in its source. */
    static String id(NamedCsvRecord row, String field) throws RowRejected {
        String id = needed(row, field);
        if (id.length() > LONGEST_ID) {
            throw new RowRejected(field, "too-long");
        }
        return id;
    }

    /** When it began: neither to come nor before anybody kept such files. */
    static Instant begin(NamedCsvRecord row, String field, ZoneId zone, Instant now) throws RowRejected {
        Instant begun = time(needed(row, field), field, zone);
        if (begun.isAfter(now)) {
            throw new RowRejected(field, "in-the-future");
        }
        if (begun.isBefore(EARLIEST)) {
            throw new RowRejected(field, "before-1990");
        }
        return begun;
    }

    /** When something ended that began then. */
    static Instant end(String text, String field, Instant begun, ZoneId zone, Instant now) throws RowRejected {
        Instant ended = time(text, field, zone);
        if (ended.isBefore(begun)) {
            throw new RowRejected(field, "closed-before-it-was-created");
        }
        if (ended.isAfter(now)) {
            throw new RowRejected(field, "in-the-future");
        }
        return ended;
    }

    /** A time as the file writes it: a date and a time of day, with a T or a space between. */
    static Instant time(String text, String field, ZoneId zone) throws RowRejected {
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new RowRejected(field, "not-a-time");
        }
    }
}
