package org.shaodao.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CasePhase;
import org.shaodao.directory.Directory;
import org.shaodao.documents.Registry;
import org.shaodao.documents.UnitKind;
import org.shaodao.history.CaseCursor;
import org.shaodao.history.CaseReader;
import org.shaodao.history.CaseSearch;
import org.shaodao.history.Histories;
import org.shaodao.history.Words;
import org.shaodao.parts.Choice;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** 审计: which case is it? Found by what is clear of it; what residents said is sealed and not searched. */
@Controller
@PreAuthorize("hasAuthority('AUDITOR')")
class AuditPages {
    private static final int ROWS = 40;

    private final CaseReader reader;
    private final Histories histories;
    private final ZoneId zone;

    AuditPages(CaseReader reader, Histories histories, ShaodaoSettings settings) {
        this.reader = reader;
        this.histories = histories;
        this.zone = settings.zone();
    }

    /** What stands in the fields of the search; blank = whatever. */
    record Sought(
            @Nullable String number,
            @Nullable String subject,
            @Nullable String street,
            @Nullable String unit,
            @Nullable String category,
            @Nullable CasePhase phase,
            @Nullable String from,
            @Nullable String until) {}

    @GetMapping("/audit")
    String search(
            @ModelAttribute("sought") Sought sought,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Words words = reader.words(locale);
        LocalDate from = day(given(sought.from()));
        LocalDate until = day(given(sought.until()));
        boolean wrongFrom = given(sought.from()) != null && from == null;
        boolean wrongUntil = given(sought.until()) != null && until == null;
        if (wrongFrom || wrongUntil) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            model.addAttribute(
                    "page",
                    histories.search(
                            new CaseSearch(
                                    given(sought.number()),
                                    given(sought.subject()),
                                    given(sought.street()),
                                    given(sought.unit()),
                                    given(sought.category()),
                                    sought.phase(),
                                    from == null
                                            ? null
                                            : from.atStartOfDay(zone).toInstant(),
                                    until == null
                                            ? null
                                            : until.plusDays(1)
                                                    .atStartOfDay(zone)
                                                    .toInstant()),
                            cursor == null ? null : CaseCursor.decode(cursor),
                            ROWS));
        }
        model.addAttribute("wrongFrom", wrongFrom);
        model.addAttribute("wrongUntil", wrongUntil);
        model.addAttribute("cursor", cursor);
        model.addAttribute("words", words);
        model.addAttribute("phases", CasePhase.values());
        choices(words.names(), model);
        return "audit/audit";
    }

    private static void choices(Directory.Names names, Model model) {
        Registry registry = names.registry();
        model.addAttribute(
                "streets",
                sorted(
                        registry.units().values().stream()
                                .filter(unit -> unit.kind() == UnitKind.STREET)
                                .map(Registry.Unit::code),
                        names::unit));
        model.addAttribute("units", sorted(registry.units().keySet().stream(), names::unit));
        model.addAttribute("categories", sorted(registry.categories().keySet().stream(), names::category));
    }

    private static List<Choice> sorted(Stream<String> codes, Function<String, String> name) {
        return codes.map(code -> new Choice(code, name.apply(code)))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate day(@Nullable String said) {
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
