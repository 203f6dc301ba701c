package org.shaodao.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.Refused;
import org.shaodao.history.CaseReader;
import org.shaodao.problem.Problem;
import org.shaodao.web.RequestMark;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 街道工作台: who has not come? District and auditor may look at any street's. */
@Controller
class ConsolePages {
    private static final String PAGE = "console/console";
    private static final String ASKED = "asked";

    /** Says that only a part of the page is asked for, and which. */
    private static final String PART = "HX-Target";

    private static final int LINES = 100;

    private final Desk desk;
    private final DeskCases cases;
    private final Console console;
    private final CaseReader reader;
    private final Clock clock;
    private final ShaodaoSettings settings;

    ConsolePages(
            Desk desk, DeskCases cases, Console console, CaseReader reader, Clock clock, ShaodaoSettings settings) {
        this.desk = desk;
        this.cases = cases;
        this.console = console;
        this.reader = reader;
        this.clock = clock;
        this.settings = settings;
    }

    @ModelAttribute(ASKED)
    DeskAsk asked(
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(defaultValue = "NOT_COME") ConsoleTab tab,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID open,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable Integer about,
            @RequestParam(required = false) @Nullable UUID person,
            @AuthenticationPrincipal Caller caller) {
        return new DeskAsk("/console", ConsoleController.whose(street, caller), tab, cursor, open, form, about, person);
    }

    @GetMapping("/console")
    @PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT', 'AUDITOR')")
    String console(
            @ModelAttribute(name = ASKED, binding = false) DeskAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        return ask.street() == null ? "redirect:/district" : desk.show(ask, part, PAGE, caller, model, locale);
    }

    @PostMapping("/console/{caseId}/{step}")
    @PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT')")
    String take(
            @PathVariable UUID caseId,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> said,
            @ModelAttribute(name = ASKED, binding = false) DeskAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        return desk.take(ask.on(caseId, step), said, part, PAGE, caller, mark, response, model, locale);
    }

    /** The clocks that a whistle of this kind would start, as it is being written. */
    @GetMapping("/console/{caseId}/clocks")
    @PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT')")
    String clocks(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String reportAt,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        try {
            model.addAttribute(
                    "clocks",
                    cases.clocks(
                            reader.header(caseId, caller, null),
                            DeskCases.urgency(console.of(caseId, null)),
                            kind == null || kind.isBlank() ? null : kind,
                            kind == null || kind.isBlank() ? null : moment(reportAt),
                            caller,
                            locale));
        } catch (Problem | Refused | DateTimeException e) {
            model.addAttribute("clocks", List.of()); // said beside the field once the form is sent
        }
        return "console/detail :: clocks";
    }

    private @Nullable Instant moment(@Nullable String said) {
        return said == null || said.isBlank()
                ? null
                : LocalDateTime.parse(said).atZone(settings.zone()).toInstant();
    }

    @GetMapping("/console/morning-sheet")
    @PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT', 'AUDITOR')")
    String morningSheet(@ModelAttribute(name = ASKED, binding = false) DeskAsk ask, Model model, Locale locale) {
        String street = ask.street();
        if (street == null) {
            return "redirect:/district";
        }
        model.addAttribute("street", street);
        model.addAttribute("sheet", console.morningSheet(street, clock.instant(), LINES));
        model.addAttribute("words", reader.words(locale));
        return "console/sheet";
    }
}
