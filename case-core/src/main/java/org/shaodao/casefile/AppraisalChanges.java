package org.shaodao.casefile;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalFacts.Proposal;

/** 剔除、不合理诉求. What proposals and decisions on them change. */
final class AppraisalChanges {
    private AppraisalChanges() {}

    static CaseFacts after(CaseFacts facts, AppraisalEvent event) {
        AppraisalFacts before = facts.appraisal();
        return facts.withAppraisal(
                switch (event) {
                    case AppraisalEvent.ExclusionProposed e -> before.withExclusion(Proposal.of(e.by(), e.ground()));
                    case AppraisalEvent.ExclusionDecided e ->
                        before.withExclusion(changed(before.exclusion(), p -> p.decided(e.excluded(), e.by())));
                    case AppraisalEvent.ExclusionWithdrawn e ->
                        before.withExclusion(changed(before.exclusion(), Proposal::setAside));
                    case AppraisalEvent.FindingProposed e -> before.withFinding(Proposal.of(e.by(), null));
                    case AppraisalEvent.FindingDecided e ->
                        before.withFinding(changed(before.finding(), p -> p.decided(e.unreasonable(), e.by())));
                    case AppraisalEvent.FindingSetAside e ->
                        before.withFinding(changed(before.finding(), Proposal::setAside));
                });
    }

    private static @Nullable Proposal changed(@Nullable Proposal proposal, UnaryOperator<Proposal> change) {
        return proposal == null ? null : change.apply(proposal);
    }

    static List<CaseEvent> starts(Starting start, AppraisalEvent event) {
        return switch (event) {
            case AppraisalEvent.ExclusionProposed e -> List.of();
            case AppraisalEvent.ExclusionDecided e -> List.of();
            case AppraisalEvent.ExclusionWithdrawn e -> List.of();
            case AppraisalEvent.FindingProposed e -> List.of();
            case AppraisalEvent.FindingDecided e -> List.of();
            case AppraisalEvent.FindingSetAside e -> List.of();
        };
    }
}
