package org.shaodao.sla;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.problem.OneLine;
import org.shaodao.web.RequestMark;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Months whose figures are frozen: the district freezes and corrects, whoever reads figures sees it. */
@RestController
@RequestMapping("/api/v1/sla/periods")
@Tag(name = "sla")
class PeriodController {
    private final Periods periods;

    PeriodController(Periods periods) {
        this.periods = periods;
    }

    /**
     * What a month is frozen as.
     *
     * @param knownOn its figures stay as known at the end of this day: not before the month's last, and over
     * @param reason why, in words without personal data; needed for a correction
     */
    record Freeze(
            @NotNull LocalDate knownOn,
            @Nullable @OneLine @Size(max = 300) String reason) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
    @Operation(operationId = "reporting-periods", summary = "统计期 Every frozen month, the latest first")
    List<Periods.Period> all() {
        return periods.all();
    }

    @PutMapping("/{month}")
    @Needs(Scope.APPRAISAL)
    @PreAuthorize("hasAuthority('DISTRICT')")
    @Operation(
            operationId = "freeze-period",
            summary = "冻结、更正 Freeze the figures of a month that is over, or correct what is frozen")
    Periods.Period freeze(
            @Parameter(description = "For example 2026-10") @PathVariable YearMonth month,
            @Valid @RequestBody Freeze freeze,
            RequestMark mark) {
        return periods.freeze(month, freeze.knownOn(), freeze.reason(), mark);
    }
}
