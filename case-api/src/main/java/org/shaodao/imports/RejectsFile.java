package org.shaodao.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.shaodao.imports.ImportJobs.Reject;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Rows that were not taken, as a file that a spreadsheet opens: a mark of the encoding first, and no cell is a formula. */
@Component
class RejectsFile {
    private static final int TOGETHER = 1_000;
    private static final char ENCODING_MARK = '\uFEFF';

    private final ImportJobs jobs;
    private final MessageSource messages;

    RejectsFile(ImportJobs jobs, MessageSource messages) {
        this.jobs = jobs;
        this.messages = messages;
    }

    /** Writes all of them, some at a time. */
    void write(String job, Locale locale, OutputStream into) throws IOException {
        Writer text = new OutputStreamWriter(into, StandardCharsets.UTF_8);
        text.write(ENCODING_MARK);
        try (CsvWriter rows = CsvWriter.builder().build(text)) {
            rows.writeRecord("line", "column", "reason", said("column", locale));
            List<Reject> some;
            long after = 0;
            do {
                some = jobs.rejects(job, after, TOGETHER);
                for (Reject reject : some) {
                    rows.writeRecord(
                            String.valueOf(reject.line()),
                            harmless(reject.field()),
                            reject.reason(),
                            said(reject.reason(), locale));
                    after = reject.line();
                }
            } while (some.size() == TOGETHER);
        }
    }

    /** Reasons that a case gives for refusing have no words of their own here. */
    private String said(String reason, Locale locale) {
        return String.valueOf(messages.getMessage("reject." + reason, null, reason, locale));
    }

    private static String harmless(String column) {
        return column.isEmpty() || "=+-@\t\r".indexOf(column.charAt(0)) < 0 ? column : '\'' + column;
    }
}
