package org.shaodao.casefile;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Requests;

/**
 * 案卷. The aggregate of one demand. Every step comes in by one door; what it does is in the phases. It remembers the
 * commands it took, so that a repeated request gets the receipt of its first time and never acts twice.
 */
@AggregateRoot(type = CaseFile.TYPE)
public class CaseFile {
    /** The name under which case files are stored. */
    public static final String TYPE = "casefile";

    /** The channel of steps that another system's file tells of. */
    public static final String IMPORT = "import";

    @AggregateIdentifier
    private @Nullable UUID id;

    private String number = "";
    private boolean fromAFile;
    private long version = -1;
    private CaseState state = new CaseState.Unborn();
    private final Requests requests = new Requests();
    private final Map<Long, CaseRefusal> refusals = new HashMap<>();

    /**
     * A command as it travels: all steps go by one name, so that a new one needs no line here.
     *
     * @param metadata keys of {@link Requests}
     */
    public static CommandMessage<CaseCommand> message(CaseCommand command, Map<String, ?> metadata) {
        return new GenericCommandMessage<>(new GenericMessage<>(command, metadata), CaseCommand.class.getName());
    }

    /** For Axon, which fills a case file from its events. */
    protected CaseFile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt take(CaseCommand command, MetaData request, Rulebook rules) {
        Long before = requests.repeated(request);
        if (before != null) {
            return receipt(before);
        }
        List<CaseEvent> events =
                state.decide(command, imported(request) ? null : fromAFile ? new FromAFile(rules) : rules);
        // After the rules, which hide the case from those who may not know of it: its version would tell.
        Requests.decidedUpon(request, version);
        events.forEach(AggregateLifecycle::apply);
        return receipt(version);
    }

    @EventSourcingHandler
    void on(CaseEvent event, MetaData request, @SequenceNumber long sequence, @Timestamp Instant recordedAt) {
        state = state.after(event, recordedAt);
        version = sequence;
        if (event instanceof IntakeEvent.Raised raised) {
            id = raised.caseId();
            number = raised.number();
            fromAFile = imported(request);
        }
        CaseRefusal refusal = event.refusal();
        if (refusal != null) {
            refusals.put(sequence, refusal);
        }
        requests.took(request, sequence);
    }

    /** What is known of the case, for a step that concerns another one too; empty while nothing was raised. */
    Optional<CaseFacts> facts() {
        return state instanceof CaseState.Known known ? Optional.of(known.facts()) : Optional.empty();
    }

    /** The promises of another system are not ours: what comes from a file starts none of our clocks. */
    private static boolean imported(MetaData request) {
        return IMPORT.equals(request.get(Requests.CHANNEL));
    }

    private Receipt receipt(long at) {
        return new Receipt(
                Objects.requireNonNull(id, "a case that took a step has an id"), number, at, refusals.get(at));
    }
}
