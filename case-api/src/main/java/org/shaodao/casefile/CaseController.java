package org.shaodao.casefile;

import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.vault.RetrievalCodes;
import org.shaodao.web.RequestMark;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a case. Every answer is rebuilt from the receipt, so a repeated request is answered as the first was. */
@RestController
@Needs(Scope.RAISE)
@RequestMapping("/api/v1/cases")
@Tag(name = "cases", description = "案卷: raise a demand and take it through its life")
class CaseController {
    private final CaseDesk desk;
    private final RetrievalCodes codes;

    CaseController(CaseDesk desk, RetrievalCodes codes) {
        this.desk = desk;
        this.codes = codes;
    }

    /** A step was taken: the version it made, to be read with {@code minVersion}. */
    record Taken(UUID caseId, String number, Long version) {}

    /** A case was opened: its number and the code with which the resident takes steps on it. */
    record Opened(UUID caseId, String number, Long version, String retrievalCode) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "raise", summary = "提出诉求 Raise a demand and open its case")
    ResponseEntity<Opened> raise(@Valid @RequestBody IntakeRequests.Raise request, RequestMark mark) {
        UUID caseId = mark.repeatable() ? UUID.fromString(mark.commandId()) : UuidCreator.getTimeOrderedEpoch();
        return opened(desk.raise(caseId, request, mark), codes);
    }

    static ResponseEntity<Opened> opened(Receipt receipt, RetrievalCodes codes) {
        UUID caseId = receipt.caseId();
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId))
                .eTag(receipt.version().toString())
                .body(new Opened(
                        caseId, receipt.number(), receipt.version(), codes.codeFor(caseId, RetrievalCodes.FIRST)));
    }

    static ResponseEntity<Taken> taken(Receipt receipt) {
        return ResponseEntity.ok()
                .eTag(receipt.version().toString())
                .body(new Taken(receipt.caseId(), receipt.number(), receipt.version()));
    }
}
