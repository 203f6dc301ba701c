package org.shaodao.attachments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.shaodao.access.Caller;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.attachments.Attachments.Uploaded;
import org.shaodao.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 上传附件. Files come before the step that refers to them, which names their tickets. */
@RestController
@PreAuthorize("hasAnyAuthority('RESIDENT', 'GRID_WORKER', 'COMMUNITY', 'STREET', 'UNIT', 'DISTRICT', 'OUTSIDE')")
@Tag(name = "attachments", description = "附件: photos, documents and sounds that come with a step")
class AttachmentController {
    private final UploadForms forms;

    AttachmentController(UploadForms forms) {
        this.forms = forms;
    }

    /** A file as a form sends it. */
    private interface FileForm {
        @Schema(type = "string", format = "binary")
        Object file();
    }

    /** The files of one form, in its order. */
    record Files(List<Uploaded> files) {}

    /** The second address is the one of the pages, with their session. */
    @Needs({Scope.RAISE, Scope.INTAKE, Scope.WORK, Scope.CLOSING, Scope.COMMITMENTS, Scope.SUPERVISION})
    @PostMapping({"/api/v1/attachments", "/attachments"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "upload",
            summary = "上传附件 Upload files for a step to come; unless one refers to them within a day they are gone",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = FileForm.class))))
    ResponseEntity<Files> upload(HttpServletRequest request, @AuthenticationPrincipal Caller caller) {
        List<Uploaded> files = forms.read(request, caller.id()).files();
        if (files.isEmpty()) {
            throw Problem.field("file", "needed");
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Files(files));
    }

    @Needs({Scope.RAISE, Scope.INTAKE, Scope.WORK, Scope.CLOSING, Scope.COMMITMENTS, Scope.SUPERVISION})
    @PostMapping("/api/v1/cases/{caseId}/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "upload-for-case",
            summary = "上传附件 The same for whoever holds the code of this case",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = FileForm.class))))
    ResponseEntity<Files> uploadForCase(
            @PathVariable UUID caseId, HttpServletRequest request, @AuthenticationPrincipal Caller caller) {
        return upload(request, caller);
    }
}
