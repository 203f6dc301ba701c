package org.shaodao.clocks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which clocks a dispatch would start, before anybody is dispatched. */
@RestController
@RequestMapping("/api/v1/clocks")
@PreAuthorize("!hasAuthority('RESIDENT')")
@Tag(name = "clocks", description = "时限: how long everybody has, and why")
class ClockController {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private final ClockPreviews previews;
    private final Clock clock;

    ClockController(ClockPreviews previews, Clock clock) {
        this.previews = previews;
        this.clock = clock;
    }

    @GetMapping("/preview")
    @Operation(
            operationId = "preview-clocks",
            summary = "The clocks a dispatch of such a matter would start at a moment, with due instants and reasons,"
                    + " where the resident is known")
    ClockPreviews.Preview preview(
            @RequestParam String category,
            @RequestParam DemandKind kind,
            @RequestParam(defaultValue = "NORMAL") Urgency urgency,
            @RequestParam(required = false) @Nullable String whistleKind,
            @RequestParam(defaultValue = "LEAD") DispatchRole role,
            @RequestParam(required = false) @Nullable Instant at,
            @Parameter(description = "The time a whistle appoints for reporting; left out = at once")
                    @RequestParam(required = false)
                    @Nullable Instant reportAt,
            @Parameter(description = "Another policy pack as id/version, or as id for its version in force now")
                    @RequestParam(required = false)
                    @Nullable String pack,
            @Parameter(description = "Another calendar as id/version, or as id for its version in force now")
                    @RequestParam(required = false)
                    @Nullable String calendar,
            @Parameter(description = "By whose own calendar, where it has one; left out = the caller's")
                    @RequestParam(required = false)
                    @Nullable String street,
            Locale locale,
            @AuthenticationPrincipal Caller caller) {
        Instant now = clock.instant();
        Instant start = at == null ? now : at;
        if (start.isBefore(EARLIEST) || start.isAfter(now.plus(FARTHEST))) {
            throw Problem.field("at", "not-yet", EARLIEST, now.plus(FARTHEST));
        }
        return previews.of(
                new ClockPreviews.Matter(category, kind, urgency, whistleKind, role),
                start,
                reportAt,
                pack,
                calendar,
                street,
                caller.unit(),
                locale);
    }
}
