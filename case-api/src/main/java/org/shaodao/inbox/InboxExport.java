package org.shaodao.inbox;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.history.CaseReader;
import org.shaodao.history.Words;
import org.shaodao.web.Spreadsheet;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A tab of an inbox as a file for a spreadsheet: all of it, page by page, however long. */
@Controller
class InboxExport {
    private static final List<String> COLUMNS =
            List.of("number", "subject", "role", "category", "place", "street", "clock", "due", "since", "state");

    private final Inbox inbox;
    private final CaseReader reader;
    private final MessageSource messages;

    InboxExport(Inbox inbox, CaseReader reader, MessageSource messages) {
        this.inbox = inbox;
        this.reader = reader;
        this.messages = messages;
    }

    @GetMapping(path = "/inbox.csv")
    @PreAuthorize("hasAuthority('UNIT')")
    void export(
            @RequestParam(defaultValue = "TO_ACKNOWLEDGE") InboxTab tab,
            @RequestParam(name = "duty", required = false) @Nullable DispatchRole role,
            @RequestParam(name = "matter", required = false) @Nullable String category,
            @RequestParam(name = "desk", required = false) @Nullable String section,
            @RequestParam(name = "find", required = false) @Nullable String search,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        InboxAsk ask = new InboxAsk(tab, role, category, section, search, null, null, null);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"inbox-" + tab.name().toLowerCase(Locale.ROOT) + ".csv\"");
        Words words = reader.words(locale);
        var out = response.getOutputStream();
        out.write(String.valueOf(Spreadsheet.BYTE_ORDER_MARK).getBytes(StandardCharsets.UTF_8));
        try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> said("inbox." + column, locale))
                    .toList());
            InboxQuery query = ask.query(InboxPages.unit(caller), InboxQuery.MOST);
            InboxPage page = inbox.page(query, null);
            write(page, words, locale, csv);
            while (page.next() != null) {
                page = inbox.page(query.after(page.next()), null);
                write(page, words, locale, csv);
            }
        }
    }

    private void write(InboxPage page, Words words, Locale locale, CsvWriter csv) {
        for (InboxRow row : page.rows()) {
            csv.writeRecord(Stream.of(
                            row.number(),
                            row.subject(),
                            words.code("role", row.role().name()),
                            words.names().category(row.category()),
                            words.names().place(row.place()),
                            words.names().unit(row.street()),
                            row.clock() == null
                                    ? ""
                                    : words.code("clock", row.clock().name()),
                            row.dueAt() == null ? "" : words.moment(row.dueAt()),
                            words.moment(row.dispatchedAt()),
                            said("inbox.tab." + row.tab(), locale))
                    .map(Spreadsheet::harmless)
                    .toList());
        }
    }

    private String said(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }
}
