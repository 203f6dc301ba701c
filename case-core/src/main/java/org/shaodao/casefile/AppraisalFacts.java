package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;

/**
 * 剔除、不合理诉求. What two persons decide about how a demand counts; each null until it was proposed for the first time.
 *
 * @param exclusion whether the case is left out of appraisal
 * @param finding whether the demand is unreasonable
 */
@RecordBuilder
public record AppraisalFacts(
        @Nullable Proposal exclusion, @Nullable Proposal finding) implements AppraisalFactsBuilder.With {
    static final AppraisalFacts NONE = new AppraisalFacts(null, null);

    /**
     * What one person proposed and another decides.
     *
     * @param ground code from the policy pack; null where none is named
     * @param decidedBy null while nobody has decided
     */
    @RecordBuilder
    public record Proposal(
            State state,
            @Nullable String ground,
            By proposedBy,
            @Nullable By decidedBy) implements AppraisalFactsProposalBuilder.With {
        /** How it stands. */
        public enum State {
            /** 待审批. Nobody has decided. */
            PROPOSED,
            /** 同意. Agreed to: it holds. */
            AGREED,
            /** 不同意. Refused. */
            REFUSED,
            /** 已撤销. Taken back or set aside. */
            SET_ASIDE
        }

        static Proposal of(By by, @Nullable String ground) {
            return new Proposal(State.PROPOSED, ground, by, null);
        }

        Proposal decided(Boolean agreed, By by) {
            return withState(agreed ? State.AGREED : State.REFUSED).withDecidedBy(by);
        }

        Proposal setAside() {
            return withState(State.SET_ASIDE);
        }
    }
}
