package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Outcome;
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
     * 答复. Answer, for now or finally.
     *
     * @param outcome needed for a final reply, absent from an interim one
     */
    record Reply(
            UUID caseId,
            By by,
            Instant occurredAt,
            Integer dispatch,
            ReplyKind kind,
            @Nullable Outcome outcome,
            Sealed text)
            implements WorkCommand {}
}
