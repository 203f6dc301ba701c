package org.shaodao.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.console.DeskCases.Attempt;
import org.shaodao.history.CaseReader;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.parts.StepTaker;
import org.shaodao.parts.StepTaker.Outcome;
import org.shaodao.parts.Tab;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.view.NotOlderThan;
import org.shaodao.web.RequestMark;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What the desks of a street and of the district have in common: a list of what waits, a case beside it, its steps. */
@Component
public class Desk {
    private static final int ROWS = 40;

    /** What a street never waits for, and the district only for what it runs or decides itself. */
    private static final Set<ConsoleTab> OF_THE_DISTRICT = EnumSet.of(ConsoleTab.RULINGS, ConsoleTab.DESIGNATIONS);

    private static final List<ConsoleTab> OF_EVERY_DISTRICT =
            List.of(ConsoleTab.RULINGS, ConsoleTab.DESIGNATIONS, ConsoleTab.DECISIONS);

    private final Console console;
    private final DeskCases cases;
    private final StepTaker taker;
    private final CaseReader reader;
    private final MessageSource messages;

    Desk(Console console, DeskCases cases, StepTaker taker, CaseReader reader, MessageSource messages) {
        this.console = console;
        this.cases = cases;
        this.taker = taker;
        this.reader = reader;
        this.messages = messages;
    }

    /**
     * Shows a desk.
     *
     * @param part the id of the element that is asked for; null = the whole page
     */
    public String show(DeskAsk ask, @Nullable String part, String page, Caller caller, Model model, Locale locale) {
        UUID open = ask.open();
        model.addAttribute("ask", ask);
        model.addAttribute("words", reader.words(locale));
        if ("list".equals(part)) {
            list(ask, null, caller, model, locale);
            return "console/list :: list";
        }
        if (open != null) {
            model.addAttribute("detail", cases.of(open, ask, Attempt.NONE, caller, locale));
        }
        if ("detail".equals(part)) {
            return "console/detail :: detail";
        }
        list(ask, null, caller, model, locale);
        return page;
    }

    /** Takes a step, and shows what became of it. */
    public String take(
            DeskAsk ask,
            MultiValueMap<String, String> said,
            @Nullable String part,
            String page,
            Caller caller,
            RequestMark mark,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        UUID caseId = Objects.requireNonNull(ask.open());
        String step = Objects.requireNonNull(ask.form());
        if (DeskStep.isIncomplete(step, ask.about())) {
            throw new Problem(ProblemCode.NOT_FOUND, Map.of());
        }
        MultiValueMap<String, String> told = new LinkedMultiValueMap<>(said);
        boolean ofTheCase = step.equals(DeskStep.SUPERVISE);
        if (ask.person() != null) {
            told.set("complainant", ask.person().toString());
        }
        if (ofTheCase && ask.about() != null) {
            told.set("dispatch", ask.about().toString());
        }
        Outcome outcome = taker.take(caseId, ofTheCase ? null : ask.about(), step, told, mark);
        var receipt = outcome.receipt();
        DeskAsk now = receipt == null ? ask : ask.opening(caseId);
        if (receipt != null && part == null) {
            return "redirect:" + now.at();
        }
        Attempt attempt = receipt == null
                ? new Attempt(said, outcome.not(), null, null)
                : new Attempt(null, NotTaken.NOTHING, DeskCases.formOf(ask), receipt.version());
        model.addAttribute("ask", now);
        model.addAttribute("words", reader.words(locale));
        model.addAttribute("detail", cases.of(caseId, now, attempt, caller, locale));
        if (receipt == null) {
            response.setStatus(422);
            if (part != null) {
                return "console/detail :: detail";
            }
            list(ask, null, caller, model, locale);
            return page;
        }
        response.setHeader("HX-Push-Url", now.at());
        list(now, new NotOlderThan(caseId, receipt.version()), caller, model, locale);
        return "console/detail :: taken";
    }

    private void list(DeskAsk ask, @Nullable NotOlderThan minimum, Caller caller, Model model, Locale locale) {
        ConsolePage page = console.page(
                new ConsoleQuery(
                        ask.street(),
                        ask.tab(),
                        ask.cursor() == null ? null : ConsoleCursor.decode(ask.cursor()),
                        ROWS),
                minimum);
        model.addAttribute("page", page);
        model.addAttribute("calls", Call.of(page.rows(), ask, caller));
        model.addAttribute("tabs", tabs(ask, page, locale));
        model.addAttribute("first", ask.from(null).at());
        model.addAttribute(
                "next",
                page.next() == null ? null : ask.from(page.next().encode()).at());
    }

    private List<Tab> tabs(DeskAsk ask, ConsolePage page, Locale locale) {
        return Arrays.stream(ConsoleTab.values())
                .filter(tab -> ask.street() == null
                        ? OF_EVERY_DISTRICT.contains(tab) || page.counts().containsKey(tab) || tab == ask.tab()
                        : !OF_THE_DISTRICT.contains(tab))
                .map(tab -> new Tab(
                        messages.getMessage("console.tab." + tab, null, locale),
                        ask.in(tab).at(),
                        tab == ask.tab(),
                        tab == ConsoleTab.CLOSED ? null : page.counts().getOrDefault(tab, 0L),
                        tab == ConsoleTab.NOT_COME ? "due" : null))
                .toList();
    }
}
