package org.shaodao.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseCommand.Accept;
import org.shaodao.casefile.CaseCommand.Acknowledge;
import org.shaodao.casefile.CaseCommand.BlowWhistle;
import org.shaodao.casefile.CaseCommand.Close;
import org.shaodao.casefile.CaseCommand.Dispatch;
import org.shaodao.casefile.CaseCommand.FollowUp;
import org.shaodao.casefile.CaseCommand.NotAccept;
import org.shaodao.casefile.CaseCommand.OrderRework;
import org.shaodao.casefile.CaseCommand.Raise;
import org.shaodao.casefile.CaseCommand.Reopen;
import org.shaodao.casefile.CaseCommand.Reply;
import org.shaodao.casefile.CaseCommand.Verify;

/**
 * 案卷. The aggregate of one demand: one line per step, everything else is in the phases. It remembers the commands it
 * took, so that a repeated request gets the receipt of its first time and never acts twice.
 */
@AggregateRoot(type = CaseFile.TYPE)
public class CaseFile {
    /** The name under which case files are stored. */
    public static final String TYPE = "casefile";

    /** Metadata: identity of the request, the same for every repetition of it. */
    public static final String COMMAND_ID = "commandId";

    /** Metadata: fingerprint of what the request said. */
    public static final String REQUEST_HASH = "requestHash";

    /** Metadata: the event that caused a reaction; absent where a person acted. */
    public static final String CAUSATION = "causation";

    /** Metadata: the way the request came, for example {@code api} or {@code import}. */
    public static final String CHANNEL = "channel";

    /** Metadata: identity of the attempt, by which the log lines of an API request are found. */
    public static final String TRACE = "trace";

    /** Metadata of a command only: the version the caller decided upon; absent = any. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    @AggregateIdentifier
    private @Nullable UUID id;

    private String number = "";
    private long version = -1;
    private CaseState state = new CaseState.Unborn();
    private final Map<String, Taken> taken = new HashMap<>();

    /** For Axon, which fills a case file from its events. */
    protected CaseFile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(Raise c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(NotAccept c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(BlowWhistle c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(Dispatch c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(Acknowledge c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(Accept c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(Reply c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(OrderRework c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(Verify c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(FollowUp c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(Close c, MetaData request) {
        return take(c, request);
    }

    @CommandHandler
    Receipt handle(Reopen c, MetaData request) {
        return take(c, request);
    }

    @EventSourcingHandler
    void on(CaseEvent event, MetaData request, @SequenceNumber long sequence) {
        state = state.after(event);
        version = sequence;
        if (event instanceof CaseEvent.Raised raised) {
            id = raised.caseId();
            number = raised.number();
        }
        if (request.get(COMMAND_ID) instanceof String commandId) {
            taken.put(commandId, new Taken((String) request.get(REQUEST_HASH), sequence));
        }
    }

    private Receipt take(CaseCommand command, MetaData request) {
        Taken before = taken.get((String) request.get(COMMAND_ID));
        if (before != null) {
            return receipt(before.repeatedAs((String) request.get(REQUEST_HASH)));
        }
        List<CaseEvent> events = state.decide(command);
        // After the rules, which hide the case from those who may not know of it: its version would tell.
        if (request.get(EXPECTED_VERSION) instanceof String expected && Long.parseLong(expected) != version) {
            throw new Refused(new CaseRefusal.VersionChanged(Long.valueOf(expected), version));
        }
        events.forEach(AggregateLifecycle::apply);
        return receipt(version);
    }

    private Receipt receipt(long at) {
        return new Receipt(Objects.requireNonNull(id, "a case that took a step has an id"), number, at);
    }

    /** A command this case took: what it said, and the version it made. */
    private record Taken(@Nullable String requestHash, long version) {
        long repeatedAs(@Nullable String hash) {
            if (!Objects.equals(requestHash, hash)) {
                throw new Refused(new CaseRefusal.RequestDiffers());
            }
            return version;
        }
    }
}
