package org.shaodao.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.shaodao.casefile.Channel;

/**
 * 网上留言. One row of a file of petitions to a city government, each with its reply. The file names neither who replied
 * nor what it is about: one unit stands for all who reply, and the title is told with the words, in sealed ones.
 */
final class Petition {
    /** The columns that must be there; others are ignored. */
    static final List<String> COLUMNS = List.of("留言编号", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间");

    private static final String KIND = "网上留言";

    private Petition() {}

    /** Whether the header is that of petitions. */
    static boolean isOne(NamedCsvRecord row) {
        return row.getHeader().contains("留言编号");
    }

    /**
     * Reads a row.
     *
     * @throws RowRejected when it cannot become a case
     */
    static ServiceRequest of(NamedCsvRecord row, ZoneId zone, Instant now) throws RowRejected {
        if (row.getFieldCount() != row.getHeader().size()) {
            throw new RowRejected("*", "wrong-number-of-columns");
        }
        Instant createdAt = ServiceRequest.created(row, "留言时间", zone, now);
        String replied = row.getField("答复时间");
        Instant repliedAt = replied.isBlank() ? null : ServiceRequest.closed(replied, "答复时间", zone, createdAt, now);
        return new ServiceRequest(
                row.getStartingLineNumber(),
                ServiceRequest.needed(row, "留言编号"),
                createdAt,
                repliedAt,
                repliedAt == null ? null : ServiceRequest.Ending.HANDLED,
                false,
                "reply",
                "答复单位",
                KIND,
                "",
                Channel.ONLINE,
                "",
                "",
                "",
                row.getField("答复意见"),
                row.getField("留言主题") + '\n' + row.getField("留言详情"));
    }
}
