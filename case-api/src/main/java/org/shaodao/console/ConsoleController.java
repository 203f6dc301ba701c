package org.shaodao.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.Role;
import org.shaodao.problem.OneLine;
import org.shaodao.problem.Problem;
import org.shaodao.view.NotOlderThan;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A street's own desk; district and auditor may look at any, and at what waits for the district. */
@RestController
@RequestMapping("/api/v1/console")
@PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT', 'AUDITOR')")
@Tag(name = "console", description = "街道工作台: what waits for the street or the district, and who has not come")
class ConsoleController {
    private static final String WHOSE = "Whose desk; streets leave it out";

    private final Console console;
    private final Clock clock;

    ConsoleController(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** A page of a desk; {@code next} continues, the counts are of the whole desk. */
    @Schema(name = "ConsolePage")
    record Page(List<ConsoleRow> rows, @Nullable String next, Map<ConsoleTab, Long> counts) {}

    @GetMapping
    @Operation(
            operationId = "console",
            summary = "A page of one tab: of a street, or without one what waits for the district")
    Page page(
            @RequestParam(defaultValue = "NOT_COME") ConsoleTab tab,
            @Parameter(description = WHOSE) @RequestParam(required = false) @OneLine @Nullable String street,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "Not older than version minVersion of this case")
                    @RequestParam(required = false)
                    @Nullable UUID minCase,
            @RequestParam(required = false) @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller) {
        ConsolePage page = console.page(
                new ConsoleQuery(
                        whose(street, caller),
                        tab,
                        cursor == null ? null : ConsoleCursor.decode(cursor),
                        Math.clamp(limit, 1, ConsoleQuery.MOST)),
                minCase == null ? null : new NotOlderThan(minCase, Objects.requireNonNullElse(minVersion, 0L)));
        return new Page(page.rows(), page.next() == null ? null : page.next().encode(), page.counts());
    }

    @GetMapping("/morning-sheet")
    @Operation(
            operationId = "morning-sheet",
            summary = "晨会单 What falls due today, who has not come, and what nobody has moved on by tomorrow")
    MorningSheet morningSheet(
            @Parameter(description = WHOSE) @RequestParam(required = false) @OneLine @Nullable String street,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        String whose = whose(street, caller);
        if (whose == null) {
            throw Problem.field("street", "needed");
        }
        return console.morningSheet(whose, clock.instant(), Math.clamp(limit, 1, ConsoleQuery.MOST));
    }

    static @Nullable String whose(@Nullable String street, Caller caller) {
        return caller.role() == Role.STREET ? caller.unit() : street;
    }
}
