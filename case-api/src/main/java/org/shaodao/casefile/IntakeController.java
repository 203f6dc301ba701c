package org.shaodao.casefile;

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

/** 受理. What is done with the demand itself. */
@RestController
@Needs(Scope.INTAKE)
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class IntakeController {
    private final CaseDesk desk;

    IntakeController(CaseDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/{caseId}/not-acceptance")
    @Operation(operationId = "not-accept", summary = "不予受理 Decline a demand, naming the lawful way")
    ResponseEntity<Taken> notAccept(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.NotAccept request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/correction")
    @Operation(operationId = "correct", summary = "更正 Correct category, place, urgency or kind")
    ResponseEntity<Taken> correct(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.Correct request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/withdrawal")
    @Operation(operationId = "withdraw", summary = "撤诉 Take a demand back on the resident's word")
    ResponseEntity<Taken> withdraw(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.Withdraw request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/supplements")
    @Operation(operationId = "supplement", summary = "补充 Add to what was said")
    ResponseEntity<Taken> supplement(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.Supplement request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/chases")
    @Operation(operationId = "chase", summary = "催单 Urge the matter on")
    ResponseEntity<Taken> chase(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.Chase request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/answer")
    @Operation(operationId = "answer-at-once", summary = "即时答复 Answer without calling anybody")
    ResponseEntity<Taken> answerAtOnce(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.AnswerAtOnce request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/emergency")
    @Operation(operationId = "hand-to-emergency", summary = "紧急移交 Pass the matter on to 110, 119, 120 or 122")
    ResponseEntity<Taken> handToEmergency(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.HandToEmergency request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/deliberations")
    @Operation(operationId = "deliberate", summary = "网格议事 Record a deliberation in the grid")
    ResponseEntity<Taken> deliberate(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.Deliberate request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/decisions")
    @Operation(operationId = "decide-at-meeting", summary = "会议定事 Record what a meeting decided")
    ResponseEntity<Taken> decideAtMeeting(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.DecideAtMeeting request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/skipped-stages")
    @Operation(operationId = "skip-stage", summary = "跳过 Leave deliberation or decision out")
    ResponseEntity<Taken> skipStage(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.SkipStage request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/recusal")
    @Operation(operationId = "recuse", summary = "回避 Give the case to the district")
    ResponseEntity<Taken> recuse(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.Recuse request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/transfer")
    @Operation(operationId = "transfer", summary = "移送 Give the case to another street")
    ResponseEntity<Taken> transfer(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.Transfer request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/questions")
    @Operation(operationId = "put-question", summary = "询问 Ask a unit that the demand concerns")
    ResponseEntity<Taken> putQuestion(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.PutQuestion request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/answers")
    @Operation(operationId = "answer-question", summary = "回答询问 Answer what one's own unit was asked")
    ResponseEntity<Taken> answerQuestion(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.AnswerQuestion request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }

    @PostMapping("/{caseId}/returns")
    @Operation(operationId = "return-result", summary = "回传 Record that the outside system was told the result")
    ResponseEntity<Taken> returnResult(
            @PathVariable UUID caseId, @Valid @RequestBody IntakeRequests.ReturnResult request, RequestMark mark) {
        return CaseController.taken(desk.take(caseId, request, mark));
    }
}
