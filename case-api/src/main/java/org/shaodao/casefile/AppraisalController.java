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

/** 剔除、不合理诉求. The steps on how a demand counts, always of two persons. */
@RestController
@Needs(Scope.APPRAISAL)
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class AppraisalController {
    private final CaseDesk desk;

    AppraisalController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/{caseId}/exclusion")
    @Operation(operationId = "propose-exclusion", summary = "剔除申请 Propose to leave the case out of appraisal")
    ResponseEntity<Taken> proposeExclusion(
            @PathVariable UUID caseId,
            @Valid @RequestBody AppraisalRequests.ProposeExclusion request,
            RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/exclusion/decision")
    @Operation(operationId = "decide-exclusion", summary = "剔除审批 Agree to a proposed exclusion, or refuse it")
    ResponseEntity<Taken> decideExclusion(
            @PathVariable UUID caseId,
            @Valid @RequestBody AppraisalRequests.DecideExclusion request,
            RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/exclusion/withdrawal")
    @Operation(operationId = "withdraw-exclusion", summary = "撤回剔除 Take a proposal back, or correct an exclusion")
    ResponseEntity<Taken> withdrawExclusion(
            @PathVariable UUID caseId,
            @Valid @RequestBody AppraisalRequests.WithdrawExclusion request,
            RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/unreasonable-finding")
    @Operation(operationId = "find-unreasonable", summary = "不合理诉求认定 Propose to find the demand unreasonable")
    ResponseEntity<Taken> findUnreasonable(
            @PathVariable UUID caseId,
            @Valid @RequestBody AppraisalRequests.FindUnreasonable request,
            RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/unreasonable-finding/decision")
    @Operation(operationId = "confirm-finding", summary = "认定复核 Confirm a proposed finding, or refuse to")
    ResponseEntity<Taken> confirmFinding(
            @PathVariable UUID caseId, @Valid @RequestBody AppraisalRequests.ConfirmFinding request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/unreasonable-finding/review")
    @Operation(operationId = "review-finding", summary = "撤销认定 Set a confirmed finding aside")
    ResponseEntity<Taken> reviewFinding(
            @PathVariable UUID caseId, @Valid @RequestBody AppraisalRequests.ReviewFinding request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
