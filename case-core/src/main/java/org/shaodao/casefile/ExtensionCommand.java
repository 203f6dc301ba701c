package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 延期. More time for a unit: what may be asked. */
public sealed interface ExtensionCommand extends CaseCommand {
    /** 延期申请. A unit asks for time until then. */
    record AskExtension(UUID caseId, By by, Instant occurredAt, Integer dispatch, Instant until, Sealed reason)
            implements ExtensionCommand {}

    /**
     * 延期审批. Grant a unit more time, maybe less than it asked for, or deny it.
     *
     * @param until the new due instant; given when it is granted, and only then
     */
    record DecideExtension(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            Boolean granted,
            @Nullable Instant until,
            Sealed reason)
            implements ExtensionCommand {}
}
