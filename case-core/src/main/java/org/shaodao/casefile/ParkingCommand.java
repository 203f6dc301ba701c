package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 挂账. The lawful long stop of a case: what may be asked. */
public sealed interface ParkingCommand extends CaseCommand {
    /**
     * 挂账申请. Propose to let the case stand still until a day on which it is looked at again.
     *
     * @param ground one of the policy pack's
     */
    record ProposeParking(UUID caseId, By by, Instant occurredAt, String ground, LocalDate reviewOn, Sealed reason)
            implements ParkingCommand {}

    /** 挂账批准. Let the case stand still as proposed by somebody else. */
    record ApproveParking(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Sealed remark) implements ParkingCommand {}

    /** 挂账复核. Look at a parked case again, and leave it parked until another day; otherwise it is resumed. */
    record ReviewParking(UUID caseId, By by, Instant occurredAt, LocalDate reviewOn, Sealed findings)
            implements ParkingCommand {}

    /** 恢复办理. Go on with a parked case. */
    record ResumeCase(UUID caseId, By by, Instant occurredAt, Sealed reason) implements ParkingCommand {}
}
