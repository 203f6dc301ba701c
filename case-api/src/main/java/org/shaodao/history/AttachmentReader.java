package org.shaodao.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.shaodao.access.Caller;
import org.shaodao.attachments.Attachments;
import org.shaodao.fact.Attached;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.vault.Opened;
import org.shaodao.vault.Vault;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 查看附件. Gives a file to whoever may read what the event says to which it belongs. */
@RestController
@Tag(name = "attachments")
public class AttachmentReader {
    private final CaseReader cases;
    private final Attachments attachments;
    private final Vault vault;

    AttachmentReader(CaseReader cases, Attachments attachments, Vault vault) {
        this.cases = cases;
        this.attachments = attachments;
        this.vault = vault;
    }

    /** The second address is the one of the pages, with their session. */
    @GetMapping({"/api/v1/cases/{caseId}/attachments/{attachmentId}", "/cases/{caseId}/attachments/{attachmentId}"})
    @Operation(
            operationId = "attachment",
            summary = "查看附件 A file of a case; only pictures are shown in place, everything else is saved",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<InputStreamResource> read(
            @PathVariable UUID caseId, @PathVariable UUID attachmentId, @AuthenticationPrincipal Caller caller) {
        cases.header(caseId, caller, null);
        return give(
                caseId,
                attachments
                        .attached(caseId, attachmentId)
                        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()))
                        .file());
    }

    /** Gives a file to somebody of whom it is known that they may see it. */
    public ResponseEntity<InputStreamResource> give(UUID caseId, Attached file) {
        return switch (vault.open(file.key(), caseId, Attachments.label(file.id()))) {
            case Opened.Erased erased -> throw new Problem(ProblemCode.ATTACHMENT_ERASED, Map.of());
            case Opened.Words key -> answer(file, key.text());
        };
    }

    private ResponseEntity<InputStreamResource> answer(Attached file, String key) {
        boolean picture = file.mediaType().startsWith("image/");
        ContentDisposition disposition = (picture ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(Attachments.fileName(file))
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.bytes())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(attachments.open(file, key)));
    }
}
