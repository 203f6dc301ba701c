package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Stage;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 受理. What is done with the demand itself: what may be asked. */
public sealed interface IntakeCommand extends CaseCommand {
    /** 提出诉求. Raise a demand and open its case file. Fields as in {@link IntakeEvent.Raised}. */
    @RecordBuilder
    record Raise(
            UUID caseId,
            By by,
            Instant occurredAt,
            String number,
            String street,
            UUID complainant,
            DemandKind kind,
            @Nullable Urgency urgency,
            Channel channel,
            String category,
            String place,
            String subject,
            Sealed narrative,
            @Nullable Sealed name,
            @Nullable Sealed phone,
            @Nullable Sealed address,
            @Nullable OnBehalfOf onBehalfOf,
            @Nullable String about,
            @Nullable Boolean confidential,
            @Nullable OutsideNumber outside,
            @Nullable List<Attached> attachments)
            implements IntakeCommand, IntakeCommandRaiseBuilder.With {}

    /** 不予受理. Decline a demand that is not ours, naming the lawful way; only before anybody was dispatched. */
    record NotAccept(UUID caseId, By by, Instant occurredAt, LegalRoute route, Sealed reason)
            implements IntakeCommand {}

    /** 更正. Correct how the demand is described; parts left out stay as they are, and at least one must change. */
    record Correct(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable DemandKind kind,
            @Nullable Urgency urgency,
            @Nullable String category,
            @Nullable String place,
            Sealed reason)
            implements IntakeCommand {}

    /** 撤诉. Take the demand back: the resident's own word, never the handling unit's. */
    record Withdraw(
            UUID caseId,
            By by,
            Instant occurredAt,
            WithdrawalWay how,
            @Nullable Sealed reason) implements IntakeCommand {}

    /** 补充. Add to what was said, as the resident or on their behalf. */
    record Supplement(
            UUID caseId,
            By by,
            Instant occurredAt,
            Sealed words,
            @Nullable List<Attached> attachments) implements IntakeCommand {}

    /** 催单. Urge the matter on, as the resident or on their behalf. */
    record Chase(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Sealed words) implements IntakeCommand {}

    /** 即时答复. Answer an enquiry, a suggestion or praise without calling anybody. */
    record AnswerAtOnce(UUID caseId, By by, Instant occurredAt, Sealed text) implements IntakeCommand {}

    /**
     * 紧急移交. Pass the matter on to 110, 119, 120 or 122 at once.
     *
     * @param takenBy who took it there
     */
    record HandToEmergency(
            UUID caseId,
            By by,
            Instant occurredAt,
            EmergencyService service,
            Sealed takenBy,
            @Nullable Sealed words) implements IntakeCommand {}

    /**
     * 网格议事. Deliberate in the grid.
     *
     * @param participants how many took part
     */
    record Deliberate(
            UUID caseId, By by, Instant occurredAt, Sealed minutes, Integer participants, GridOutcome deliberated)
            implements IntakeCommand {}

    /**
     * 会议定事. Decide at a meeting.
     *
     * @param participants how many took part
     */
    record DecideAtMeeting(
            UUID caseId, By by, Instant occurredAt, Sealed minutes, Integer participants, MeetingOutcome decided)
            implements IntakeCommand {}

    /** 跳过. Leave deliberation or decision out, with a reason. */
    record SkipStage(UUID caseId, By by, Instant occurredAt, Stage stage, Sealed reason) implements IntakeCommand {}

    /** 回避. Give a case that concerns the street to the district, which runs it from then on. */
    record Recuse(UUID caseId, By by, Instant occurredAt, Sealed reason) implements IntakeCommand {}

    /** 移送. Give the case to another street of the district, which runs it from then on. */
    record Transfer(UUID caseId, By by, Instant occurredAt, String street, Sealed reason) implements IntakeCommand {}

    /**
     * 询问. Put a question to a unit that the demand concerns; it sees the question, not the case.
     *
     * @param unit code of that unit
     */
    record PutQuestion(UUID caseId, By by, Instant occurredAt, String unit, Sealed asked) implements IntakeCommand {}

    /** 回答询问. Answer a question that was put to one's own unit. */
    record AnswerQuestion(UUID caseId, By by, Instant occurredAt, Integer question, Sealed answer)
            implements IntakeCommand {}

    /** 回传. Record that the outside system was told the result, once per result. */
    record ReturnResult(UUID caseId, By by, Instant occurredAt, Sealed returned) implements IntakeCommand {}
}
