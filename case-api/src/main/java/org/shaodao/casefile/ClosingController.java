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

/** 核验、结案. How finished work is judged and a case ends. */
@RestController
@Needs(Scope.CLOSING)
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "cases")
class ClosingController {
    private final CaseDesk desk;

    ClosingController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/spot-check-requests")
    @Operation(operationId = "ask-spot-check", summary = "请求现场核查 Ask people on the spot to look at finished work")
    ResponseEntity<Taken> askSpotCheck(
            @PathVariable UUID caseId, @Valid @RequestBody ClosingRequests.AskSpotCheck request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/spot-checks")
    @Operation(operationId = "spot-check", summary = "现场核查 Say what was seen on the spot")
    ResponseEntity<Taken> spotCheck(
            @PathVariable UUID caseId, @Valid @RequestBody ClosingRequests.SpotCheck request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/dispatches/{dispatch}/rework")
    @Operation(operationId = "order-rework", summary = "重办 Send a unit's finished work back")
    ResponseEntity<Taken> orderRework(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody ClosingRequests.Rework request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/verification")
    @Operation(operationId = "verify", summary = "核验 Find the work of all units done")
    ResponseEntity<Taken> verify(
            @PathVariable UUID caseId, @Valid @RequestBody ClosingRequests.Verify request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/objections")
    @Operation(operationId = "raise-objection", summary = "办结异议 Object to the finding that the work is done")
    ResponseEntity<Taken> raiseObjection(
            @PathVariable UUID caseId, @Valid @RequestBody ClosingRequests.RaiseObjection request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/objection-answer")
    @Operation(operationId = "answer-objection", summary = "异议答复 Decide upon an objection")
    ResponseEntity<Taken> answerObjection(
            @PathVariable UUID caseId, @Valid @RequestBody ClosingRequests.AnswerObjection request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/closure")
    @Operation(operationId = "close", summary = "结案 Close a verified case")
    ResponseEntity<Taken> close(
            @PathVariable UUID caseId, @Valid @RequestBody ClosingRequests.Close request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/reopening")
    @Operation(operationId = "reopen", summary = "重新打开 Go on with a closed case")
    ResponseEntity<Taken> reopen(
            @PathVariable UUID caseId, @Valid @RequestBody ClosingRequests.Reopen request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
