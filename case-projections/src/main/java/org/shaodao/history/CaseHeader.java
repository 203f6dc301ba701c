package org.shaodao.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.demand.DemandKind;

/**
 * A case as it stands.
 *
 * @param complainant the person whose key seals the words of this case
 * @param raisedAt when the demand was raised
 * @param recordedAt when that became known
 * @param version of the case: the number of its last event
 * @param outside number of the same matter in another system; null if it began here
 * @param dispatches in the order of sending
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
        UUID complainant,
        Instant raisedAt,
        Instant recordedAt,
        long version,
        @Nullable OutsideNumber outside,
        List<CaseDispatch> dispatches) {
    CaseHeader with(List<CaseDispatch> its) {
        return new CaseHeader(
                caseId,
                number,
                street,
                kind,
                channel,
                category,
                place,
                subject,
                phase,
                complainant,
                raisedAt,
                recordedAt,
                version,
                outside,
                its);
    }
}
