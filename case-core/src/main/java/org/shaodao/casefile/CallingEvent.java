package org.shaodao.casefile;

import java.time.Instant;
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
}
