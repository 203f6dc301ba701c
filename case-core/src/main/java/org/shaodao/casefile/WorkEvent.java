package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Outcome;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 办理. What a unit does with its dispatch: what happened. */
public sealed interface WorkEvent extends CaseEvent {
    /** 实质进展. Whether the matter itself moved on, and not only its papers. */
    default boolean substantive() {
        return switch (this) {
            case Contacted e -> e.contactResult() == ContactResult.REACHED;
            case Arrived e -> true;
            case Replied e -> true;
            case Acknowledged e -> false;
            case Accepted e -> false;
            case AssignedInside e -> false;
            case Left e -> false;
            case LateEntryConfirmed e -> false;
            case ParticularsAsked e -> false;
            case ParticularsAnswered e -> false;
        };
    }

    /** 签收. The unit has seen the dispatch. */
    @StoredAs("casefile.acknowledged")
    record Acknowledged(By by, Instant occurredAt, Integer dispatch, String unit) implements WorkEvent {}

    /** 接受. The unit takes the matter on, with a named handler. */
    @StoredAs("casefile.accepted")
    record Accepted(By by, Instant occurredAt, Integer dispatch, String unit, String handler) implements WorkEvent {}

    /** 内部分办. A section of the unit and a handler have it in hand from now on. */
    @StoredAs("casefile.assigned-inside")
    record AssignedInside(By by, Instant occurredAt, Integer dispatch, String unit, String section, String handler)
            implements WorkEvent {}

    /**
     * 联系居民. The unit contacted the resident, or tried in vain.
     *
     * @param attempts how often it was tried in vain, this time included if it was
     * @param seriesFull whether these attempts make a full series: the resident counts as not to be reached
     * @param late whether it was recorded later than the pack's grace: it counts when recorded until it is confirmed
     */
    @StoredAs("casefile.contacted")
    record Contacted(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            ContactResult contactResult,
            ContactMeans means,
            Integer attempts,
            Boolean seriesFull,
            Boolean late,
            @Nullable Sealed words)
            implements WorkEvent {}

    /**
     * 到场. The unit reported: on the spot, at the meeting or online.
     *
     * @param late whether it was recorded later than the pack's grace: it counts when recorded until it is confirmed
     * @param attachments the evidence itself, as far as it is a file; null = no file
     */
    @StoredAs("casefile.arrived")
    record Arrived(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            ReportMode reportMode,
            @Nullable Sealed spot,
            List<Evidence> evidence,
            Boolean late,
            @Nullable List<Attached> attachments)
            implements WorkEvent {
        public Arrived {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * 离场. The unit left.
     *
     * @param released whether it was done or released; false = 擅自离场
     */
    @StoredAs("casefile.left")
    record Left(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            Boolean released,
            @Nullable Sealed reason) implements WorkEvent {}

    /**
     * 确认补录. The other side confirmed a late entry, which counts when it happened from now on.
     *
     * @param happenedAt when it happened
     */
    @StoredAs("casefile.late-entry-confirmed")
    record LateEntryConfirmed(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            LateEntry entry,
            Instant happenedAt,
            @Nullable Sealed findings)
            implements WorkEvent {}

    /** 请求补充. The unit asked for particulars. */
    @StoredAs("casefile.particulars-asked")
    record ParticularsAsked(By by, Instant occurredAt, Integer dispatch, String unit, Sealed question)
            implements WorkEvent {}

    /** 补充答复. The unit was told the particulars it had asked for. */
    @StoredAs("casefile.particulars-answered")
    record ParticularsAnswered(By by, Instant occurredAt, Integer dispatch, String unit, Sealed answer)
            implements WorkEvent {}

    /**
     * 答复. The unit answered; what it promised with that is a commitment made in the same append.
     *
     * @param outcome null for an interim reply
     * @param evidence what it brings; null = nothing
     * @param attachments the evidence itself, as far as it is a file; null = no file
     * @param copies 雷同答复 of how many other cases the unit answered in the same words before; null = none, or not looked
     *     at
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
            @Nullable List<Evidence> evidence,
            @Nullable List<Attached> attachments,
            @Nullable Integer copies)
            implements WorkEvent {}
}
