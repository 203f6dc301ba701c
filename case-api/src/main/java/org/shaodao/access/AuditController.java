package org.shaodao.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shaodao.problem.OneLine;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What administrators did. */
@RestController
@Needs(Scope.ADMINISTRATION)
@RequestMapping("/api/v1/administration")
@PreAuthorize("hasAnyAuthority('ADMINISTRATOR', 'AUDITOR')")
@Tag(name = "administration", description = "管理: what administrators did, kept for ever")
class AuditController {
    private static final int MOST = 200;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    @Operation(operationId = "audit", summary = "What administrators did, the last act first")
    Audit.Page audit(
            @RequestParam(required = false) Audit.@Nullable Kind kind,
            @Parameter(description = "Id of the user or key it was done to")
                    @RequestParam(required = false)
                    @Nullable @OneLine
                    String subject,
            @Parameter(description = "What the one who acted was called then")
                    @RequestParam(required = false)
                    @Nullable @OneLine
                    String by,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return audit.page(new Audit.Sought(kind, subject, by), cursor, Math.clamp(limit, 1, MOST));
    }
}
