package org.shaodao.view;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.shaodao.casefile.CaseEvent;

/**
 * An event as the log has it.
 *
 * @param version its number within the case; the first event of a case has 0
 * @param recordedAt when it became known; the event itself says when it was true
 */
public record Recorded(UUID caseId, long version, Instant recordedAt, CaseEvent event) {
    /** An event of a case as a reader of the log gets it. */
    public static Recorded of(DomainEventMessage<?> message) {
        return new Recorded(
                UUID.fromString(message.getAggregateIdentifier()),
                message.getSequenceNumber(),
                message.getTimestamp(),
                (CaseEvent) message.getPayload());
    }
}
