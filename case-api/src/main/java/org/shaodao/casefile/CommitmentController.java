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

/** 承诺. The steps on dated promises. */
@RestController
@Needs(Scope.COMMITMENTS)
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class CommitmentController {
    private final CaseDesk desk;

    CommitmentController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/{caseId}/commitments")
    @Operation(operationId = "make-commitment", summary = "作出承诺 Promise something by a day")
    ResponseEntity<Taken> makeCommitment(
            @PathVariable UUID caseId,
            @Valid @RequestBody CommitmentRequests.MakeCommitment request,
            RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/commitments/{commitment}/keeping")
    @Operation(operationId = "keep-commitment", summary = "兑现承诺 Prove that a promise was kept")
    ResponseEntity<Taken> keepCommitment(
            @PathVariable UUID caseId,
            @PathVariable int commitment,
            @Valid @RequestBody CommitmentRequests.KeepCommitment request,
            RequestMark mark) {
        return taken(desk.take(caseId, commitment, request, mark));
    }

    @PostMapping("/{caseId}/commitments/{commitment}/breach")
    @Operation(operationId = "break-commitment", summary = "承诺落空 Record that a promise is not going to be kept")
    ResponseEntity<Taken> breakCommitment(
            @PathVariable UUID caseId,
            @PathVariable int commitment,
            @Valid @RequestBody CommitmentRequests.BreakCommitment request,
            RequestMark mark) {
        return taken(desk.take(caseId, commitment, request, mark));
    }

    @PostMapping("/{caseId}/commitments/{commitment}/declined-reopening")
    @Operation(operationId = "decline-reopening", summary = "不予重开 Leave the case as it is in spite of a promise")
    ResponseEntity<Taken> declineReopening(
            @PathVariable UUID caseId,
            @PathVariable int commitment,
            @Valid @RequestBody CommitmentRequests.DeclineReopening request,
            RequestMark mark) {
        return taken(desk.take(caseId, commitment, request, mark));
    }
}
