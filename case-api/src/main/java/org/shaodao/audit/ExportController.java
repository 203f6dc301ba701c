package org.shaodao.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.web.FileFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Histories to take away. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/history/export")
@Tag(name = "cases")
class ExportController {
    private final Taken taken;

    ExportController(Taken taken) {
        this.taken = taken;
    }

    @GetMapping
    @Operation(
            operationId = "export-history",
            summary = "导出经过 The whole history with both times, what changed and by which documents, as a file",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file: JSON, or CSV with a byte order mark and no cell that is a formula",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = HistoryExport.History.class)),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    ResponseEntity<byte[]> export(
            @PathVariable UUID caseId,
            @RequestParam FileFormat format,
            @Parameter(description = "Not older than this version: waits for it a moment")
                    @RequestParam(required = false)
                    @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return taken.file(caseId, format, minVersion, caller, locale);
    }
}
