package org.shaodao.casefile;

import static org.shaodao.casefile.CaseController.taken;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.casefile.CaseController.Taken;
import org.shaodao.web.RequestMark;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 延期. More time for a unit. */
@RestController
@Needs(Scope.EXTENSIONS)
@RequestMapping("/api/v1/cases/{caseId}/dispatches/{dispatch}")
@Tag(name = "cases")
class ExtensionController {
    private final CaseDesk desk;

    ExtensionController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/extension-requests")
    @Operation(operationId = "ask-extension", summary = "延期申请 Ask for more time")
    ResponseEntity<Taken> ask(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody ExtensionRequests.Ask request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/extension")
    @Operation(operationId = "decide-extension", summary = "延期审批 Grant more time, or deny it")
    ResponseEntity<Taken> decide(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody ExtensionRequests.Decide request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }
}
