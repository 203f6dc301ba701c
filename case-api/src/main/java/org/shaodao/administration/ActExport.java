package org.shaodao.administration;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Audit;
import org.shaodao.access.Audit.Entry;
import org.shaodao.access.Caller;
import org.shaodao.administration.ActTeller.Told;
import org.shaodao.web.FileFormat;
import org.shaodao.web.Spreadsheet;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts of administration as a file, the same whether the page or the API is asked for it: written page by page, however
 * many there are.
 */
@Component
class ActExport {
    private static final int AT_A_TIME = 500;
    private static final List<String> COLUMNS = List.of(
            "number", "when", "what", "act", "kind", "subject", "name", "by", "by-name", "role", "before", "after");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx");

    private final Audit audit;
    private final ActTeller teller;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    ActExport(
            Audit audit,
            ActTeller teller,
            MessageSource messages,
            JsonMapper json,
            Clock clock,
            ShaodaoSettings settings) {
        this.audit = audit;
        this.teller = teller;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
        this.zone = settings.zone();
    }

    /**
     * Acts that were taken away.
     *
     * @param exportedBy login of whoever took them
     * @param acts the last one first
     */
    @Schema(name = "ExportedActs")
    record Acts(Instant exportedAt, String exportedBy, List<Act> acts) {}

    /** An act, and what it was in one sentence. */
    @Schema(name = "ExportedAct")
    record Act(String sentence, Entry act) {}

    void write(Audit.Sought sought, FileFormat format, Caller caller, Locale locale, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.type().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(format.name("administration"))
                        .build()
                        .toString());
        switch (format) {
            case CSV -> table(sought, locale, response.getOutputStream());
            case JSON -> list(sought, caller, locale, response.getOutputStream());
        }
    }

    private void table(Audit.Sought sought, Locale locale, OutputStream out) throws IOException {
        out.write(String.valueOf(Spreadsheet.BYTE_ORDER_MARK).getBytes(StandardCharsets.UTF_8));
        try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> messages.getMessage("administration.column." + column, null, locale))
                    .toList());
            each(sought, locale, told -> csv.writeRecord(row(told, locale)));
        }
    }

    private List<String> row(Told told, Locale locale) {
        Entry act = told.entry();
        return Stream.of(
                        String.valueOf(act.id()),
                        MOMENT.format(act.at().atZone(zone)),
                        told.sentence(),
                        act.act().name(),
                        messages.getMessage("administration.kind." + act.kind(), null, locale),
                        act.subject(),
                        told.subject(),
                        act.by(),
                        act.name(),
                        messages.getMessage("code.role." + act.role(), null, locale),
                        facts(act.before()),
                        facts(act.after()))
                .map(Spreadsheet::harmless)
                .toList();
    }

    private String facts(@Nullable Map<String, Object> facts) {
        return facts == null ? "" : json.writeValueAsString(facts);
    }

    private void list(Audit.Sought sought, Caller caller, Locale locale, OutputStream out) {
        try (JsonGenerator file = json.writerWithDefaultPrettyPrinter().createGenerator(out)) {
            file.writeStartObject();
            file.writePOJOProperty("exportedAt", clock.instant());
            file.writeStringProperty("exportedBy", caller.name());
            file.writeArrayPropertyStart("acts");
            each(sought, locale, told -> file.writePOJO(new Act(told.sentence(), told.entry())));
            file.writeEndArray();
            file.writeEndObject();
        }
    }

    private void each(Audit.Sought sought, Locale locale, Consumer<Told> write) {
        String cursor = null;
        do {
            Audit.Page page = audit.page(sought, cursor, AT_A_TIME);
            teller.told(page.entries(), locale).forEach(write);
            cursor = page.next();
        } while (cursor != null);
    }
}
