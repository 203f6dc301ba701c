package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.By;
import org.shaodao.fact.Fact;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/**
 * Everything that can have happened to a case file: the stored format. A dispatch is numbered within its case, in the
 * order of sending; a unit is named beside the number so that a fact can be read alone.
 */
public sealed interface CaseEvent extends Fact {
    /** The clocks that the step started; null = none. */
    default @Nullable StartedClocks clocks() {
        return null;
    }

    /**
     * 诉求提出. A demand was raised and its case file opened.
     *
     * @param number public case number
     * @param street the street office that runs the case
     * @param urgency null = normal
     * @param complainant the person whose key seals the words of this case
     * @param outside number of the same matter in another system, unique per source; null if it began here
     */
    @StoredAs("casefile.raised")
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
            @Nullable OutsideNumber outside,
            @Nullable StartedClocks clocks)
            implements CaseEvent {
        public Raised(
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
                @Nullable OutsideNumber outside) {
            this(
                    by,
                    occurredAt,
                    caseId,
                    number,
                    street,
                    complainant,
                    kind,
                    urgency,
                    channel,
                    category,
                    place,
                    subject,
                    narrative,
                    name,
                    phone,
                    address,
                    outside,
                    null);
        }

        /** The same, with the clocks that it starts. */
        public Raised with(StartedClocks started) {
            return new Raised(
                    by,
                    occurredAt,
                    caseId,
                    number,
                    street,
                    complainant,
                    kind,
                    urgency,
                    channel,
                    category,
                    place,
                    subject,
                    narrative,
                    name,
                    phone,
                    address,
                    outside,
                    started);
        }
    }

    /** 不予受理. Not ours to handle; the resident is told the lawful way. */
    @StoredAs("casefile.not-accepted")
    record NotAccepted(By by, Instant occurredAt, LegalRoute route, Sealed reason) implements CaseEvent {}

    /**
     * 吹哨. The street called units; one {@link Dispatched} per unit follows in the same append.
     *
     * @param whistle number of the whistle within the case, from 1
     * @param kind code from the policy pack, for example {@code resident-demand}
     * @param why why the street cannot solve it alone
     * @param reportAt the appointed time; null = at once
     * @param authorisedBy officer who authorised the whistle 吹哨审批
     */
    @StoredAs("casefile.whistle-blown")
    record WhistleBlown(
            By by,
            Instant occurredAt,
            Integer whistle,
            String kind,
            Sealed why,
            ReportMode reportMode,
            @Nullable Instant reportAt,
            @Nullable Sealed meetingPlace,
            @Nullable Sealed contact,
            String authorisedBy)
            implements CaseEvent {}

    /**
     * 派单. One unit has an obligation of its own.
     *
     * @param dispatch number within the case, from 1
     * @param whistle the whistle that called the unit; null = dispatched directly 直派
     */
    @StoredAs("casefile.dispatched")
    record Dispatched(
            By by,
            Instant occurredAt,
            Integer dispatch,
            @Nullable Integer whistle,
            String unit,
            DispatchRole role,
            Sealed task,
            @Nullable StartedClocks clocks)
            implements CaseEvent {
        public Dispatched(
                By by,
                Instant occurredAt,
                Integer dispatch,
                @Nullable Integer whistle,
                String unit,
                DispatchRole role,
                Sealed task) {
            this(by, occurredAt, dispatch, whistle, unit, role, task, null);
        }

        /** The same, with the clocks that it starts. */
        public Dispatched with(StartedClocks started) {
            return new Dispatched(by, occurredAt, dispatch, whistle, unit, role, task, started);
        }
    }

    /** 签收. The unit has seen the dispatch. */
    @StoredAs("casefile.acknowledged")
    record Acknowledged(By by, Instant occurredAt, Integer dispatch, String unit) implements CaseEvent {}

    /** 接受. The unit takes the matter on, with a named handler. */
    @StoredAs("casefile.accepted")
    record Accepted(By by, Instant occurredAt, Integer dispatch, String unit, String handler) implements CaseEvent {}

    /**
     * 答复. The unit answered.
     *
     * @param outcome null for an interim reply
     */
    @StoredAs("casefile.replied")
    record Replied(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            ReplyKind kind,
            @Nullable Outcome outcome,
            Sealed text,
            @Nullable StartedClocks clocks)
            implements CaseEvent {
        public Replied(
                By by,
                Instant occurredAt,
                Integer dispatch,
                String unit,
                ReplyKind kind,
                @Nullable Outcome outcome,
                Sealed text) {
            this(by, occurredAt, dispatch, unit, kind, outcome, text, null);
        }

        /** The same, with the clocks that it starts. */
        public Replied with(StartedClocks started) {
            return new Replied(by, occurredAt, dispatch, unit, kind, outcome, text, started);
        }
    }

    /**
     * 重办. The street sent a unit's work back.
     *
     * @param round which round of work on this dispatch begins; the first work is round 1
     */
    @StoredAs("casefile.rework-ordered")
    record ReworkOrdered(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            Integer round,
            Sealed reason,
            @Nullable StartedClocks clocks)
            implements CaseEvent {
        public ReworkOrdered(By by, Instant occurredAt, Integer dispatch, String unit, Integer round, Sealed reason) {
            this(by, occurredAt, dispatch, unit, round, reason, null);
        }

        /** The same, with the clocks that it starts. */
        public ReworkOrdered with(StartedClocks started) {
            return new ReworkOrdered(by, occurredAt, dispatch, unit, round, reason, started);
        }
    }

    /** 核验. The street found the units' work done. */
    @StoredAs("casefile.verified")
    record Verified(
            By by,
            Instant occurredAt,
            VerificationBasis basis,
            @Nullable Sealed findings,
            @Nullable StartedClocks clocks)
            implements CaseEvent {
        public Verified(By by, Instant occurredAt, VerificationBasis basis, @Nullable Sealed findings) {
            this(by, occurredAt, basis, findings, null);
        }

        /** The same, with the clocks that it starts. */
        public Verified with(StartedClocks started) {
            return new Verified(by, occurredAt, basis, findings, started);
        }
    }

    /**
     * 回访. The resident was asked. Each answer is a question of its own and may be missing; silence is none of them.
     *
     * @param contacted did the unit contact you
     */
    @StoredAs("casefile.followed-up")
    record FollowedUp(
            By by,
            Instant occurredAt,
            CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable Sealed words)
            implements CaseEvent {}

    /** 结案. The case ended. Closed is neither solved nor satisfied. */
    @StoredAs("casefile.closed")
    record Closed(By by, Instant occurredAt, @Nullable Sealed summary) implements CaseEvent {}

    /** 重新打开. The case goes on; its history stays. */
    @StoredAs("casefile.reopened")
    record Reopened(By by, Instant occurredAt, Sealed reason) implements CaseEvent {}

    /**
     * 超时. A deadline passed without what it asks for; occurred at its due instant.
     *
     * @param dispatch whose clock; null = the case's own
     * @param unit whose dispatch it is; null = the case's own
     * @param observedAt when that was found, later than the due instant by the time nobody watched
     */
    @StoredAs("casefile.deadline-missed")
    record DeadlineMissed(
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            @Nullable String unit,
            ClockKind clock,
            Integer round,
            Instant dueAt,
            Instant observedAt)
            implements CaseEvent {}
}
