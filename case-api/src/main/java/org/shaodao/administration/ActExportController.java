package org.shaodao.administration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Audit;
import org.shaodao.access.Caller;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.problem.OneLine;
import org.shaodao.web.FileFormat;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What administrators did, to take away. */
@RestController
@Needs(Scope.ADMINISTRATION)
@RequestMapping("/api/v1/administration/audit/export")
@PreAuthorize("hasAnyAuthority('ADMINISTRATOR', 'AUDITOR')")
@Tag(name = "administration")
class ActExportController {
    private final ActExport export;

    ActExportController(ActExport export) {
        this.export = export;
    }

    @GetMapping
    @Operation(
            operationId = "export-audit",
            summary = "导出管理记录 What administrators did, the last act first, as a file",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file: JSON, or CSV with a byte order mark and no cell that is a formula",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = ActExport.Acts.class)),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    void export(
            @RequestParam FileFormat format,
            @RequestParam(required = false) Audit.@Nullable Kind kind,
            @Parameter(description = "Id of the user or key it was done to")
                    @RequestParam(required = false)
                    @Nullable @OneLine
                    String subject,
            @Parameter(description = "What the one who acted was called then")
                    @RequestParam(required = false)
                    @Nullable @OneLine
                    String by,
            @AuthenticationPrincipal Caller caller,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        export.write(new Audit.Sought(kind, subject, by), format, caller, locale, response);
    }
}
