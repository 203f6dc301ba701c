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

/** 督办. Pressing on whom nothing comes from, over HTTP. */
@RestController
@Needs(Scope.SUPERVISION)
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "cases", description = "案卷: raise a demand and take it through its life")
class SupervisionController {
    private final CaseDesk desk;

    SupervisionController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/dispatches/{dispatch}/reminders")
    @Operation(operationId = "remind", summary = "催办 Remind a unit of what it owes")
    ResponseEntity<Taken> remind(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody SupervisionRequests.Remind request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/supervision-orders")
    @Operation(operationId = "order-supervision", summary = "督办 Order a unit, or the street, to act and to report")
    ResponseEntity<Taken> orderSupervision(
            @PathVariable UUID caseId, @Valid @RequestBody SupervisionRequests.Order request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/supervision-reports")
    @Operation(operationId = "report-on-supervision", summary = "督办反馈 Answer the supervision orders that wait")
    ResponseEntity<Taken> reportOnSupervision(
            @PathVariable UUID caseId, @Valid @RequestBody SupervisionRequests.Report request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/level")
    @Operation(operationId = "raise-level", summary = "提级 Put the case under the eyes of a higher level")
    ResponseEntity<Taken> raiseLevel(
            @PathVariable UUID caseId, @Valid @RequestBody SupervisionRequests.RaiseLevel request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
