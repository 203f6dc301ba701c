package org.shaodao.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.shaodao.casefile.Channel;

/**
 * 网上留言. Messages to a government with the official reply. The file names neither who replied nor what about, and the
 * residents' own headings may tell who they are: such a demand is listed by its number, and every word of it is sealed.
 */
final class Petitions implements RowFormat {
    static final String ID = "留言编号";
    private static final String HEADING = "留言主题";
    private static final String WRITTEN_AT = "留言时间";
    private static final String WORDS = "留言详情";
    private static final String REPLY = "答复意见";
    private static final String REPLIED_AT = "答复时间";

    private static final String OFFICE = "答复单位";
    private static final String MATTER = "网上留言";

    @Override
    public List<String> columns() {
        return List.of(ID, HEADING, WRITTEN_AT, WORDS, REPLY, REPLIED_AT);
    }

    @Override
    public SourceRow read(NamedCsvRecord row, ZoneId zone, Instant now) throws RowRejected {
        String id = RowFormat.id(row, ID);
        Instant writtenAt = RowFormat.begin(row, WRITTEN_AT, zone, now);
        String repliedAt = row.getField(REPLIED_AT);
        String words = row.getField(HEADING) + '\n' + row.getField(WORDS);
        if (words.isBlank()) {
            throw new RowRejected(WORDS, "missing");
        }
        return new SourceRow(
                row.getStartingLineNumber(),
                id,
                writtenAt,
                null,
                repliedAt.isBlank() ? null : RowFormat.end(repliedAt, REPLIED_AT, writtenAt, zone, now),
                null,
                SourceRow.Ending.HANDLED,
                false,
                OFFICE,
                OFFICE,
                MATTER,
                "",
                Channel.ONLINE,
                "",
                "",
                "",
                MATTER + ' ' + id,
                words.strip(),
                row.getField(REPLY));
    }
}
