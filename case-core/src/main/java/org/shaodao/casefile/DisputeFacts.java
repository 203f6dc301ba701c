package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 派单异议. What is known of the dispute about one dispatch.
 *
 * @param ground code of the ground on which it was handed back; null while it never was
 * @param suggested the unit that should act instead; null = none known
 * @param since when it was handed back
 * @param refusedBy the person of the street who refused, and so may not rule
 * @param responsible whether the unit handed back a lead and stays responsible until another takes it on 首接负责
 */
@RecordBuilder
public record DisputeFacts(
        State state,
        @Nullable String ground,
        @Nullable String suggested,
        @Nullable Instant since,
        @Nullable String refusedBy,
        Boolean responsible)
        implements DisputeFactsBuilder.With {
    /** How a dispute stands. */
    public enum State {
        /** 无异议. Never handed back. */
        NONE,
        /** 待答复. Handed back; the street is to answer. */
        HANDED_BACK,
        /** 待裁定. The district is to rule. */
        REFERRED,
        /** 已同意. The street agreed. */
        AGREED,
        /** 成立. The district found the unit right. */
        UPHELD,
        /** 不成立. The district found that the unit must act. */
        REJECTED,
        /** 已撤回. Over without an answer: the unit took the matter on, or its dispatch ended. */
        WITHDRAWN
    }

    static final DisputeFacts NONE = new DisputeFacts(State.NONE, null, null, null, null, false);

    static DisputeFacts handedBack(DisputeEvent.HandedBack e, Instant recordedAt) {
        return new DisputeFacts(State.HANDED_BACK, e.ground(), e.suggested(), recordedAt, null, false);
    }

    /** Whether somebody is still to answer or to rule. */
    public boolean open() {
        return state == State.HANDED_BACK || state == State.REFERRED;
    }

    /** Whether the unit was right to hand back. */
    public boolean succeeded() {
        return state == State.AGREED || state == State.UPHELD;
    }

    DisputeFacts withdrawn() {
        return open() ? withState(State.WITHDRAWN) : this;
    }
}
