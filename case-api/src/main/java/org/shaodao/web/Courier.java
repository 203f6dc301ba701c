package org.shaodao.web;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseFile;
import org.shaodao.eventstore.AppendRefused;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Requests;
import org.springframework.stereotype.Component;

/**
 * Brings a command to its aggregate. Where another node was faster the step is decided once more upon what is there now,
 * so that two units who act at the same moment both succeed.
 */
@Component
public class Courier {
    private static final int ATTEMPTS = 20;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final CommandGateway commands;
    private final ObservationRegistry observations;

    Courier(CommandGateway commands, ObservationRegistry observations) {
        this.commands = commands;
        this.observations = observations;
    }

    /**
     * Delivers the command and waits until what it made is on disk.
     *
     * @param command for an aggregate that remembers its {@link Requests}
     * @return the receipt the aggregate gives
     * @throws org.shaodao.fact.Refused when the aggregate says no
     * @throws AppendRefused when the store did not confirm it, or nobody knows whether it did
     * @throws ConcurrencyException when it is contested beyond reason
     * @throws AggregateStreamCreationException the same, where it is about the first event of an aggregate
     */
    public <R> R deliver(Object command, RequestMark mark) {
        return deliver(command, metadata(mark));
    }

    /**
     * The same for a command that nobody asked for but that followed from an event.
     *
     * @param causation id of the event
     */
    public <R> R deliver(Object command, RequestMark mark, String causation) {
        Map<String, String> metadata = metadata(mark);
        metadata.put(Requests.CAUSATION, causation);
        return deliver(command, metadata);
    }

    private <R> R deliver(Object command, Map<String, String> metadata) {
        return Observation.createNotStarted("shaodao.step", observations)
                .lowCardinalityKeyValue("step", Refusal.kebab(command.getClass()))
                .observe(() -> insist(command, metadata));
    }

    private <R> R insist(Object command, Map<String, String> metadata) {
        CommandMessage<?> message = command instanceof CaseCommand step
                ? CaseFile.message(step, metadata)
                : new GenericCommandMessage<>(command, metadata);
        for (int attempt = 1; ; attempt++) {
            try {
                R receipt = commands.sendAndWait(message);
                if (receipt == null) { // says the gateway to whom it interrupts
                    throw new AppendRefused(AppendRefused.Reason.OUTCOME_UNKNOWN, null);
                }
                return receipt;
            } catch (ConcurrencyException | AggregateStreamCreationException contested) {
                if (attempt == ATTEMPTS) {
                    throw contested;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    private static Map<String, String> metadata(RequestMark mark) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Requests.COMMAND_ID, mark.commandId());
        metadata.put(Requests.REQUEST_HASH, mark.requestHash());
        metadata.put(Requests.CHANNEL, mark.channel());
        metadata.put(Requests.TRACE, mark.trace());
        if (mark.expectedVersion() != null) {
            metadata.put(Requests.EXPECTED_VERSION, mark.expectedVersion().toString());
        }
        return metadata;
    }
}
