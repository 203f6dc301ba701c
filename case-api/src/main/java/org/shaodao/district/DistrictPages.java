package org.shaodao.district;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.console.ConsoleTab;
import org.shaodao.console.Desk;
import org.shaodao.console.DeskAsk;
import org.shaodao.documents.Documents;
import org.shaodao.documents.Registry;
import org.shaodao.documents.UnitKind;
import org.shaodao.web.RequestMark;
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

/** 区级督办: what is the district to decide? */
@Controller
class DistrictPages {
    private static final String PAGE = "district/district";
    private static final String ASKED = "asked";

    /** Says that only a part of the page is asked for, and which. */
    private static final String PART = "HX-Target";

    private final Desk desk;
    private final Documents documents;
    private final Clock clock;

    DistrictPages(Desk desk, Documents documents, Clock clock) {
        this.desk = desk;
        this.documents = documents;
        this.clock = clock;
    }

    @ModelAttribute(ASKED)
    DeskAsk asked(
            @RequestParam(defaultValue = "RULINGS") ConsoleTab tab,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID open,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable Integer about,
            @RequestParam(required = false) @Nullable UUID person) {
        return new DeskAsk("/district", null, tab, cursor, open, form, about, person);
    }

    /** The streets at whose desks the district may look. */
    @ModelAttribute("streets")
    List<String> streets() {
        return documents.registry(clock.instant()).units().values().stream()
                .filter(unit -> unit.active() && unit.kind() == UnitKind.STREET)
                .map(Registry.Unit::code)
                .toList();
    }

    @GetMapping("/district")
    @PreAuthorize("hasAnyAuthority('DISTRICT', 'AUDITOR')")
    String district(
            @ModelAttribute(name = ASKED, binding = false) DeskAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        return desk.show(ask, part, PAGE, caller, model, locale);
    }

    @PostMapping("/district/{caseId}/{step}")
    @PreAuthorize("hasAuthority('DISTRICT')")
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
}
