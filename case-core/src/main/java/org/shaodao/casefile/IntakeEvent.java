package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 受理. What is done with the demand itself: what happened. */
public sealed interface IntakeEvent extends CaseEvent {
    /**
     * 诉求提出. A demand was raised and its case file opened.
     *
     * @param number public case number
     * @param street the street office that runs the case
     * @param urgency null = normal
     * @param complainant the person whose key seals the words of this case
     * @param outside number of the same matter in another system, unique per source; null if it began here
     */
    @StoredAs("casefile.raised")
    record Raised(
            By by,
            Instant occurredAt,
            UUID caseId,
            String number,
            String street,
            UUID complainant,
            DemandKind kind,
            @Nullable Urgency urgency,
            Channel channel,
            String category,
            String place,
            String subject,
            Sealed narrative,
            @Nullable Sealed name,
            @Nullable Sealed phone,
            @Nullable Sealed address,
            @Nullable OutsideNumber outside)
            implements IntakeEvent {}

    /** 不予受理. Not ours to handle; the resident is told the lawful way. */
    @StoredAs("casefile.not-accepted")
    record NotAccepted(By by, Instant occurredAt, LegalRoute route, Sealed reason) implements IntakeEvent {}
}
