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
}
