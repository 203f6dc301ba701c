package org.shaodao.sla;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.problem.OneLine;
import org.shaodao.problem.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures: a street's and a unit's own, all of them for district and auditor. */
@RestController
@RequestMapping("/api/v1/sla")
@PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
@Tag(name = "sla", description = "指标: how the city keeps its promises, with the cases behind every number")
class SlaController {
    private static final int MOST = 200;

    private final Figures figures;

    SlaController(Figures figures) {
        this.figures = figures;
    }

    @GetMapping
    @Operation(operationId = "indicators", summary = "Every indicator of a place and time, told apart if asked for")
    Figures.Indicators indicators(
            @Valid @ParameterObject FigureRequest request,
            @RequestParam(required = false) @Nullable Grouping by,
            @AuthenticationPrincipal Caller caller) {
        return figures.indicators(request, by, caller);
    }

    @GetMapping("/{indicator}/cases")
    @Operation(operationId = "cases-behind", summary = "The cases behind an indicator, the latest first")
    Figures.CasesPage cases(
            @Parameter(description = "Its number, for example 3b") @PathVariable String indicator,
            @Parameter(description = "Only those that came out so; left out = the whole denominator")
                    @RequestParam(required = false)
                    @Nullable Set<Result> result,
            @Parameter(description = "Only those with this detail, for example a weekday and hour 1-09")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String detail,
            @Parameter(
                            description =
                                    "Of indicator 0 only demands raised in this place, or in one below it without an"
                                            + " outline of its own; what joined another case is left out")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String place,
            @Valid @ParameterObject FigureRequest request,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        return figures.cases(
                new Behind(indicator(indicator), result, detail, place),
                request,
                cursor == null ? null : CountedCursor.decode(cursor),
                Math.clamp(limit, 1, MOST),
                caller);
    }

    @GetMapping("/{indicator}/units")
    @PreAuthorize("hasAnyAuthority('DISTRICT', 'AUDITOR')")
    @Operation(
            operationId = "compare-units",
            summary = "Units side by side: observed over what the city would show with the same matters")
    List<Comparison.Compared> units(
            @PathVariable String indicator,
            @Valid @ParameterObject FigureRequest request,
            @AuthenticationPrincipal Caller caller) {
        return figures.compared(indicator(indicator), request, caller);
    }

    @GetMapping("/overdue")
    @Operation(operationId = "overdue-stock", summary = "超期存量 Running clocks past due, by age and kind")
    List<OverdueStock.Age> overdue(
            @Valid @ParameterObject FigureRequest request, @AuthenticationPrincipal Caller caller) {
        return figures.overdue(request, caller);
    }

    @GetMapping("/arrivals")
    @Operation(operationId = "arrivals", summary = "来件热力 Demands by weekday and hour, and by place")
    Figures.Arrivals arrivals(@Valid @ParameterObject FigureRequest request, @AuthenticationPrincipal Caller caller) {
        return figures.arrivals(request, caller);
    }

    @GetMapping("/disputes")
    @Operation(operationId = "dispute-statistics", summary = "派单异议 By ground, and by the unit suggested instead")
    Figures.DisputeStatistics disputes(
            @Valid @ParameterObject FigureRequest request, @AuthenticationPrincipal Caller caller) {
        return figures.disputes(request, caller);
    }

    @GetMapping("/signals")
    @PreAuthorize("hasAnyAuthority('DISTRICT', 'AUDITOR')")
    @Operation(
            operationId = "signals",
            summary = "数据异常 What a person should look at, by unit: signals, never a penalty by themselves")
    List<Figures.Signals> signals(
            @Valid @ParameterObject FigureRequest request, @AuthenticationPrincipal Caller caller) {
        return figures.signals(request, caller);
    }

    /** The indicator of this number; a number that there is not is a wrong field. */
    static Indicator indicator(String number) {
        for (Indicator indicator : Indicator.values()) {
            if (indicator.number().equals(number)) {
                return indicator;
            }
        }
        throw Problem.field("indicator", "unknown");
    }
}
