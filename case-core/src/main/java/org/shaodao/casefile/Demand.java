package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;

/**
 * 诉求. What one person wants of one matter: the clear part, for lists and rules.
 *
 * @param number public case number
 * @param street the street office that runs the case
 * @param raisedBy the unit that raised the demand, or null for a resident in person
 * @param raisedAt when the resident said it
 * @param anonymous whether the resident left neither name nor telephone: nobody can contact them
 * @param outside number of the same matter in another system; null if it began here
 */
public record Demand(
        String number,
        String street,
        @Nullable String raisedBy,
        DemandKind kind,
        Urgency urgency,
        Channel channel,
        String category,
        String place,
        String subject,
        Instant raisedAt,
        Boolean anonymous,
        @Nullable OutsideNumber outside) {
    static Demand of(IntakeEvent.Raised e) {
        return new Demand(
                e.number(),
                e.street(),
                e.by().unitId(),
                e.kind(),
                e.urgency() == null ? Urgency.NORMAL : e.urgency(),
                e.channel(),
                e.category(),
                e.place(),
                e.subject(),
                e.occurredAt(),
                e.name() == null && e.phone() == null,
                e.outside());
    }
}
