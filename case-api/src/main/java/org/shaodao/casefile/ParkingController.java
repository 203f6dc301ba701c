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

/** 挂账. The lawful long stop of a case. */
@RestController
@Needs(Scope.PARKING)
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "cases")
class ParkingController {
    private final CaseDesk desk;

    ParkingController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/parking-proposals")
    @Operation(operationId = "propose-parking", summary = "挂账申请 Propose to let the case stand still")
    ResponseEntity<Taken> propose(
            @PathVariable UUID caseId, @Valid @RequestBody ParkingRequests.Propose request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/parking")
    @Operation(operationId = "approve-parking", summary = "挂账批准 Let the case stand still as proposed")
    ResponseEntity<Taken> approve(
            @PathVariable UUID caseId, @Valid @RequestBody ParkingRequests.Approve request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/parking-reviews")
    @Operation(operationId = "review-parking", summary = "挂账复核 Leave the case parked until another day")
    ResponseEntity<Taken> review(
            @PathVariable UUID caseId, @Valid @RequestBody ParkingRequests.Review request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/resumption")
    @Operation(operationId = "resume-case", summary = "恢复办理 Go on with a parked case")
    ResponseEntity<Taken> resume(
            @PathVariable UUID caseId, @Valid @RequestBody ParkingRequests.Resume request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
