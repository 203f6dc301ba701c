package org.shaodao.design;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.parts.StepForms;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.parts.StepTaker;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** 设计: every part of a page as it looks and works, for whoever builds the next one. */
@Controller
class DesignPages {
    private static final String EXAMPLE = "reply";

    private final StepForms forms;
    private final StepTaker taker;
    private final Clock clock;

    DesignPages(StepForms forms, StepTaker taker, Clock clock) {
        this.forms = forms;
        this.taker = taker;
        this.clock = clock;
    }

    @GetMapping("/design")
    String design(@AuthenticationPrincipal Caller caller, Model model) {
        return page(NotTaken.NOTHING, new LinkedMultiValueMap<>(), caller, model);
    }

    /** Checks the example as any form is checked; there is no case, so nothing happens. */
    @PostMapping("/design")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String sent(@RequestParam MultiValueMap<String, String> said, @AuthenticationPrincipal Caller caller, Model model) {
        page(taker.check(EXAMPLE, said), said, caller, model);
        return "design/design :: form";
    }

    private String page(NotTaken not, MultiValueMap<String, String> values, Caller caller, Model model) {
        Instant now = clock.instant();
        model.addAttribute("phases", CasePhase.values());
        model.addAttribute("states", DispatchFacts.State.values());
        model.addAttribute("clocks", ClockFacts.State.values());
        model.addAttribute(
                "dues",
                List.of(
                        now.minus(Duration.ofMinutes(95)),
                        now.plus(Duration.ofMinutes(130)),
                        now.plus(Duration.ofHours(53))));
        model.addAttribute("form", forms.form(EXAMPLE, "example", "/design", null, values, not, caller));
        return "design/design";
    }
}
