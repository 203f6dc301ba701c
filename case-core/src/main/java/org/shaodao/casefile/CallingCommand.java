package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 吹哨、派单. Whom the street calls: what may be asked. */
public sealed interface CallingCommand extends CaseCommand {
    /**
     * 吹哨. Call a lead and any number of assisting units.
     *
     * @param calls who is called and for what; the whole case has exactly one lead at a time
     */
    record BlowWhistle(
            UUID caseId,
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
            implements CallingCommand {}

    /** One unit called by a whistle, and what it is to do. */
    record Call(String unit, DispatchRole role, Sealed task) {}

    /** 直派. Dispatch one unit without a whistle. */
    record Dispatch(UUID caseId, By by, Instant occurredAt, Call call) implements CallingCommand {}

    /** 增派. Call one more unit to a whistle that was blown: to assist, or to lead where nobody at work does. */
    record AddUnit(UUID caseId, By by, Instant occurredAt, Integer whistle, Call call) implements CallingCommand {}

    /**
     * 变更主办. Give the lead to another unit, at work already or newly called. 首接负责: the lead stays responsible until
     * the next one accepts or replies.
     *
     * @param unit the unit that is to lead
     * @param task what it is to do; needed where the unit is newly called
     * @param previousLead what becomes of the lead then
     */
    record ChangeLead(
            UUID caseId,
            By by,
            Instant occurredAt,
            String unit,
            @Nullable Sealed task,
            PreviousLead previousLead,
            Sealed reason)
            implements CallingCommand {}

    /** 撤哨. Take a whistle back: whoever it called and has not answered finally need not any more. */
    record WithdrawWhistle(UUID caseId, By by, Instant occurredAt, Integer whistle, Sealed reason)
            implements CallingCommand {}

    /** 准予撤离. Let a whistled unit leave (事不完人不撤): its part ends even where it has not answered finally. */
    record Release(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            @Nullable Sealed reason) implements CallingCommand {}

    /**
     * 请求增派. A unit at work asks the street to call another one; the street answers by calling it, or not.
     *
     * @param wanted the unit asked for
     */
    record AskForUnit(UUID caseId, By by, Instant occurredAt, Integer dispatch, String wanted, Sealed reason)
            implements CallingCommand {}

    /** 社区呼叫. A community asks its street for help. */
    record CallStreet(UUID caseId, By by, Instant occurredAt, Sealed reason) implements CallingCommand {}

    /**
     * 自办. The street office, or a community or grid of it, handles the matter itself, without a whistle.
     *
     * @param unit the street office or one of its communities; a community names itself
     * @param handler officer who will handle it, an opaque id
     */
    record HandleOurselves(UUID caseId, By by, Instant occurredAt, String unit, String handler, Sealed task)
            implements CallingCommand {}
}
