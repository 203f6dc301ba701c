package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 挂账. The lawful long stop of a case: what happened. */
public sealed interface ParkingEvent extends CaseEvent {
    /** 挂账申请. Somebody wants the case to stand still until a day on which it is looked at again. */
    @StoredAs("casefile.parking-proposed")
    record ParkingProposed(By by, Instant occurredAt, String ground, LocalDate reviewOn, Sealed reason)
            implements ParkingEvent {}

    /** 挂账. The case stands still, and with it the clocks of its dispatches; that of the whole case never stops. */
    @StoredAs("casefile.parked")
    record Parked(
            By by,
            Instant occurredAt,
            String ground,
            LocalDate reviewOn,
            @Nullable Sealed remark) implements ParkingEvent {}

    /** 挂账复核. The case was looked at again and stays parked until another day. */
    @StoredAs("casefile.parking-reviewed")
    record ParkingReviewed(By by, Instant occurredAt, LocalDate reviewOn, Sealed findings) implements ParkingEvent {}

    /** 恢复办理. The case goes on, and its clocks with what was left of them. */
    @StoredAs("casefile.resumed")
    record Resumed(By by, Instant occurredAt, Sealed reason) implements ParkingEvent {}
}
