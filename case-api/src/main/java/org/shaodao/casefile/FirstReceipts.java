package org.shaodao.casefile;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;
import org.shaodao.web.RequestMark;
import org.springframework.stereotype.Component;

/**
 * Finds the receipt of a request that was taken before and cannot be asked again: the case file itself recognises
 * repetitions, but words for somebody erased since can no longer be sealed and so never reach it.
 */
@Component
class FirstReceipts {
    private final EventStore events;

    FirstReceipts(EventStore events) {
        this.events = events;
    }

    /**
     * The receipt of the first time; empty if there was none.
     *
     * @throws Refused with {@link CommonRefusal.RequestDiffers} when the first request said something else
     */
    Optional<Receipt> of(UUID caseId, RequestMark mark) {
        String number = "";
        @Nullable Long version = null;
        @Nullable CaseRefusal refusal = null;
        for (var stored = events.readEvents(caseId.toString()); stored.hasNext(); ) {
            DomainEventMessage<?> event = stored.next();
            if (event.getPayload() instanceof IntakeEvent.Raised raised) {
                number = raised.number();
            }
            if (mark.commandId().equals(event.getMetaData().get(Requests.COMMAND_ID))) {
                if (!Objects.equals(mark.requestHash(), event.getMetaData().get(Requests.REQUEST_HASH))) {
                    throw new Refused(new CommonRefusal.RequestDiffers());
                }
                version = event.getSequenceNumber();
                refusal = event.getPayload() instanceof CaseEvent told ? told.refusal() : null;
            }
        }
        return version == null ? Optional.empty() : Optional.of(new Receipt(caseId, number, version, refusal));
    }
}
