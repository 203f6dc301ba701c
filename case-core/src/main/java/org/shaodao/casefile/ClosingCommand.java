package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 核验、结案. How work is judged and a case ends: what may be asked. */
public sealed interface ClosingCommand extends CaseCommand {
    /** 重办. Send one unit's finished work back. */
    record OrderRework(UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed reason)
            implements ClosingCommand {}

    /** 核验. Find the work of all units done. */
    record Verify(
            UUID caseId,
            By by,
            Instant occurredAt,
            VerificationBasis basis,
            @Nullable Sealed findings) implements ClosingCommand {}

    /** 结案. End a verified case. */
    record Close(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Sealed summary) implements ClosingCommand {}

    /** 重新打开. Go on with a closed case; the resident may ask for it too. */
    record Reopen(UUID caseId, By by, Instant occurredAt, Sealed reason) implements ClosingCommand {}
}
