package org.shaodao.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.attachments.UploadForms;
import org.shaodao.casefile.Receipt;
import org.shaodao.history.CaseReader;
import org.shaodao.parts.Form;
import org.shaodao.parts.StepForms;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.parts.StepTaker;
import org.shaodao.parts.StepTaker.Outcome;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.view.NotOlderThan;
import org.shaodao.web.FormMarks;
import org.shaodao.web.RequestMark;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a resident does with their case: one question a page, so that it can be answered on a phone and without script. */
@Controller
class ResidentStepPages {
    private static final String STEP = "resident/step";
    private static final String RATING = "resident/rate";

    private final ResidentCases cases;
    private final CaseReader reader;
    private final StepForms forms;
    private final StepTaker taker;
    private final UploadForms uploads;
    private final FormMarks marks;

    ResidentStepPages(
            ResidentCases cases,
            CaseReader reader,
            StepForms forms,
            StepTaker taker,
            UploadForms uploads,
            FormMarks marks) {
        this.cases = cases;
        this.reader = reader;
        this.forms = forms;
        this.taker = taker;
        this.uploads = uploads;
        this.marks = marks;
    }

    /** 群众评事. One question after the other: what was answered so far stands in the address, so that one may go back. */
    @GetMapping("/resident/cases/{caseId}/rate")
    String rate(
            @PathVariable UUID caseId,
            @RequestParam MultiValueMap<String, String> said,
            @AuthenticationPrincipal Caller caller,
            RedirectAttributes next,
            Model model) {
        ResidentCases.requireOwn(caseId, caller);
        ResidentStep step = step(ResidentStep.RATE, null);
        return cases.offers(caseId, step, null, caller)
                ? shown(caseId, step, null, said, List.of(), NotTaken.NOTHING, caller, model)
                : notNow(caseId, next);
    }

    @GetMapping("/resident/cases/{caseId}/{name}")
    String form(
            @PathVariable UUID caseId,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer dispatch,
            @AuthenticationPrincipal Caller caller,
            RedirectAttributes next,
            Model model) {
        ResidentCases.requireOwn(caseId, caller);
        ResidentStep step = step(name, dispatch);
        if (step.name().equals(ResidentStep.RATE)) {
            return "redirect:" + ResidentCases.address(caseId) + "/rate";
        }
        return cases.offers(caseId, step, dispatch, caller)
                ? shown(caseId, step, dispatch, new LinkedMultiValueMap<>(), List.of(), NotTaken.NOTHING, caller, model)
                : notNow(caseId, next);
    }

    @PostMapping("/resident/cases/{caseId}/{name}")
    String take(
            @PathVariable UUID caseId,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer dispatch,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        ResidentCases.requireOwn(caseId, caller);
        ResidentStep step = step(name, dispatch);
        boolean files = step.withFiles()
                && String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        Sent sent = files ? withFiles(request, mark, caller) : new Sent(parameters, List.of(), NotTaken.NOTHING, mark);
        step.fill(sent.said());
        Outcome outcome = sent.not().wrong().isEmpty()
                ? taker.take(caseId, dispatch, step.name(), Rating.answers(sent.said()), sent.mark())
                : new Outcome(null, sent.not());
        Receipt receipt = outcome.receipt();
        if (receipt == null) {
            response.setStatus(422);
            return shown(caseId, step, dispatch, sent.said(), sent.tickets(), outcome.not(), caller, model);
        }
        next.addFlashAttribute("taken", step.name());
        next.addFlashAttribute("sent", step.name() + '-' + about(caseId, dispatch));
        next.addFlashAttribute(ResidentPages.WRITTEN, new NotOlderThan(receipt.caseId(), receipt.version()));
        return "redirect:" + ResidentCases.address(caseId);
    }

    private record Sent(MultiValueMap<String, String> said, List<String> tickets, NotTaken not, RequestMark mark) {}

    private Sent withFiles(HttpServletRequest request, RequestMark mark, Caller caller) {
        Files files = Files.of(uploads.sent(request, caller.id()));
        MultiValueMap<String, String> said = new LinkedMultiValueMap<>();
        files.said().forEach(said::add);
        said.put(RaiseForm.FILES, files.tickets());
        Problem refused = files.refused();
        String key = request.getParameter("key");
        return new Sent(
                said,
                files.tickets(),
                refused == null
                        ? NotTaken.NOTHING
                        : new NotTaken(Map.of(RaiseForm.FILES, taker.why(refused)), List.of()),
                key == null ? mark : marks.of(caller, key, request.getRequestURI(), files.mark("")));
    }

    /** The form of a step, or the question of the rating that comes next. */
    private String shown(
            UUID caseId,
            ResidentStep step,
            @Nullable Integer dispatch,
            MultiValueMap<String, String> said,
            List<String> kept,
            NotTaken not,
            Caller caller,
            Model model) {
        String address = ResidentCases.address(caseId);
        Form form = forms.form(
                        step.name(),
                        about(caseId, dispatch),
                        address + '/' + step.name() + (dispatch == null ? "" : "?dispatch=" + dispatch),
                        address,
                        said,
                        not,
                        caller)
                .without(step.notAsked());
        model.addAttribute("step", step);
        model.addAttribute("header", reader.header(caseId, caller, null));
        model.addAttribute("form", form);
        model.addAttribute("kept", kept);
        model.addAttribute("filesWrong", not.wrong().get(RaiseForm.FILES));
        if (step.name().equals(ResidentStep.RATE)) {
            model.addAttribute("rating", Rating.of(said));
            return RATING;
        }
        return STEP;
    }

    private static ResidentStep step(String name, @Nullable Integer dispatch) {
        return ResidentStep.of(name, dispatch != null).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()));
    }

    private static String about(UUID caseId, @Nullable Integer dispatch) {
        return dispatch == null ? caseId.toString() : caseId + "-" + dispatch;
    }

    /** Somebody else was faster, or the page is an old one. */
    private static String notNow(UUID caseId, RedirectAttributes next) {
        next.addFlashAttribute("notNow", true);
        return "redirect:" + ResidentCases.address(caseId);
    }
}
