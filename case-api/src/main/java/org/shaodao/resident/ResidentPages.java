package org.shaodao.resident;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.CodeDoor;
import org.shaodao.access.ResidentSessions;
import org.shaodao.attachments.Attachments;
import org.shaodao.fact.StoredAs;
import org.shaodao.history.AttachmentReader;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader;
import org.shaodao.history.CaseSearch;
import org.shaodao.history.Histories;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.view.NotOlderThan;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 居民页: who has it, until when, what next? Entered with the number and the code of the case. */
@Controller
class ResidentPages {
    static final String DOOR = "resident/door";
    static final String WRITTEN = "written";

    private static final UUID NO_CASE = UUID.fromString("5ba0da00-0000-5000-8000-000000000003");
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2,4})(\\d{4})(\\d{6,12})(\\d)");
    private static final int LONGEST = 100;

    private final CodeDoor door;
    private final ResidentCases cases;
    private final CaseReader reader;
    private final Histories histories;
    private final Attachments attachments;
    private final AttachmentReader files;

    ResidentPages(
            CodeDoor door,
            ResidentCases cases,
            CaseReader reader,
            Histories histories,
            Attachments attachments,
            AttachmentReader files) {
        this.door = door;
        this.cases = cases;
        this.reader = reader;
        this.histories = histories;
        this.attachments = attachments;
        this.files = files;
    }

    @GetMapping("/resident")
    String door() {
        return DOOR;
    }

    @GetMapping("/resident/sign-in")
    String doorAgain() {
        return "redirect:/resident";
    }

    /** @param to the page that was asked for before; none but those of the case that is entered */
    @PostMapping("/resident/sign-in")
    String enter(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        UUID caseId = caseOf(number);
        return switch (door.knock(caseId, shortened(code), request.getRemoteAddr())) {
            case CodeDoor.Answer.Open(Caller resident) -> {
                ResidentSessions.begin(caseId, request, response);
                yield "redirect:" + (to != null && leadsInto(caseId, to) ? to : ResidentCases.address(caseId));
            }
            case CodeDoor.Answer.Wrong() ->
                refused(number, to, null, HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            case CodeDoor.Answer.Deaf(Instant heardAt) ->
                refused(number, to, heardAt, HttpStatus.TOO_MANY_REQUESTS, response, model);
        };
    }

    private static String refused(
            String number,
            @Nullable String to,
            @Nullable Instant heardAt,
            HttpStatus status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("wrong", heardAt == null);
        model.addAttribute("heardAt", heardAt);
        model.addAttribute("number", shortened(number));
        model.addAttribute("to", to);
        return DOOR;
    }

    /** A number that nobody has is tried like a wrong code of one that somebody has. */
    private UUID caseOf(String said) {
        String plain = Normalizer.normalize(shortened(said), Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
        Matcher parts = NUMBER.matcher(plain);
        String number = parts.matches()
                ? String.join("-", parts.group(1), parts.group(2), parts.group(3), parts.group(4))
                : plain;
        return histories
                .search(new CaseSearch(number, null, null, null, null, null, null, null), null, 2)
                .cases()
                .stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .map(CaseHeader::caseId)
                .orElseGet(() -> UuidCreator.getNameBasedSha1(NO_CASE, number));
    }

    private static String shortened(String said) {
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }

    private static boolean leadsInto(UUID caseId, String to) {
        String address = ResidentCases.address(caseId);
        return to.equals(address)
                || ResidentStep.names().anyMatch(step -> to.equals(address + '/' + step))
                || to.equals(address + "/rate");
    }

    @PostMapping("/resident/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        ResidentSessions.end(request, response);
        return "redirect:/resident?out";
    }

    @GetMapping("/resident/cases/{caseId}")
    String one(@PathVariable UUID caseId, @AuthenticationPrincipal Caller caller, Model model, Locale locale) {
        ResidentCases.requireOwn(caseId, caller);
        NotOlderThan written = model.getAttribute(WRITTEN) instanceof NotOlderThan version ? version : null;
        model.addAttribute("one", cases.of(caseId, caller, written, locale));
        model.addAttribute("words", reader.words(locale));
        return "resident/case";
    }

    /** A file that the resident sent, or that came with an answer to them. */
    @GetMapping("/resident/cases/{caseId}/attachments/{file}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable UUID caseId, @PathVariable UUID file, @AuthenticationPrincipal Caller caller) {
        ResidentCases.requireOwn(caseId, caller);
        return attachments
                .attached(caseId, file)
                .filter(found -> Story.showsFiles(
                        found.event().getClass().getAnnotation(StoredAs.class).value(),
                        found.event().by(),
                        caller))
                .map(found -> files.give(caseId, found.file()))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()));
    }
}
