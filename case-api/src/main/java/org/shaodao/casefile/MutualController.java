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

/** 互评. The steps by which street and unit rate each other. */
@RestController
@Needs(Scope.MUTUAL)
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class MutualController {
    private final CaseDesk desk;

    MutualController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/{caseId}/dispatches/{dispatch}/unit-rating")
    @Operation(operationId = "rate-unit", summary = "评部门 Rate a unit's work")
    ResponseEntity<Taken> rateUnit(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody MutualRequests.RateUnit request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/{caseId}/dispatches/{dispatch}/whistle-rating")
    @Operation(operationId = "rate-whistle", summary = "评哨 Rate how one was called")
    ResponseEntity<Taken> rateWhistle(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody MutualRequests.RateWhistle request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }
}
