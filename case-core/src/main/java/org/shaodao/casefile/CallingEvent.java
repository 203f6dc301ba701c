package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 吹哨、派单. Whom the street calls: what happened. */
public sealed interface CallingEvent extends CaseEvent {
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
            implements CallingEvent {}

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
            Sealed task)
            implements CallingEvent {}

    /**
     * 变更主办. Another unit is to lead: at once if it has accepted, otherwise when it accepts or replies. Until then the
     * previous lead stays responsible 首接负责.
     *
     * @param previous dispatch of the lead until then
     * @param previousUnit whose dispatch that is
     * @param dispatch dispatch of the next lead
     * @param task what the next lead is to do; null = what it was called for
     * @param previousLead what becomes of the previous lead then
     */
    @StoredAs("casefile.lead-changed")
    record LeadChanged(
            By by,
            Instant occurredAt,
            Integer previous,
            String previousUnit,
            Integer dispatch,
            String unit,
            @Nullable Sealed task,
            PreviousLead previousLead,
            Sealed reason)
            implements CallingEvent {}

    /**
     * 撤哨. The street took a whistle back.
     *
     * @param dispatches those that ended by it, without a final reply
     */
    @StoredAs("casefile.whistle-withdrawn")
    record WhistleWithdrawn(By by, Instant occurredAt, Integer whistle, List<Integer> dispatches, Sealed reason)
            implements CallingEvent {
        public WhistleWithdrawn {
            dispatches = List.copyOf(dispatches);
        }
    }

    /** 准予撤离. A whistled unit may leave; a dispatch without a final reply ended. */
    @StoredAs("casefile.released")
    record Released(
            By by,
            Instant occurredAt,
            Integer dispatch,
            String unit,
            @Nullable Sealed reason) implements CallingEvent {}

    /**
     * 请求增派. A unit at work asked the street to call another one.
     *
     * @param wanted the unit asked for
     */
    @StoredAs("casefile.unit-asked-for")
    record UnitAskedFor(By by, Instant occurredAt, Integer dispatch, String unit, String wanted, Sealed reason)
            implements CallingEvent {}

    /** 社区呼叫. A community asked its street for help. */
    @StoredAs("casefile.street-called")
    record StreetCalled(By by, Instant occurredAt, Sealed reason) implements CallingEvent {}

    /**
     * 自办. The street office, or a community or grid of it, took the matter on without a whistle.
     *
     * @param dispatch number within the case, from 1, like that of a unit called
     * @param unit who handles it
     * @param handler officer who handles it, an opaque id
     */
    @StoredAs("casefile.taken-on")
    record TakenOn(By by, Instant occurredAt, Integer dispatch, String unit, String handler, Sealed task)
            implements CallingEvent {}
}
