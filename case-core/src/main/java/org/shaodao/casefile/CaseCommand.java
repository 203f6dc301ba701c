package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.By;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Sealed;

/** Everything somebody can ask of a case file. Words arrive sealed, numbers drawn, times told. */
public sealed interface CaseCommand {
    /** The case file asked. */
    UUID caseId();

    /** Who asks. */
    By by();

    /** When it was true in the world. */
    Instant occurredAt();

    /** The name of this step in refusals and documents, for example {@code blow-whistle}. */
    default String step() {
        return Refusal.kebab(getClass());
    }

    /** 提出诉求. Raise a demand and open its case file. Fields as in {@link CaseEvent.Raised}. */
    record Raise(
            @TargetAggregateIdentifier UUID caseId,
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
            @Nullable OutsideNumber outside)
            implements CaseCommand {}

    /** 不予受理. Decline a demand that is not ours, naming the lawful way; only before anybody was dispatched. */
    record NotAccept(@TargetAggregateIdentifier UUID caseId, By by, Instant occurredAt, LegalRoute route, Sealed reason)
            implements CaseCommand {}

    /**
     * 吹哨. Call a lead and any number of assisting units.
     *
     * @param calls who is called and for what; the whole case has exactly one lead at a time
     */
    record BlowWhistle(
            @TargetAggregateIdentifier UUID caseId,
            By by,
            Instant occurredAt,
            String kind,
            Sealed why,
            ReportMode reportMode,
            @Nullable Instant reportAt,
            @Nullable Sealed meetingPlace,
            @Nullable Sealed contact,
            String authorisedBy,
            List<Call> calls)
            implements CaseCommand {}

    /** One unit called by a whistle, and what it is to do. */
    record Call(String unit, DispatchRole role, Sealed task) {}

    /** 直派. Dispatch one unit without a whistle. */
    record Dispatch(@TargetAggregateIdentifier UUID caseId, By by, Instant occurredAt, Call call)
            implements CaseCommand {}

    /** 签收. The unit has seen its dispatch. */
    record Acknowledge(@TargetAggregateIdentifier UUID caseId, By by, Instant occurredAt, Integer dispatch)
            implements CaseCommand {}

    /**
     * 接受. The unit takes the matter on, with a named handler.
     *
     * @param handler officer who will handle it, an opaque id
     */
    record Accept(@TargetAggregateIdentifier UUID caseId, By by, Instant occurredAt, Integer dispatch, String handler)
            implements CaseCommand {}

    /**
     * 答复. Answer, for now or finally.
     *
     * @param outcome needed for a final reply, absent from an interim one
     */
    record Reply(
            @TargetAggregateIdentifier UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            ReplyKind kind,
            @Nullable Outcome outcome,
            Sealed text)
            implements CaseCommand {}

    /** 重办. Send one unit's finished work back. */
    record OrderRework(
            @TargetAggregateIdentifier UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed reason)
            implements CaseCommand {}

    /** 核验. Find the work of all units done. */
    record Verify(
            @TargetAggregateIdentifier UUID caseId,
            By by,
            Instant occurredAt,
            VerificationBasis basis,
            @Nullable Sealed findings)
            implements CaseCommand {}

    /** 回访. Record what the resident said, or that they could not be asked. */
    record FollowUp(
            @TargetAggregateIdentifier UUID caseId,
            By by,
            Instant occurredAt,
            CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable Sealed words)
            implements CaseCommand {}

    /** 结案. End a verified case. */
    record Close(
            @TargetAggregateIdentifier UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Sealed summary) implements CaseCommand {}

    /** 重新打开. Go on with a closed case; the resident may ask for it too. */
    record Reopen(@TargetAggregateIdentifier UUID caseId, By by, Instant occurredAt, Sealed reason)
            implements CaseCommand {}

    /**
     * 记录超时. Tell the case that one of its deadlines has passed; the case decides whether it was missed.
     *
     * @param dispatch whose clock; null = the case's own
     */
    record NoteMissedDeadline(
            @TargetAggregateIdentifier UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            ClockKind clock,
            Integer round)
            implements CaseCommand {}
}
