package org.shaodao.sla;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.Role;
import org.shaodao.parts.RequestForms;
import org.shaodao.parts.RequestForms.Asked;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.sla.PeriodController.Freeze;
import org.shaodao.web.RequestMark;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 统计期: which months' figures stay as they are? */
@Controller
@RequestMapping(PeriodPages.PATH)
@PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
class PeriodPages {
    static final String PATH = "/sla/periods";

    private static final int MONTHS = 13;

    private final Periods periods;
    private final RequestForms forms;

    PeriodPages(Periods periods, RequestForms forms) {
        this.periods = periods;
        this.forms = forms;
    }

    /** A month, and what it is frozen as; {@code period} is null where its figures still move. */
    record Line(YearMonth month, Periods.@Nullable Period period) {}

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable YearMonth month,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        MultiValueMap<String, String> usual = new LinkedMultiValueMap<>();
        usual.set("knownOn", periods.yesterday().toString());
        return page(month, usual, NotTaken.NOTHING, caller, model);
    }

    @PostMapping("/{month}")
    @PreAuthorize("hasAuthority('DISTRICT')")
    String freeze(
            @PathVariable YearMonth month,
            @RequestParam MultiValueMap<String, String> said,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            Model model,
            HttpServletResponse response) {
        var outcome = forms.take(
                Freeze.class, said, freeze -> periods.freeze(month, freeze.knownOn(), freeze.reason(), mark));
        if (outcome.done() != null) {
            return "redirect:" + PATH;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(month, said, outcome.not(), caller, model);
    }

    private String page(
            @Nullable YearMonth month, MultiValueMap<String, String> said, NotTaken not, Caller caller, Model model) {
        LocalDate yesterday = periods.yesterday();
        Map<YearMonth, Periods.Period> frozen = new HashMap<>();
        periods.all().forEach(period -> frozen.put(period.month(), period));
        YearMonth last = YearMonth.from(yesterday.plusDays(1)).minusMonths(1);
        model.addAttribute(
                "lines",
                Stream.concat(Stream.iterate(last, each -> each.minusMonths(1)).limit(MONTHS), frozen.keySet().stream())
                        .distinct()
                        .sorted((a, b) -> b.compareTo(a))
                        .map(each -> new Line(each, frozen.get(each)))
                        .toList());
        model.addAttribute("may", caller.role() == Role.DISTRICT);
        model.addAttribute("month", month);
        model.addAttribute("yesterday", yesterday);
        if (month != null && caller.role() == Role.DISTRICT) {
            model.addAttribute(
                    "form",
                    forms.form(
                            new Asked<>(
                                    "freeze-period",
                                    Freeze.class,
                                    month.toString(),
                                    PATH + '/' + month,
                                    PATH,
                                    Map.of(),
                                    Set.of(),
                                    true),
                            said,
                            not));
        }
        return "sla/periods";
    }
}
