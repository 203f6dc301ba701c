package org.shaodao.sla;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.documents.Documents;
import org.shaodao.documents.Registry;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Role;
import org.shaodao.history.CaseReader;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 指标: where does it burn? */
@Controller
@PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
class SlaPages {
    private static final int MONTHS = 13;
    private static final int WEEKS = 12;
    private static final int ROWS = 40;
    private static final int PLACES = 10;

    /** What stands above everything else, each with its line. */
    private static final List<Indicator> FIRST = List.of(
            Indicator.ACKNOWLEDGED_ON_TIME,
            Indicator.REPORTED_ON_TIME,
            Indicator.HANDLED_ON_TIME,
            Indicator.RESOLUTION_RATE);

    private final Figures figures;
    private final Documents documents;
    private final CaseReader reader;
    private final Yardsticks yardsticks;
    private final Clock clock;

    SlaPages(Figures figures, Documents documents, CaseReader reader, Yardsticks yardsticks, Clock clock) {
        this.figures = figures;
        this.documents = documents;
        this.reader = reader;
        this.yardsticks = yardsticks;
        this.clock = clock;
    }

    /**
     * What a page is about; every part may be left out.
     *
     * @param month the month; left out = this one
     * @param from first day, with the last one in place of a month
     * @param knownOn as known at the end of this day; left out = as known now, and frozen months as frozen
     */
    record Filter(
            @Nullable YearMonth month,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String street,
            @Nullable String unit,
            @Nullable String category,
            @Nullable LocalDate knownOn) {
        FigureRequest request(LocalDate today) {
            YearMonth of = month == null ? YearMonth.from(today) : month;
            return new FigureRequest(
                    from == null ? of.atDay(1) : from,
                    until == null ? of.atEndOfMonth() : until,
                    given(street),
                    given(unit),
                    given(category),
                    knownOn);
        }

        /** Every choice of a form that nobody made comes as an empty word. */
        private static @Nullable String given(@Nullable String choice) {
            return choice == null || choice.isBlank() ? null : choice;
        }
    }

    @GetMapping("/sla")
    String dashboard(
            Filter filter,
            @RequestParam(defaultValue = "4") String compare,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        FigureRequest request = filter.request(today());
        Figures.Indicators indicators = figures.indicators(request, null, caller);
        model.addAttribute("indicators", indicators.groups().getFirst().indicators());
        model.addAttribute("frozen", indicators.frozen());
        model.addAttribute("first", FIRST.stream().map(Indicator::number).toList());
        model.addAttribute("lines", lines(request, caller));
        model.addAttribute(
                "overdue",
                request.category() == null ? Bar.of(figures.overdue(alone(request), caller), today()) : List.of());
        Figures.Arrivals arrivals = figures.arrivals(request, caller);
        model.addAttribute("heat", HeatMap.of(arrivals.hours()));
        model.addAttribute("map", figures.map(request, arrivals, caller));
        model.addAttribute("most", PLACES);
        model.addAttribute("disputes", figures.disputes(request, caller));
        boolean all = caller.role() == Role.DISTRICT || caller.role() == Role.AUDITOR;
        model.addAttribute("all", all);
        if (all) {
            Indicator compared = indicator(compare);
            model.addAttribute("compare", compared.number());
            model.addAttribute("comparable", rates());
            model.addAttribute("units", Dot.of(figures.compared(compared, request, caller)));
        }
        return page("sla/sla", filter, request, caller, model, locale);
    }

    @GetMapping("/sla/{indicator}/cases")
    String cases(
            @PathVariable String indicator,
            @RequestParam(required = false) @Nullable Set<Result> result,
            @RequestParam(required = false) @Nullable String detail,
            @RequestParam(required = false) @Nullable String place,
            Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        FigureRequest request = filter.request(today());
        Indicator behind = indicator(indicator);
        model.addAttribute("indicator", behind.number());
        model.addAttribute("result", result);
        model.addAttribute("detail", detail);
        model.addAttribute("place", place);
        model.addAttribute("request", request);
        model.addAttribute(
                "row",
                figures.indicators(request, null, caller).groups().getFirst().indicators().stream()
                        .filter(row -> row.indicator().equals(behind.number()))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute(
                "page",
                figures.cases(
                        new Behind(behind, result, detail, place),
                        request,
                        cursor == null ? null : CountedCursor.decode(cursor),
                        ROWS,
                        caller));
        model.addAttribute(
                "results", FigureWords.results(result) + FigureWords.detail(detail) + FigureWords.place(place));
        model.addAttribute("cursor", cursor);
        return page("sla/cases", filter, request, caller, model, locale);
    }

    @GetMapping("/sla/signals")
    @PreAuthorize("hasAnyAuthority('DISTRICT', 'AUDITOR')")
    String signals(Filter filter, @AuthenticationPrincipal Caller caller, Model model, Locale locale) {
        FigureRequest request = filter.request(today());
        model.addAttribute("signals", figures.signals(request, caller));
        return page("sla/signals", filter, request, caller, model, locale);
    }

    private String page(
            String template, Filter filter, FigureRequest request, Caller caller, Model model, Locale locale) {
        Registry registry = documents.registry(clock.instant());
        List<Registry.Unit> units =
                registry.units().values().stream().filter(Registry.Unit::active).toList();
        YearMonth month = YearMonth.from(Objects.requireNonNull(request.from()));
        model.addAttribute("month", month);
        model.addAttribute(
                "months",
                Stream.iterate(YearMonth.from(today()), each -> each.minusMonths(1))
                        .limit(MONTHS)
                        .toList());
        model.addAttribute(
                "here", FigureWords.query(month, filter.street(), filter.unit(), filter.category(), filter.knownOn()));
        model.addAttribute("knownOn", filter.knownOn());
        model.addAttribute("street", filter.street());
        model.addAttribute("unit", filter.unit());
        model.addAttribute("category", filter.category());
        model.addAttribute(
                "streets",
                units.stream().filter(unit -> unit.kind() == UnitKind.STREET).toList());
        model.addAttribute(
                "offices",
                units.stream().filter(unit -> unit.kind() != UnitKind.STREET).toList());
        model.addAttribute("categories", registry.categories().values());
        model.addAttribute("role", caller.role());
        model.addAttribute("words", reader.words(locale));
        return template;
    }

    /** Twelve weeks to today by day; where only months can tell, there is no line. */
    private List<Line> lines(FigureRequest request, Caller caller) {
        if (request.category() != null || request.street() != null && request.unit() != null) {
            return List.of();
        }
        LocalDate from = Line.monday(today()).minusWeeks(WEEKS - 1);
        FigureRequest weeks = new FigureRequest(from, today(), request.street(), request.unit(), null, null);
        return figures.weeks(weeks, caller, FIRST);
    }

    /** Of the stock the whole is shown, not what fell due in the month. */
    private static FigureRequest alone(FigureRequest request) {
        return request.street() != null && request.unit() != null
                ? new FigureRequest(request.from(), request.until(), null, request.unit(), null, null)
                : request;
    }

    private static List<String> rates() {
        return Stream.of(Indicator.values())
                .filter(indicator -> indicator.shape() == Indicator.Shape.RATE)
                .map(Indicator::number)
                .toList();
    }

    private static Indicator indicator(String number) {
        return SlaController.indicator(number);
    }

    private LocalDate today() {
        return clock.instant().atZone(yardsticks.zone()).toLocalDate();
    }
}
