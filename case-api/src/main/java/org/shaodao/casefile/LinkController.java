package org.shaodao.casefile;

import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.vault.RetrievalCodes;
import org.shaodao.web.RequestMark;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 并案拆单. Steps that a case takes together with another one. */
@RestController
@Needs(Scope.LINKS)
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "cases")
class LinkController {
    private final CaseDesk desk;
    private final RetrievalCodes codes;

    LinkController(CaseDesk desk, RetrievalCodes codes) {
        this.desk = desk;
        this.codes = codes;
    }

    @PostMapping("/merge-consents")
    @Operation(operationId = "consent-to-merge", summary = "同意并单 Let another street merge the case with its own")
    ResponseEntity<CaseController.Taken> consentToMerge(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.ConsentToMerge request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/merge")
    @Operation(operationId = "merge", summary = "并单 Let a duplicate join a surviving case")
    ResponseEntity<CaseController.Taken> merge(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.Merge request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/merge-undoing")
    @Operation(operationId = "undo-merge", summary = "拆并 Let a merged case go on alone")
    ResponseEntity<CaseController.Taken> undoMerge(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.UndoMerge request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/splits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "split", summary = "拆单 Let one matter of several become a case of its own")
    ResponseEntity<CaseController.Opened> split(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.Split request, RequestMark mark) {
        UUID part = mark.repeatable() ? UUID.fromString(mark.commandId()) : UuidCreator.getTimeOrderedEpoch();
        return CaseController.opened(desk.split(caseId, part, request, mark), codes);
    }

    @PostMapping("/links")
    @Operation(operationId = "link", summary = "关联 Link the case with another")
    ResponseEntity<CaseController.Taken> link(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.Link request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/joins")
    @Operation(operationId = "join", summary = "加入 Record that somebody else wants the same")
    ResponseEntity<CaseController.Taken> join(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.Join request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/duplicate-note")
    @Operation(operationId = "note-duplicate", summary = "登记为重复 Note that the matter is handled elsewhere already")
    ResponseEntity<CaseController.Taken> noteDuplicate(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.NoteDuplicate request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/outside-transfer")
    @Operation(operationId = "transfer-outside", summary = "转出 Give the case to somebody outside")
    ResponseEntity<CaseController.Taken> transferOutside(
            @PathVariable UUID caseId, @Valid @RequestBody LinkRequests.TransferOutside request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }
}
