package org.shaodao.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.CommitmentFacts;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Stage;

/**
 * A case as it stands.
 *
 * @param raisedAt when the demand was raised
 * @param recordedAt when that became known
 * @param version of the case: the number of its last event
 * @param outside number of the same matter in another system; null if it began here
 * @param recused whether the district runs the case instead of its street
 * @param chases how often the resident urged the matter on
 * @param parkedUntil 挂账 when a case that stands still is looked at again; null = it does not
 * @param held of deliberation and decision, those that took place
 * @param dispatches in the order of sending
 * @param commitments by their number
 * @param sealedRatings 互评 numbers of the dispatches of which neither side may read the other's rating yet
 * @param clocks all that ever ran, in the order of starting
 */
public record CaseHeader(
        UUID caseId,
        String number,
        String street,
        DemandKind kind,
        Channel channel,
        String category,
        String place,
        String subject,
        CasePhase phase,
        Instant raisedAt,
        Instant recordedAt,
        long version,
        @Nullable OutsideNumber outside,
        boolean recused,
        int chases,
        @Nullable LocalDate parkedUntil,
        Set<Stage> held,
        List<CaseDispatch> dispatches,
        List<CommitmentFacts> commitments,
        List<Integer> sealedRatings,
        List<ClockFacts> clocks) {
    /** What is known of a case after its event of this version. */
    public static CaseHeader of(UUID caseId, CaseFacts facts, Instant recordedAt, long version) {
        return new CaseHeader(
                caseId,
                facts.demand().number(),
                facts.demand().street(),
                facts.demand().kind(),
                facts.demand().channel(),
                facts.demand().category(),
                facts.demand().place(),
                facts.demand().subject(),
                facts.phase(),
                facts.demand().raisedAt(),
                recordedAt,
                version,
                facts.demand().outside(),
                facts.intake().recused(),
                facts.intake().chases(),
                facts.parking().parked() ? facts.parking().reviewOn() : null,
                facts.intake().held(),
                facts.dispatches().values().stream()
                        .map(dispatch -> CaseDispatch.of(dispatch, facts.responsible()))
                        .toList(),
                List.copyOf(facts.commitments().values()),
                facts.sealedRatings(),
                facts.clocks());
    }

    /** Number of the latest dispatch of a unit; 0 where it has none. */
    public int latestOf(@Nullable String unit) {
        return dispatches.stream()
                .filter(dispatch -> dispatch.unit().equals(unit))
                .mapToInt(CaseDispatch::number)
                .max()
                .orElse(0);
    }
}
