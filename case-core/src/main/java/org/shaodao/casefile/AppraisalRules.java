package org.shaodao.casefile;

import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalFacts.Proposal;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 剔除、不合理诉求. The rules of what two persons decide, by name. */
final class AppraisalRules {
    private AppraisalRules() {}

    /** The grounds are those of the policy pack. */
    static void groundOfThePack(String ground, @Nullable Rulebook rules) {
        if (rules != null
                && rules.inForce().pack().content().exclusionGrounds().stream()
                        .noneMatch(known -> known.code().equals(ground))) {
            throw new Refused(new CaseRefusal.UnknownCode("ground", ground));
        }
    }

    /** One proposal at a time, and none where one holds. */
    static void nothingStands(@Nullable Proposal proposal) {
        if (proposal != null
                && (proposal.state() == Proposal.State.PROPOSED || proposal.state() == Proposal.State.AGREED)) {
            throw new Refused(new CaseRefusal.ProposalStands(proposal.state().name()));
        }
    }

    /** Something was proposed that waits for a second person. */
    static Proposal proposed(@Nullable Proposal proposal) {
        return in(Proposal.State.PROPOSED, proposal);
    }

    /** Something was agreed to by a second person. */
    static Proposal agreed(@Nullable Proposal proposal) {
        return in(Proposal.State.AGREED, proposal);
    }

    /** A street takes back what it proposed; what the district agreed to only the district corrects. */
    static Proposal mayBeTakenBack(@Nullable Proposal proposal, CaseCommand c) {
        return c.by().role() == Role.DISTRICT && proposal != null && proposal.state() == Proposal.State.AGREED
                ? proposal
                : proposed(proposal);
    }

    private static Proposal in(Proposal.State state, @Nullable Proposal proposal) {
        if (proposal == null || proposal.state() != state) {
            throw new Refused(new CaseRefusal.NoProposal());
        }
        return proposal;
    }
}
