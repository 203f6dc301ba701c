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
import org.shaodao.fact.StoredAs;

/** 受理. What is done with the demand itself: what happened. */
public sealed interface IntakeEvent extends CaseEvent {
    /**
     * 诉求提出. A demand was raised and its case file opened.
     *
     * @param number public case number
     * @param street the street office that runs the case
     * @param urgency null = normal
     * @param complainant the person whose key seals the words of this case
     * @param onBehalfOf who spoke for the resident; null = the resident in person
     * @param about code of the unit it is about, where it is about one
     * @param confidential whether the complainant is contacted only through the street or the district; null = for a
     *     tip-off
     * @param outside number of the same matter in another system, unique per source; null if it began here
     * @param community code of the community unit in whose area the place lies; null = none is known
     * @param attachments photos, documents and sounds that came with it; null = none
     */
    @StoredAs("casefile.raised")
    @RecordBuilder
    record Raised(
            By by,
            Instant occurredAt,
            UUID caseId,
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
            @Nullable String community,
            @Nullable List<Attached> attachments)
            implements IntakeEvent, IntakeEventRaisedBuilder.With {}

    /** 不予受理. Not ours to handle; the resident is told the lawful way. */
    @StoredAs("casefile.not-accepted")
    record NotAccepted(By by, Instant occurredAt, LegalRoute route, Sealed reason) implements IntakeEvent {}

    /**
     * 更正. The demand is described otherwise: what holds from now on, and what was said before.
     *
     * @param community as in {@link Raised}, for the place that holds from now on
     */
    @StoredAs("casefile.corrected")
    @RecordBuilder
    record Corrected(
            By by,
            Instant occurredAt,
            DemandKind kind,
            DemandKind kindBefore,
            Urgency urgency,
            Urgency urgencyBefore,
            String category,
            String categoryBefore,
            String place,
            String placeBefore,
            @Nullable String community,
            Sealed reason)
            implements IntakeEvent, IntakeEventCorrectedBuilder.With {}

    /** 撤诉. The resident took the demand back; what was at work ended. */
    @StoredAs("casefile.withdrawn")
    record Withdrawn(
            By by,
            Instant occurredAt,
            WithdrawalWay how,
            @Nullable Sealed reason) implements IntakeEvent {}

    /**
     * 补充. Something was added to what the resident said.
     *
     * @param attachments photos, documents and sounds that came with it; null = none
     */
    @StoredAs("casefile.supplemented")
    record Supplemented(
            By by,
            Instant occurredAt,
            Sealed words,
            @Nullable List<Attached> attachments) implements IntakeEvent {}

    /**
     * 催单. The resident urged the matter on.
     *
     * @param chase how many times it was urged on by now
     */
    @StoredAs("casefile.chased")
    record Chased(
            By by,
            Instant occurredAt,
            Integer chase,
            @Nullable Sealed words) implements IntakeEvent {}

    /** 即时答复. It was answered without calling anybody, and is as if verified. */
    @StoredAs("casefile.answered-at-once")
    record AnsweredAtOnce(By by, Instant occurredAt, Sealed text) implements IntakeEvent {}

    /**
     * 紧急移交. The matter was passed on to an emergency service.
     *
     * @param takenBy who took it there
     */
    @StoredAs("casefile.handed-to-emergency")
    record HandedToEmergency(
            By by,
            Instant occurredAt,
            EmergencyService service,
            Sealed takenBy,
            @Nullable Sealed words) implements IntakeEvent {}

    /**
     * 网格议事. The grid deliberated.
     *
     * @param participants how many took part
     */
    @StoredAs("casefile.deliberated")
    record Deliberated(By by, Instant occurredAt, Sealed minutes, Integer participants, GridOutcome deliberated)
            implements IntakeEvent {}

    /**
     * 会议定事. A meeting decided.
     *
     * @param participants how many took part
     */
    @StoredAs("casefile.decided-at-meeting")
    record DecidedAtMeeting(By by, Instant occurredAt, Sealed minutes, Integer participants, MeetingOutcome decided)
            implements IntakeEvent {}

    /** 跳过. Deliberation or decision was left out. */
    @StoredAs("casefile.stage-skipped")
    record StageSkipped(By by, Instant occurredAt, Stage stage, Sealed reason) implements IntakeEvent {}

    /**
     * 回避. The district runs the case from now on, for it concerns the street.
     *
     * @param reason null = the demand said from the start that it is about the street
     */
    @StoredAs("casefile.recused")
    record Recused(By by, Instant occurredAt, @Nullable Sealed reason) implements IntakeEvent {}

    /** 移送. Another street runs the case from now on; what the street before did itself ended. */
    @StoredAs("casefile.transferred")
    record Transferred(By by, Instant occurredAt, String previousStreet, String street, Sealed reason)
            implements IntakeEvent {}

    /**
     * 询问. A question was put to a unit that the demand concerns.
     *
     * @param question its number within the case, from 1
     */
    @StoredAs("casefile.question-put")
    record QuestionPut(By by, Instant occurredAt, Integer question, String unit, Sealed asked) implements IntakeEvent {}

    /** 回答询问. The unit asked answered. */
    @StoredAs("casefile.question-answered")
    record QuestionAnswered(By by, Instant occurredAt, Integer question, String unit, Sealed answer)
            implements IntakeEvent {}

    /** 已回传. The outside system was told the result. */
    @StoredAs("casefile.result-returned")
    record ResultReturned(By by, Instant occurredAt, OutsideNumber outside, Sealed returned) implements IntakeEvent {}
}
