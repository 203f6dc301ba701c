package org.shaodao.reactions;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFile;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;
import org.shaodao.web.Courier;
import org.shaodao.web.RequestMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one reaction hear what happens, and brings what it asks for to the case. */
final class Reacting implements EventHandlerInvoker, ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Reacting.class);
    private static final String CHANNEL = "reaction";

    /** Longer than Axon ever waits before it tries again. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final String name;
    private final Reaction reaction;
    private final Courier courier;
    private final Clock clock;
    private volatile @Nullable Instant failedAt;

    Reacting(String name, Reaction reaction, Courier courier, Clock clock) {
        this.name = name;
        this.reaction = reaction;
        this.courier = courier;
        this.clock = clock;
    }

    /** What nothing follows from is passed over here, by the coordinator, and costs no transaction. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message instanceof DomainEventMessage<?> event
                && canHandleType(event.getPayloadType())
                && segment.matches(event.getAggregateIdentifier())
                && !CaseFile.IMPORT.equals(event.getMetaData().get(Requests.CHANNEL))
                && follows(event).isPresent();
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return CaseEvent.class.isAssignableFrom(payloadType);
    }

    /** The command is a unit of work of its own: within that of the batch it would be stored with the token or not at all. */
    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        CurrentUnitOfWork.clear(batch);
        try {
            follows(event).ifPresent(command -> ask(command, event.getIdentifier()));
            failedAt = null;
        } finally {
            CurrentUnitOfWork.set(batch);
        }
    }

    String name() {
        return name;
    }

    /** Whether it failed lately and was not heard of since; what another node took over is forgotten. */
    boolean failing() {
        Instant failed = failedAt;
        return failed != null && failed.plus(LONGEST_PAUSE).isAfter(clock.instant());
    }

    private Optional<CaseCommand> follows(DomainEventMessage<?> event) {
        return reaction.follows(
                UUID.fromString(event.getAggregateIdentifier()), (CaseEvent) event.getPayload(), clock.instant());
    }

    private void ask(CaseCommand command, String cause) {
        String commandId =
                UuidCreator.getNameBasedSha1(UUID.fromString(cause), name).toString();
        try {
            courier.deliver(
                    command,
                    new RequestMark(command.by(), true, commandId, CHANNEL, true, null, CHANNEL, commandId),
                    cause);
        } catch (Refused refused) {
            LOG.debug(
                    "{} asked {} in vain: {}",
                    name,
                    command.caseId(),
                    refused.refusal().code());
        }
    }

    /** Rethrows as an exception whatever it was: an {@link Error} would end the segment's worker for good, unseen. */
    @Override
    public void handleError(ErrorContext context) throws Exception {
        Throwable error = context.error();
        failedAt = clock.instant();
        throw error instanceof Exception e ? e : new EventProcessingException(name, error);
    }
}
