package org.shaodao.casefile;

import static org.shaodao.casefile.CaseController.taken;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.web.RequestMark;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 派单异议. The steps of a dispute about who must act. */
@RestController
@Needs(Scope.DISPUTES)
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "cases")
class DisputeController {
    private static final String HAND_BACK = "/dispatches/{dispatch}/hand-back";

    private final CaseDesk desk;

    DisputeController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping(HAND_BACK)
    @Operation(
            operationId = "hand-back",
            summary = "退单 Hand a dispatch back; an attempt that comes too late is refused and kept in the case")
    ResponseEntity<CaseController.Taken> handBack(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody DisputeRequests.HandBack request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping(HAND_BACK + "/agreement")
    @Operation(operationId = "agree-to-hand-back", summary = "同意退单 Agree, and end the dispatch")
    ResponseEntity<CaseController.Taken> agree(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @RequestBody(required = false) DisputeRequests.@Nullable AgreeToHandBack request,
            RequestMark mark) {
        return taken(desk.take(
                caseId, dispatch, request == null ? new DisputeRequests.AgreeToHandBack(null) : request, mark));
    }

    @PostMapping(HAND_BACK + "/refusal")
    @Operation(operationId = "refuse-hand-back", summary = "不同意退单 Refuse; the district is to rule")
    ResponseEntity<CaseController.Taken> refuse(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody DisputeRequests.RefuseHandBack request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping(HAND_BACK + "/views")
    @Operation(operationId = "be-heard", summary = "陈述意见 Say what the suggested unit thinks of it")
    ResponseEntity<CaseController.Taken> beHeard(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody DisputeRequests.BeHeard request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping(HAND_BACK + "/ruling")
    @Operation(operationId = "rule-on-dispute", summary = "裁定 Say who must act, once and for all")
    ResponseEntity<CaseController.Taken> rule(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody DisputeRequests.RuleOnDispute request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/designation")
    @Operation(operationId = "designate", summary = "指定承办 Name the lead where no unit called was willing")
    ResponseEntity<CaseController.Taken> designate(
            @PathVariable UUID caseId, @Valid @RequestBody DisputeRequests.Designate request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
