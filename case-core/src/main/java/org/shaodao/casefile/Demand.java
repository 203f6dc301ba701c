package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.Rulebook;

/**
 * 诉求. What one person wants of one matter: the clear part, for lists and rules.
 *
 * @param number public case number
 * @param street the street office that runs the case
 * @param complainant the person whose key seals the words of the case
 * @param raisedBy the unit that raised the demand, or null for a resident in person
 * @param community the community in whose area the place lies; null = none is known
 * @param raisedAt when the resident said it
 * @param onBehalfOf who spoke for the resident; null = the resident in person
 * @param about code of the unit it is about, where it is about one
 * @param confidential whether the complainant is contacted only through the street or the district
 * @param anonymous whether the resident left neither name nor telephone: nobody can contact them
 * @param outside number of the same matter in another system; null if it began here
 */
@RecordBuilder
public record Demand(
        String number,
        String street,
        UUID complainant,
        @Nullable String raisedBy,
        DemandKind kind,
        Urgency urgency,
        Channel channel,
        String category,
        String place,
        @Nullable String community,
        String subject,
        Instant raisedAt,
        @Nullable OnBehalfOf onBehalfOf,
        @Nullable String about,
        Boolean confidential,
        Boolean anonymous,
        @Nullable OutsideNumber outside)
        implements DemandBuilder.With {
    static Demand of(IntakeEvent.Raised e) {
        return new Demand(
                e.number(),
                e.street(),
                e.complainant(),
                e.by().unitId(),
                e.kind(),
                e.urgency() == null ? Urgency.NORMAL : e.urgency(),
                e.channel(),
                e.category(),
                e.place(),
                e.community(),
                e.subject(),
                e.occurredAt(),
                e.onBehalfOf(),
                e.about(),
                e.confidential() == null ? e.kind() == DemandKind.TIP_OFF : e.confidential(),
                e.name() == null && e.phone() == null,
                e.outside());
    }

    /** What a correction makes of it; parts it leaves out stay as they are. */
    IntakeEvent.Corrected correctedBy(IntakeCommand.Correct c, @Nullable Rulebook rules) {
        return new IntakeEvent.Corrected(
                c.by(),
                c.occurredAt(),
                c.kind() == null ? kind : c.kind(),
                kind,
                c.urgency() == null ? urgency : c.urgency(),
                urgency,
                c.category() == null ? category : c.category(),
                category,
                c.place() == null ? place : c.place(),
                place,
                c.place() == null ? community : IntakeRules.communityOf(c.place(), rules),
                c.reason());
    }

    /** As it is described from now on; what turns out to be a tip-off becomes confidential, and stays so. */
    Demand corrected(IntakeEvent.Corrected e) {
        return withKind(e.kind())
                .withUrgency(e.urgency())
                .withCategory(e.category())
                .withPlace(e.place())
                .withCommunity(e.community())
                .withConfidential(confidential || e.kind() == DemandKind.TIP_OFF && kind != DemandKind.TIP_OFF);
    }
}
