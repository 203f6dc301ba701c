package org.shaodao.history;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.OfferedSteps;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;
import org.shaodao.parts.StepForms;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.parts.StepTaker;
import org.shaodao.parts.StepTaker.Outcome;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
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

/** 联系卡: how is the resident reached, and what for? The resident sees who asked, and each time it is told is kept. */
@Controller
@RequestMapping("/cases/{caseId}/card")
@PreAuthorize("hasAnyAuthority('UNIT', 'STREET', 'DISTRICT', 'AUDITOR')")
class CardPages {
    private static final String PAGE = "history/card";

    private final ContactCards cards;
    private final CaseReader reader;
    private final Histories histories;
    private final Aliases aliases;
    private final StepForms forms;
    private final StepTaker taker;
    private final Rulebook rules;

    CardPages(
            ContactCards cards,
            CaseReader reader,
            Histories histories,
            Aliases aliases,
            StepForms forms,
            StepTaker taker,
            Rulebook rules) {
        this.cards = cards;
        this.reader = reader;
        this.histories = histories;
        this.aliases = aliases;
        this.forms = forms;
        this.taker = taker;
        this.rules = rules;
    }

    /** What is open, or else what may be asked. */
    @GetMapping
    String card(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        CaseHeader header = reader.header(caseId, caller, minVersion);
        try {
            model.addAttribute("card", cards.read(caseId, caller, null, minVersion));
            return page(header, model, locale);
        } catch (Problem e) {
            if (e.code() != ProblemCode.NO_CONTACT_CARD) {
                throw e;
            }
            return ask(header, new LinkedMultiValueMap<>(), NotTaken.NOTHING, caller, model, locale);
        }
    }

    @PostMapping
    String open(
            @PathVariable UUID caseId,
            @RequestParam MultiValueMap<String, String> said,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        CaseHeader header = reader.header(caseId, caller, null);
        Outcome outcome = taker.take(caseId, dispatch(header, caller), step(caller), said, mark);
        if (outcome.receipt() != null) {
            return "redirect:/cases/" + caseId + "/card?minVersion="
                    + outcome.receipt().version();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return ask(header, said, outcome.not(), caller, model, locale);
    }

    private String ask(
            CaseHeader header,
            MultiValueMap<String, String> said,
            NotTaken not,
            Caller caller,
            Model model,
            Locale locale) {
        boolean offered = histories
                .facts(header.caseId(), caller.by(null), null)
                .map(facts -> !new OfferedSteps(
                                header.caseId(), facts, caller.by(null), dispatch(header, caller), rules)
                        .of(List.of(step(caller)))
                        .isEmpty())
                .orElse(false);
        if (offered || !not.equals(NotTaken.NOTHING)) {
            String path = "/cases/" + header.caseId();
            model.addAttribute(
                    "form",
                    forms.form(step(caller), header.caseId().toString(), path + "/card", path, said, not, caller));
        }
        return page(header, model, locale);
    }

    private String page(CaseHeader header, Model model, Locale locale) {
        model.addAttribute("header", header);
        model.addAttribute("alias", aliases.of(header.caseId()));
        model.addAttribute("words", reader.words(locale));
        return PAGE;
    }

    private static String step(Caller caller) {
        return caller.role() == Role.UNIT ? "open-contact-card" : "reveal-identity";
    }

    /** A unit asks as the handler of its own dispatch, everybody else for the case. */
    private static @Nullable Integer dispatch(CaseHeader header, Caller caller) {
        return caller.role() == Role.UNIT ? header.latestOf(caller.unit()) : null;
    }
}
