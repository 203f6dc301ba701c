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

/** 身份保护. Asking to know who the resident is; reading it is another request, and each reading is kept. */
@RestController
@Needs(Scope.IDENTITY)
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "cases")
class IdentityController {
    private final CaseDesk desk;

    IdentityController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/dispatches/{dispatch}/contact-card")
    @Operation(operationId = "open-contact-card", summary = "打开联系卡 Open the contact card, as the named handler")
    ResponseEntity<Taken> card(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody IdentityRequests.Card request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/identity-reveals")
    @Operation(
            operationId = "reveal-identity",
            summary = "查看身份 Ask to know who the resident is, as who runs the case or watches")
    ResponseEntity<Taken> reveal(
            @PathVariable UUID caseId, @Valid @RequestBody IdentityRequests.Reveal request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }
}
