package org.shaodao.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.IntakeRequests.Raise;
import org.shaodao.casefile.Receipt;
import org.shaodao.fact.Role;
import org.shaodao.parts.Choice;
import org.shaodao.parts.Form;
import org.shaodao.parts.FormChoices;
import org.shaodao.parts.RequestForms;
import org.shaodao.parts.RequestForms.Asked;
import org.shaodao.parts.RequestForms.Outcome;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.vault.RetrievalCodes;
import org.shaodao.web.RequestMark;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 登记诉求: an officer, a community or a grid worker enters what a resident says. */
@Controller
@RequestMapping(EntryPages.PATH)
@PreAuthorize("hasAnyAuthority('STREET', 'COMMUNITY', 'GRID_WORKER', 'DISTRICT')")
class EntryPages {
    static final String PATH = "/console/raise";

    /** What comes with a number in another system is read in as a file or over the API. */
    private static final Set<String> NOT_ASKED = Set.of("outside", "occurredAt");

    private final RequestForms forms;
    private final FormChoices choices;
    private final CaseDesk desk;
    private final RetrievalCodes codes;

    EntryPages(RequestForms forms, FormChoices choices, CaseDesk desk, RetrievalCodes codes) {
        this.forms = forms;
        this.choices = choices;
        this.desk = desk;
        this.codes = codes;
    }

    @GetMapping
    String begin(@AuthenticationPrincipal Caller caller, Model model) {
        MultiValueMap<String, String> usual = new LinkedMultiValueMap<>();
        usual.set("kind", "HELP");
        usual.set("urgency", "NORMAL");
        usual.set("channel", "COUNTER");
        return page(usual, NotTaken.NOTHING, caller, model);
    }

    /** Sent twice, it opens one case; who entered it tells the resident its number and code. */
    @PostMapping
    String raise(
            @RequestParam MultiValueMap<String, String> said,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            HttpServletResponse response,
            Model model) {
        Outcome<Receipt> outcome =
                forms.take(Raise.class, said, request -> desk.raise(UUID.fromString(mark.commandId()), request, mark));
        Receipt receipt = outcome.done();
        if (receipt == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(said, outcome.not(), caller, model);
        }
        model.addAttribute("receipt", receipt);
        model.addAttribute("code", codes.codeFor(receipt.caseId(), RetrievalCodes.FIRST));
        model.addAttribute("sent", asked(caller).id());
        model.addAttribute("atTheDesk", caller.role() == Role.STREET ? "/console" : "/district");
        model.addAttribute("hasDesk", caller.role() == Role.STREET || caller.role() == Role.DISTRICT);
        return "console/raised";
    }

    private String page(MultiValueMap<String, String> said, NotTaken not, Caller caller, Model model) {
        Form form = forms.form(asked(caller), said, not).without(NOT_ASKED);
        model.addAttribute("form", caller.role() == Role.STREET ? form.without(Set.of("street")) : form);
        return "console/raise";
    }

    private Asked<Raise> asked(Caller caller) {
        Map<String, List<Choice>> from = Map.of(
                "category", choices.categories(),
                "place", choices.places(),
                "street", choices.streets(),
                "about", choices.units(caller));
        return new Asked<>("raise", Raise.class, null, PATH, "/", from, Set.of(), false);
    }
}
