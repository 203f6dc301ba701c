package org.shaodao.casefile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalCommand.ConfirmFinding;
import org.shaodao.casefile.AppraisalCommand.DecideExclusion;
import org.shaodao.casefile.AppraisalCommand.FindUnreasonable;
import org.shaodao.casefile.AppraisalCommand.ProposeExclusion;
import org.shaodao.casefile.AppraisalCommand.ReviewFinding;
import org.shaodao.casefile.AppraisalCommand.WithdrawExclusion;
import org.shaodao.casefile.AppraisalFacts.Proposal;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** 剔除、不合理诉求. What is decided about how a demand counts: always by two persons. */
final class AppraisalSteps {
    private AppraisalSteps() {}

    static List<CaseEvent> decide(CaseState state, AppraisalCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case ProposeExclusion c -> state.in(Appraising.class, c).proposeExclusion(c, rules);
            case DecideExclusion c -> state.in(Appraising.class, c).decideExclusion(c);
            case WithdrawExclusion c -> state.in(Appraising.class, c).withdrawExclusion(c);
            case FindUnreasonable c -> state.in(Appraising.class, c).findUnreasonable(c);
            case ConfirmFinding c -> state.in(Appraising.class, c).confirmFinding(c);
            case ReviewFinding c -> state.in(Appraising.class, c).reviewFinding(c);
        };
    }

    /** From the first work on, and after the end of the case too. */
    interface Appraising {
        CaseFacts facts();

        default List<CaseEvent> proposeExclusion(ProposeExclusion c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            return List.of(exclusionProposed(facts(), c, c.ground(), c.reason(), rules));
        }

        default List<CaseEvent> decideExclusion(DecideExclusion c) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            Proposal proposal = AppraisalRules.proposed(facts().appraisal().exclusion());
            Rules.somebodyElse(proposal.proposedBy(), c);
            Rules.notTheirOwnAct(facts(), c);
            return List.of(new AppraisalEvent.ExclusionDecided(
                    c.by(), c.occurredAt(), ground(proposal), c.excluded(), c.reason()));
        }

        default List<CaseEvent> withdrawExclusion(WithdrawExclusion c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            Proposal proposal =
                    AppraisalRules.mayBeTakenBack(facts().appraisal().exclusion(), c);
            return List.of(new AppraisalEvent.ExclusionWithdrawn(c.by(), c.occurredAt(), ground(proposal), c.reason()));
        }

        default List<CaseEvent> findUnreasonable(FindUnreasonable c) {
            Rules.theStreetDecides(facts(), c);
            AppraisalRules.nothingStands(facts().appraisal().finding());
            return List.of(new AppraisalEvent.FindingProposed(c.by(), c.occurredAt(), c.reason()));
        }

        default List<CaseEvent> confirmFinding(ConfirmFinding c) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            Proposal proposal = AppraisalRules.proposed(facts().appraisal().finding());
            Rules.somebodyElse(proposal.proposedBy(), c);
            Rules.notTheirOwnAct(facts(), c);
            return List.of(new AppraisalEvent.FindingDecided(c.by(), c.occurredAt(), c.unreasonable(), c.reason()));
        }

        default List<CaseEvent> reviewFinding(ReviewFinding c) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            Proposal finding = AppraisalRules.agreed(facts().appraisal().finding());
            Rules.somebodyElse(finding.proposedBy(), c);
            Rules.somebodyElse(Objects.requireNonNull(finding.decidedBy(), "somebody agreed"), c);
            return List.of(new AppraisalEvent.FindingSetAside(c.by(), c.occurredAt(), c.reason()));
        }
    }

    /** 剔除申请. Also what follows where a decision on "not solved" says so. */
    static CaseEvent exclusionProposed(
            CaseFacts facts, CaseCommand c, String ground, Sealed reason, @Nullable Rulebook rules) {
        AppraisalRules.groundOfThePack(ground, rules);
        AppraisalRules.nothingStands(facts.appraisal().exclusion());
        return new AppraisalEvent.ExclusionProposed(c.by(), c.occurredAt(), ground, reason);
    }

    private static String ground(Proposal exclusion) {
        return Objects.requireNonNull(exclusion.ground(), "an exclusion names its ground");
    }
}
