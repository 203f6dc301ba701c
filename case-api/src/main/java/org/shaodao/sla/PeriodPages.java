package org.shaodao.sla;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.parts.Field;
import org.shaodao.parts.Form;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.web.RequestMark;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 统计期: which months' figures stay as they are? */
@Controller
@RequestMapping("/sla/periods")
@PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
class PeriodPages {
    private static final String PAGE = "sla/periods";
    private static final int MONTHS = 13;

    private final Periods periods;
    private final ProblemAnswers answers;
    private final MessageSource messages;

    PeriodPages(Periods periods, ProblemAnswers answers, MessageSource messages) {
        this.periods = periods;
        this.answers = answers;
        this.messages = messages;
    }

    /** A month, and what it is frozen as; {@code period} is null where its figures still move. */
    record Line(YearMonth month, Periods.@Nullable Period period) {}

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable YearMonth month,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        return page(month, Map.of(), Map.of(), List.of(), caller, model, locale);
    }

    @PostMapping("/{month}")
    @PreAuthorize("hasAuthority('DISTRICT')")
    String freeze(
            @PathVariable YearMonth month,
            @RequestParam(defaultValue = "") String knownOn,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller,
            RequestMark mark,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Map<String, String> wrong = new HashMap<>();
        List<String> problems = List.of();
        try {
            periods.freeze(month, LocalDate.parse(knownOn), reason, mark);
            return "redirect:/sla/periods";
        } catch (DateTimeException e) {
            wrong.put("knownOn", say("field.date", locale));
        } catch (Refused e) {
            problems = List.of(answers.sentence(e.refusal()));
        } catch (Problem e) {
            e.fields()
                    .forEach(field ->
                            wrong.put(field.field(), answers.said(field).message()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(month, Map.of("knownOn", knownOn, "reason", reason), wrong, problems, caller, model, locale);
    }

    private String page(
            @Nullable YearMonth month,
            Map<String, String> said,
            Map<String, String> wrong,
            List<String> problems,
            Caller caller,
            Model model,
            Locale locale) {
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
            boolean again = frozen.containsKey(month);
            model.addAttribute("form", form(month, again, yesterday, said, wrong, problems, locale));
        }
        return PAGE;
    }

    private Form form(
            YearMonth month,
            boolean again,
            LocalDate yesterday,
            Map<String, String> said,
            Map<String, String> wrong,
            List<String> problems,
            Locale locale) {
        return new Form(
                "freeze-" + month,
                "/sla/periods/" + month,
                UuidCreator.getTimeOrderedEpoch().toString(),
                say(again ? "sla.periods.correct" : "sla.periods.freeze", locale, month),
                true,
                say("sla.periods.effect", locale),
                "/sla/periods",
                List.of(
                        field(
                                "knownOn",
                                Field.Kind.DAY,
                                true,
                                said.getOrDefault("knownOn", yesterday.toString()),
                                wrong,
                                locale),
                        field("reason", Field.Kind.TEXT, again, said.getOrDefault("reason", ""), wrong, locale)),
                Stream.concat(problems.stream(), Stream.ofNullable(wrong.get("month")))
                        .toList());
    }

    private Field field(
            String name, Field.Kind kind, boolean needed, String value, Map<String, String> wrong, Locale locale) {
        return new Field(
                name,
                kind,
                say("sla.periods." + name, locale),
                needed,
                kind == Field.Kind.TEXT ? 1000 : null,
                say("sla.periods." + name + ".hint", locale),
                List.of(),
                List.of(value),
                wrong.get(name));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
