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

/** 群众评事. The steps on what the resident says. */
@RestController
@Needs(Scope.RATING)
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class RatingController {
    private final CaseDesk desk;

    RatingController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/{caseId}/follow-ups")
    @Operation(operationId = "follow-up", summary = "回访 Record what the resident said, or a call that nobody answered")
    ResponseEntity<Taken> followUp(
            @PathVariable UUID caseId, @Valid @RequestBody RatingRequests.FollowUp request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/redo-decision")
    @Operation(operationId = "decide-on-unsolved", summary = "重办研判 Decide what follows from \"not solved\"")
    ResponseEntity<Taken> decideOnUnsolved(
            @PathVariable UUID caseId, @Valid @RequestBody RatingRequests.DecideOnUnsolved request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
