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

/** 吹哨、派单. Whom the street calls, or what it handles itself. */
@RestController
@Needs(Scope.CALLING)
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "cases")
class CallingController {
    private final CaseDesk desk;

    CallingController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/whistles")
    @Operation(operationId = "blow-whistle", summary = "吹哨 Call a lead and assisting units")
    ResponseEntity<Taken> blowWhistle(
            @PathVariable UUID caseId, @Valid @RequestBody CallingRequests.Whistle request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/dispatches")
    @Operation(operationId = "dispatch", summary = "直派 Dispatch one unit without a whistle")
    ResponseEntity<Taken> dispatch(
            @PathVariable UUID caseId, @Valid @RequestBody CallingRequests.Dispatch request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/whistles/{whistle}/units")
    @Operation(operationId = "add-unit", summary = "增派 Call one more unit to a whistle")
    ResponseEntity<Taken> addUnit(
            @PathVariable UUID caseId,
            @PathVariable int whistle,
            @Valid @RequestBody CallingRequests.AddUnit request,
            RequestMark mark) {
        return taken(desk.take(caseId, whistle, request, mark));
    }

    @PostMapping("/whistles/{whistle}/withdrawal")
    @Operation(operationId = "withdraw-whistle", summary = "撤哨 Take a whistle back")
    ResponseEntity<Taken> withdrawWhistle(
            @PathVariable UUID caseId,
            @PathVariable int whistle,
            @Valid @RequestBody CallingRequests.WithdrawWhistle request,
            RequestMark mark) {
        return taken(desk.take(caseId, whistle, request, mark));
    }

    @PostMapping("/lead")
    @Operation(operationId = "change-lead", summary = "变更主办 Give the lead to another unit")
    ResponseEntity<Taken> changeLead(
            @PathVariable UUID caseId, @Valid @RequestBody CallingRequests.ChangeLead request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/dispatches/{dispatch}/release")
    @Operation(operationId = "release", summary = "准予撤离 Let a whistled unit leave")
    ResponseEntity<Taken> release(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody CallingRequests.Release request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/dispatches/{dispatch}/unit-requests")
    @Operation(operationId = "ask-for-unit", summary = "请求增派 Ask the street to call another unit")
    ResponseEntity<Taken> askForUnit(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody CallingRequests.AskForUnit request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/street-call")
    @Operation(operationId = "call-street", summary = "社区呼叫 Ask the street for help")
    ResponseEntity<Taken> callStreet(
            @PathVariable UUID caseId, @Valid @RequestBody CallingRequests.CallStreet request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/own-work")
    @Operation(operationId = "handle-ourselves", summary = "自办 Handle the matter without calling anybody")
    ResponseEntity<Taken> handleOurselves(
            @PathVariable UUID caseId, @Valid @RequestBody CallingRequests.HandleOurselves request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
