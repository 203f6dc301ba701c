package org.shaodao.audit;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.web.FileFormat;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A history as a file, the same whether the page or the API is asked for it. */
@Component
class Taken {
    private final HistoryExport export;
    private final MessageSource messages;
    private final JsonMapper json;
    private final ZoneId zone;

    Taken(HistoryExport export, MessageSource messages, JsonMapper json, ShaodaoSettings settings) {
        this.export = export;
        this.messages = messages;
        this.json = json;
        this.zone = settings.zone();
    }

    /** The file of a case. */
    ResponseEntity<byte[]> file(
            UUID caseId, FileFormat format, @Nullable Long minVersion, Caller caller, Locale locale) {
        HistoryExport.History history = export.of(caseId, minVersion, caller, locale);
        String text = switch (format) {
            case CSV -> new HistoryTable(messages, locale, zone).of(history);
            case JSON -> json.writerWithDefaultPrettyPrinter().writeValueAsString(history);
        };
        ContentDisposition named = ContentDisposition.attachment()
                .filename(format.name(history.number()))
                .build();
        return ResponseEntity.ok()
                .contentType(format.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
