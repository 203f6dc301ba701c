package org.shaodao.resident;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.ResidentSessions;
import org.shaodao.attachments.UploadForms;
import org.shaodao.casefile.IntakeRequests.Raise;
import org.shaodao.casefile.Receipt;
import org.shaodao.directory.Directory;
import org.shaodao.fact.Refused;
import org.shaodao.history.CaseReader;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.problem.Problem;
import org.shaodao.vault.RetrievalCodes;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 提诉求: where is it, and what is the matter? Then the number and the code with which one follows it. */
@Controller
class RaisePages {
    private static final String FORM = "/resident/raise/form";

    private final Directory directory;
    private final RaiseForm forms;
    private final Raising raising;
    private final UploadForms uploads;
    private final CaseReader reader;
    private final RetrievalCodes codes;

    RaisePages(
            Directory directory,
            RaiseForm forms,
            Raising raising,
            UploadForms uploads,
            CaseReader reader,
            RetrievalCodes codes) {
        this.directory = directory;
        this.forms = forms;
        this.raising = raising;
        this.uploads = uploads;
        this.reader = reader;
        this.codes = codes;
    }

    @GetMapping("/resident/raise")
    String place(@RequestParam(required = false) @Nullable String place, Model model, Locale locale) {
        Where where = Where.of(place, directory.all());
        if (where.enough() && where.parts().isEmpty()) {
            return "redirect:" + form(where);
        }
        model.addAttribute("where", where);
        model.addAttribute("words", reader.words(locale));
        return "resident/place";
    }

    @GetMapping(FORM)
    String form(@RequestParam(required = false) @Nullable String place, Model model, Locale locale) {
        Where where = Where.of(place, directory.all());
        return where.enough()
                ? shown(where, newKey(), Map.of(), List.of(), NotTaken.NOTHING, model, locale)
                : "redirect:/resident/raise";
    }

    @PostMapping(FORM)
    String raise(
            @RequestParam String key,
            @RequestParam String place,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Where where = Where.of(place, directory.all());
        if (!where.enough()) {
            return "redirect:/resident/raise";
        }
        Files files = Files.of(uploads.sent(request, Raising.resident(key).id()));
        Map<String, String> wrong = new LinkedHashMap<>();
        Raise demand = forms.read(
                files.said(),
                Objects.requireNonNull(where.here()),
                Objects.requireNonNull(where.street()),
                files.tickets(),
                wrong);
        NotTaken not;
        String next = key;
        if (files.refused() != null) {
            wrong.put(RaiseForm.FILES, told(forms.because(files.refused())));
        }
        if (demand == null || !wrong.isEmpty()) {
            not = new NotTaken(wrong, List.of());
        } else {
            try {
                Receipt receipt = raising.raise(demand, key, FORM, files.mark(place));
                ResidentSessions.begin(receipt.caseId(), request, response);
                ResidentSessions.showCode(receipt.caseId(), request);
                return "redirect:/resident/cases/" + receipt.caseId() + "/raised";
            } catch (Refused e) {
                next = newKey(); // what was sent under the first one stays as it was answered
                not = forms.because(e);
            } catch (Problem e) {
                not = forms.because(e);
            }
        }
        response.setStatus(422);
        return shown(where, next, files.said(), next.equals(key) ? files.tickets() : List.of(), not, model, locale);
    }

    private static String told(NotTaken not) {
        return Stream.concat(not.wrong().values().stream(), not.problems().stream())
                .collect(Collectors.joining(" "));
    }

    /** The number and the code, until whoever raised the demand says that they wrote them down. */
    @GetMapping("/resident/cases/{caseId}/raised")
    String raised(
            @PathVariable UUID caseId,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            Model model) {
        ResidentCases.requireOwn(caseId, caller);
        if (!ResidentSessions.showsCode(caseId, request)) {
            return "redirect:/resident/cases/" + caseId;
        }
        model.addAttribute("header", reader.header(caseId, caller, 0L));
        model.addAttribute("code", codes.codeFor(caseId, RetrievalCodes.FIRST));
        return "resident/raised";
    }

    @PostMapping("/resident/cases/{caseId}/raised")
    String wroteDown(@PathVariable UUID caseId, @AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        ResidentCases.requireOwn(caseId, caller);
        ResidentSessions.wroteDown(request);
        return "redirect:/resident/cases/" + caseId;
    }

    private String shown(
            Where where,
            String key,
            Map<String, String> said,
            List<String> kept,
            NotTaken not,
            Model model,
            Locale locale) {
        model.addAttribute("where", where);
        model.addAttribute("form", forms.form(form(where), key, said, not));
        model.addAttribute("kept", kept);
        model.addAttribute("filesWrong", not.wrong().get(RaiseForm.FILES));
        model.addAttribute("words", reader.words(locale));
        return "resident/raise";
    }

    private static String form(Where where) {
        return UriComponentsBuilder.fromPath(FORM)
                .queryParam("place", Objects.requireNonNull(where.here()).code())
                .encode()
                .toUriString();
    }

    private static String newKey() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
