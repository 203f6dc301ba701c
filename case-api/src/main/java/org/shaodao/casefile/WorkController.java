package org.shaodao.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** 办理. What a unit does with its dispatch. */
@RestController
@Needs(Scope.WORK)
@RequestMapping("/api/v1/cases/{caseId}/dispatches/{dispatch}")
@Tag(name = "cases")
class WorkController {
    private final CaseDesk desk;

    WorkController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/acknowledgement")
    @Operation(operationId = "acknowledge", summary = "签收 Acknowledge a dispatch")
    ResponseEntity<Taken> acknowledge(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @RequestBody(required = false) WorkRequests.@Nullable Acknowledge request,
            RequestMark mark) {
        WorkRequests.Acknowledge asked = request == null ? new WorkRequests.Acknowledge(null) : request;
        return CaseController.taken(desk.take(caseId, dispatch, asked, mark));
    }

    @PostMapping("/acceptance")
    @Operation(operationId = "accept", summary = "接受 Accept a dispatch, naming the handler")
    ResponseEntity<Taken> accept(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.Accept request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/assignments")
    @Operation(operationId = "assign-inside", summary = "内部分办 Give a dispatch to a section and handler within the unit")
    ResponseEntity<Taken> assignInside(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.AssignInside request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/contacts")
    @Operation(operationId = "contact", summary = "联系居民 Tell that the resident was contacted, or tried in vain")
    ResponseEntity<Taken> contact(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.Contact request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/arrivals")
    @Operation(operationId = "arrive", summary = "到场 Tell that the unit is there")
    ResponseEntity<Taken> arrive(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.Arrive request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/departures")
    @Operation(operationId = "leave", summary = "离场 Tell that the unit left")
    ResponseEntity<Taken> leave(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.Leave request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/late-entry-confirmations")
    @Operation(
            operationId = "confirm-late-entry",
            summary = "确认补录 Confirm a contact or an arrival that was entered late")
    ResponseEntity<Taken> confirmLateEntry(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.ConfirmLateEntry request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/questions")
    @Operation(operationId = "ask-particulars", summary = "请求补充 Ask for particulars")
    ResponseEntity<Taken> askParticulars(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.AskParticulars request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/answers")
    @Operation(operationId = "answer-particulars", summary = "补充答复 Tell a unit the particulars it asked for")
    ResponseEntity<Taken> answerParticulars(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.AnswerParticulars request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/replies")
    @Operation(operationId = "reply", summary = "答复 Reply, for now or finally")
    ResponseEntity<Taken> reply(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody WorkRequests.Reply request,
            RequestMark mark) {
        return CaseController.taken(desk.take(caseId, dispatch, request, mark));
    }
}
