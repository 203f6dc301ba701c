package org.shaodao.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.demand.DemandKind;

/**
 * A case as it stands.
 *
 * @param raisedAt when the demand was raised
 * @param recordedAt when that became known
 * @param version of the case: the number of its last event
 * @param outside number of the same matter in another system; null if it began here
 * @param dispatches in the order of sending
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
        List<CaseDispatch> dispatches,
        List<ClockFacts> clocks) {
    static CaseHeader of(UUID caseId, CaseFacts facts, Instant recordedAt, long version) {
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
                facts.dispatches().values().stream()
                        .map(dispatch -> CaseDispatch.of(dispatch, facts.responsible()))
                        .toList(),
                facts.clocks());
    }
}
