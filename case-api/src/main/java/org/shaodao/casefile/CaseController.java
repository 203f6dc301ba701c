package org.shaodao.casefile;

import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.vault.RetrievalCodes;
import org.shaodao.web.RequestMark;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a case. Every answer is rebuilt from the receipt, so a repeated request is answered as the first was. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases", description = "案卷: raise a demand and take it through its life")
class CaseController {
    private static final int FIRST_GENERATION = 0;

    private final CaseDesk desk;
    private final RetrievalCodes codes;

    CaseController(CaseDesk desk, RetrievalCodes codes) {
        this.desk = desk;
        this.codes = codes;
    }

    /** A step was taken: the version it made, to be read with {@code minVersion}. */
    record Taken(UUID caseId, String number, Long version) {}

    /** A case was opened: its number and the code with which the resident follows it. */
    record Opened(UUID caseId, String number, Long version, String retrievalCode) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "raise", summary = "提出诉求 Raise a demand and open its case")
    ResponseEntity<Opened> raise(@Valid @RequestBody CaseRequests.Raise request, RequestMark mark) {
        UUID caseId = mark.repeatable() ? UUID.fromString(mark.commandId()) : UuidCreator.getTimeOrderedEpoch();
        Receipt receipt = desk.raise(caseId, request, mark);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId))
                .eTag(receipt.version().toString())
                .body(new Opened(caseId, receipt.number(), receipt.version(), codes.codeFor(caseId, FIRST_GENERATION)));
    }

    @PostMapping("/{caseId}/not-acceptance")
    @Operation(operationId = "not-accept", summary = "不予受理 Decline a demand, naming the lawful way")
    ResponseEntity<Taken> notAccept(
            @PathVariable UUID caseId, @Valid @RequestBody CaseRequests.NotAccept request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/whistles")
    @Operation(operationId = "blow-whistle", summary = "吹哨 Call a lead and assisting units")
    ResponseEntity<Taken> blowWhistle(
            @PathVariable UUID caseId, @Valid @RequestBody CaseRequests.Whistle request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/dispatches")
    @Operation(operationId = "dispatch", summary = "直派 Dispatch one unit without a whistle")
    ResponseEntity<Taken> dispatch(
            @PathVariable UUID caseId, @Valid @RequestBody CaseRequests.Dispatch request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/dispatches/{dispatch}/acknowledgement")
    @Operation(operationId = "acknowledge", summary = "签收 Acknowledge a dispatch")
    ResponseEntity<Taken> acknowledge(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @RequestBody(required = false) CaseRequests.@Nullable Acknowledge request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request == null ? new CaseRequests.Acknowledge(null) : request, mark));
    }

    @PostMapping("/{caseId}/dispatches/{dispatch}/acceptance")
    @Operation(operationId = "accept", summary = "接受 Accept a dispatch, naming the handler")
    ResponseEntity<Taken> accept(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody CaseRequests.Accept request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/{caseId}/dispatches/{dispatch}/replies")
    @Operation(operationId = "reply", summary = "答复 Reply, for now or finally")
    ResponseEntity<Taken> reply(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody CaseRequests.Reply request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/{caseId}/dispatches/{dispatch}/rework")
    @Operation(operationId = "order-rework", summary = "重办 Send a unit's finished work back")
    ResponseEntity<Taken> orderRework(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @Valid @RequestBody CaseRequests.Rework request,
            RequestMark mark) {
        return taken(desk.take(caseId, dispatch, request, mark));
    }

    @PostMapping("/{caseId}/verification")
    @Operation(operationId = "verify", summary = "核验 Find the work of all units done")
    ResponseEntity<Taken> verify(
            @PathVariable UUID caseId, @Valid @RequestBody CaseRequests.Verify request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/follow-ups")
    @Operation(operationId = "follow-up", summary = "回访 Record what the resident said")
    ResponseEntity<Taken> followUp(
            @PathVariable UUID caseId, @Valid @RequestBody CaseRequests.FollowUp request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/closure")
    @Operation(operationId = "close", summary = "结案 Close a verified case")
    ResponseEntity<Taken> close(
            @PathVariable UUID caseId, @Valid @RequestBody CaseRequests.Close request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/reopening")
    @Operation(operationId = "reopen", summary = "重新打开 Go on with a closed case")
    ResponseEntity<Taken> reopen(
            @PathVariable UUID caseId, @Valid @RequestBody CaseRequests.Reopen request, RequestMark mark) {
        return taken(desk.take(caseId, request, mark));
    }

    static ResponseEntity<Taken> taken(Receipt receipt) {
        return ResponseEntity.ok()
                .eTag(receipt.version().toString())
                .body(new Taken(receipt.caseId(), receipt.number(), receipt.version()));
    }
}
