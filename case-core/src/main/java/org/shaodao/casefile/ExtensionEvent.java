package org.shaodao.casefile;

import java.time.Instant;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 延期. More time for a unit: what happened. */
public sealed interface ExtensionEvent extends CaseEvent {
    /** 延期申请. A unit asked for time until then. */
    @StoredAs("casefile.extension-asked")
    record ExtensionAsked(By by, Instant occurredAt, Integer dispatch, String unit, Instant until, Sealed reason)
            implements ExtensionEvent {}

    /** 同意延期. The unit has time until then. */
    @StoredAs("casefile.extension-granted")
    record ExtensionGranted(By by, Instant occurredAt, Integer dispatch, String unit, Instant until, Sealed reason)
            implements ExtensionEvent {}

    /** 不同意延期. The unit keeps the time it has. */
    @StoredAs("casefile.extension-denied")
    record ExtensionDenied(By by, Instant occurredAt, Integer dispatch, String unit, Sealed reason)
            implements ExtensionEvent {}
}
