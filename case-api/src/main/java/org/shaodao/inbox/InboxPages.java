package org.shaodao.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.Receipt;
import org.shaodao.fact.Refused;
import org.shaodao.history.CaseReader;
import org.shaodao.history.Words;
import org.shaodao.inbox.InboxDetails.Attempt;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.parts.StepTaker;
import org.shaodao.parts.StepTaker.Outcome;
import org.shaodao.view.NotOlderThan;
import org.shaodao.web.RequestMark;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 收件箱: what must I do now? */
@Controller
@PreAuthorize("hasAuthority('UNIT')")
class InboxPages {
    private static final int ROWS = 40;
    private static final String ASK = "ask";

    /** Says that only a part of the page is asked for, and which. */
    private static final String PART = "HX-Target";

    private static final Attempt NOTHING_TRIED = new Attempt(new LinkedMultiValueMap<>(), NotTaken.NOTHING, null, null);

    private final Inbox inbox;
    private final InboxDetails details;
    private final StepTaker taker;
    private final CaseReader reader;
    private final InboxTabs tabs;

    InboxPages(Inbox inbox, InboxDetails details, StepTaker taker, CaseReader reader, InboxTabs tabs) {
        this.inbox = inbox;
        this.details = details;
        this.taker = taker;
        this.reader = reader;
        this.tabs = tabs;
    }

    @ModelAttribute(ASK)
    InboxAsk ask(
            @RequestParam(defaultValue = "TO_ACKNOWLEDGE") InboxTab tab,
            @RequestParam(name = "duty", required = false) @Nullable DispatchRole role,
            @RequestParam(name = "matter", required = false) @Nullable String category,
            @RequestParam(name = "desk", required = false) @Nullable String section,
            @RequestParam(name = "find", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(required = false) @Nullable String form) {
        return new InboxAsk(tab, role, category, section, search, cursor, open, form);
    }

    @GetMapping("/inbox")
    String inbox(
            @ModelAttribute(name = ASK, binding = false) InboxAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        Words words = reader.words(locale);
        model.addAttribute("words", words);
        if (ask.open() != null) {
            Opened opened = Opened.read(ask.open());
            model.addAttribute(
                    "detail", details.of(opened.caseId(), opened.dispatch(), ask, null, NOTHING_TRIED, caller, words));
        }
        if ("detail".equals(part)) {
            return "inbox/detail :: detail";
        }
        list(ask, null, caller, model);
        return "list".equals(part) ? "inbox/list :: list" : "inbox/inbox";
    }

    /** What became of one case in the reader's inbox, for a page that heard of it. */
    @GetMapping("/inbox/rows/{caseId}")
    String rows(
            @PathVariable UUID caseId,
            @ModelAttribute(name = ASK, binding = false) InboxAsk ask,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        String unit = unit(caller);
        model.addAttribute("words", reader.words(locale));
        model.addAttribute(
                "tabs", tabs.of(ask, inbox.page(ask.query(unit, 1), null).counts()));
        model.addAttribute(
                "rows",
                inbox.rows(caseId, unit, null).stream()
                        .map(row -> ShownRow.of(row, ask, inbox.isIn(ask.tab(), row) && tabs.fits(ask, row)))
                        .toList());
        return "inbox/list :: rows";
    }

    @PostMapping("/inbox/{caseId}/{dispatch}/{step}")
    String take(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable Long seen,
            @RequestParam MultiValueMap<String, String> said,
            @ModelAttribute(name = ASK, binding = false) InboxAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Outcome outcome = taker.take(caseId, dispatch, step, said, mark);
        Words words = reader.words(locale);
        InboxAsk back = ask.opening(caseId + "." + dispatch, null);
        Receipt receipt = outcome.receipt();
        boolean taken = receipt != null;
        if (taken && part == null) {
            return "redirect:" + back.at("/inbox");
        }
        Attempt attempt = taken
                ? new Attempt(new LinkedMultiValueMap<>(), NotTaken.NOTHING, null, step)
                : new Attempt(said, outcome.not(), Objects.requireNonNullElse(seen, Long.MAX_VALUE), null);
        model.addAttribute("words", words);
        model.addAttribute(
                "detail",
                details.of(
                        caseId,
                        dispatch,
                        taken ? back : ask.opening(caseId + "." + dispatch, step),
                        receipt == null ? null : receipt.version(),
                        attempt,
                        caller,
                        words));
        if (taken) {
            response.setHeader("HX-Push-Url", back.at("/inbox"));
            response.setHeader("HX-Trigger", "desk-changed");
        } else {
            response.setStatus(422);
        }
        if (part != null) {
            return "inbox/detail :: detail";
        }
        list(ask, null, caller, model);
        return "inbox/inbox";
    }

    /** Several at once; each is acknowledged, or said why not. */
    @PostMapping("/inbox/acknowledgements")
    String acknowledge(
            @RequestParam(required = false) @Nullable String[] pick,
            @ModelAttribute(name = ASK, binding = false) InboxAsk ask,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            Model model,
            Locale locale) {
        NotOlderThan last = null;
        int done = 0;
        var not = new LinkedMultiValueMap<String, String>();
        for (String one : pick == null ? new String[0] : pick) {
            Opened opened = Opened.read(one);
            Outcome outcome =
                    taker.take(opened.caseId(), opened.dispatch(), ShownRow.AT_ONCE, new LinkedMultiValueMap<>(), mark);
            if (outcome.receipt() == null) {
                outcome.not().problems().forEach(problem -> not.add(problem, one));
            } else {
                done++;
                last = new NotOlderThan(opened.caseId(), outcome.receipt().version());
            }
        }
        model.addAttribute("acknowledged", done);
        model.addAttribute("refused", not);
        model.addAttribute("words", reader.words(locale));
        list(ask.opening(null, null), last, caller, model);
        return "inbox/inbox";
    }

    private void list(InboxAsk ask, @Nullable NotOlderThan minimum, Caller caller, Model model) {
        InboxPage page = inbox.page(ask.query(unit(caller), ROWS), minimum);
        model.addAttribute("page", page);
        model.addAttribute("tabs", tabs.of(ask, page.counts()));
        model.addAttribute("categories", tabs.categories());
        model.addAttribute(
                "rows",
                page.rows().stream().map(row -> ShownRow.of(row, ask, true)).toList());
        model.addAttribute("first", ask.from(null).at("/inbox"));
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : ask.from(page.next().encode()).opening(null, null).at("/inbox"));
        model.addAttribute("csv", ask.from(null).opening(null, null).at("/inbox.csv"));
    }

    static String unit(Caller caller) {
        return Objects.requireNonNull(caller.unit());
    }

    /** A dispatch as addresses and check boxes name it. */
    private record Opened(UUID caseId, int dispatch) {
        static Opened read(String text) {
            int dot = text.indexOf('.');
            try {
                return new Opened(UUID.fromString(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Refused(new CaseRefusal.UnknownCase());
            }
        }
    }
}
