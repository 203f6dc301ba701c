package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Outcome;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 办理. What a unit does with its dispatch: what may be asked. */
public sealed interface WorkCommand extends CaseCommand {
    /** 签收. The unit has seen its dispatch. */
    record Acknowledge(UUID caseId, By by, Instant occurredAt, Integer dispatch) implements WorkCommand {}

    /**
     * 接受. The unit takes the matter on, with a named handler.
     *
     * @param handler officer who will handle it, an opaque id
     */
    record Accept(UUID caseId, By by, Instant occurredAt, Integer dispatch, String handler) implements WorkCommand {}

    /**
     * 内部分办. Give the matter to a section and a handler within the unit, as often as needed; no clock changes.
     *
     * @param section the unit's own name of the section
     * @param handler officer who handles it from now on, an opaque id
     */
    record AssignInside(UUID caseId, By by, Instant occurredAt, Integer dispatch, String section, String handler)
            implements WorkCommand {}

    /** 联系居民. Tell that the resident was contacted, or tried in vain. */
    record Contact(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            ContactResult contactResult,
            ContactMeans means,
            @Nullable Sealed words)
            implements WorkCommand {}

    /** 到场. Tell that the unit reported: on the spot, at the meeting or online. */
    record Arrive(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            ReportMode reportMode,
            @Nullable Sealed spot,
            List<Evidence> evidence,
            @Nullable List<Attached> attachments)
            implements WorkCommand {
        public Arrive {
            evidence = List.copyOf(evidence);
        }
    }

    /** 离场. Tell that the unit left, released or not. */
    record Leave(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            @Nullable Sealed reason) implements WorkCommand {}

    /**
     * 确认补录. Confirm that what a unit entered late happened when it says: the street an arrival, the resident a contact,
     * or street or district after a recorded call.
     *
     * @param findings what was said or seen, and where the call is recorded
     */
    record ConfirmLateEntry(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            LateEntry entry,
            @Nullable Sealed findings) implements WorkCommand {}

    /** 请求补充. Ask street and resident for particulars, once per dispatch; it stops no clock. */
    record AskParticulars(UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed question)
            implements WorkCommand {}

    /** 补充答复. Tell a unit the particulars it asked for. */
    record AnswerParticulars(UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed answer)
            implements WorkCommand {}

    /**
     * 答复. Answer, for now or finally.
     *
     * @param outcome needed for a final reply, absent from an interim one
     * @param evidence what the reply brings
     * @param attachments the evidence itself, as far as it is a file
     * @param what what is promised, and by which day; both needed for what is planned, and welcome with any reply
     * @param copies of how many other cases the unit answered in the same words before; null = none, or not looked at
     */
    record Reply(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            ReplyKind kind,
            @Nullable Outcome outcome,
            Sealed text,
            List<Evidence> evidence,
            @Nullable Sealed what,
            @Nullable LocalDate promisedBy,
            @Nullable List<Attached> attachments,
            @Nullable Integer copies)
            implements WorkCommand {
        public Reply {
            evidence = List.copyOf(evidence);
        }
    }
}
