package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 受理. What is done with the demand itself: what may be asked. */
public sealed interface IntakeCommand extends CaseCommand {
    /** 提出诉求. Raise a demand and open its case file. Fields as in {@link IntakeEvent.Raised}. */
    record Raise(
            UUID caseId,
            By by,
            Instant occurredAt,
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
            implements IntakeCommand {}

    /** 不予受理. Decline a demand that is not ours, naming the lawful way; only before anybody was dispatched. */
    record NotAccept(UUID caseId, By by, Instant occurredAt, LegalRoute route, Sealed reason)
            implements IntakeCommand {}
}
