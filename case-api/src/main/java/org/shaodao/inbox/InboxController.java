package org.shaodao.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.DispatchRole;
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

/** A unit's own inbox; district and auditor may look into any. */
@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "inbox", description = "收件箱: a unit's dispatches by tab")
class InboxController {
    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** A page of the inbox; {@code next} continues, the counts are of the whole inbox. */
    @Schema(name = "InboxPage")
    record Page(List<InboxRow> rows, @Nullable String next, InboxCounts counts) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('UNIT', 'DISTRICT', 'AUDITOR')")
    @Operation(operationId = "inbox", summary = "A page of one tab")
    Page page(
            @RequestParam(defaultValue = "TO_ACKNOWLEDGE") InboxTab tab,
            @Parameter(description = "Whose inbox; units leave it out")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String unit,
            @RequestParam(required = false) @Nullable DispatchRole role,
            @RequestParam(required = false) @OneLine @Nullable String category,
            @Parameter(description = "The unit's own name of the section that handles it")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String section,
            @Parameter(description = "The beginning of a case number or of a subject")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "Not older than version minVersion of this case")
                    @RequestParam(required = false)
                    @Nullable UUID minCase,
            @RequestParam(required = false) @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller) {
        String whose = caller.role() == Role.UNIT ? caller.unit() : unit;
        if (whose == null) {
            throw Problem.field("unit", "needed");
        }
        InboxPage page = inbox.page(
                new InboxQuery(
                        whose,
                        tab,
                        role,
                        category,
                        section,
                        search,
                        cursor == null ? null : InboxCursor.decode(cursor),
                        Math.clamp(limit, 1, InboxQuery.MOST)),
                minCase == null ? null : new NotOlderThan(minCase, Objects.requireNonNullElse(minVersion, 0L)));
        return new Page(page.rows(), page.next() == null ? null : page.next().encode(), page.counts());
    }
}
