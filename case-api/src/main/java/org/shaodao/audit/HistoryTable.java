package org.shaodao.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.history.CaseReader;
import org.shaodao.web.Spreadsheet;
import org.springframework.context.MessageSource;

/** A history as a table that spreadsheets open: with their mark of UTF-8, and never as a formula. */
final class HistoryTable {
    private static final List<String> COLUMNS = List.of(
            "version",
            "recorded",
            "occurred",
            "event",
            "what",
            "actor",
            "role",
            "officer",
            "changes",
            "documents",
            "words");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx");

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    HistoryTable(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /** The table: a row of names, then an event a row. */
    String of(HistoryExport.History history) {
        StringWriter text = new StringWriter();
        text.append(Spreadsheet.BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> message("audit.column." + column))
                    .toArray(String[]::new));
            history.events().forEach(event -> csv.writeRecord(row(event)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private String[] row(HistoryExport.Event event) {
        return Stream.of(
                        String.valueOf(event.version()),
                        MOMENT.format(event.recordedAt().atZone(zone)),
                        MOMENT.format(event.occurredAt().atZone(zone)),
                        event.event(),
                        event.sentence(),
                        event.actor(),
                        message("code.role." + event.by().role()),
                        event.by().person(),
                        lines(event.changes().stream().map(HistoryExport.Difference::sentence)),
                        lines(event.documents().stream()
                                .map(document -> document.kind()
                                        + ' '
                                        + document.id()
                                        + '/'
                                        + document.version()
                                        + ' '
                                        + document.hash())),
                        lines(event.texts().stream().map(this::words)))
                .map(Spreadsheet::harmless)
                .toArray(String[]::new);
    }

    private String words(CaseReader.Text text) {
        return text.name() + ": "
                + switch (text.state()) {
                    case SHOWN -> text.text();
                    case HIDDEN -> message("case.hidden");
                    case ERASED -> message("case.erased", text.chars());
                };
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
