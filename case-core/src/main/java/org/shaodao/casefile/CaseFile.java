package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
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
import org.shaodao.casefile.CaseCommand.NoteMissedDeadline;
import org.shaodao.casefile.CaseCommand.OrderRework;
import org.shaodao.casefile.CaseCommand.Raise;
import org.shaodao.casefile.CaseCommand.Reopen;
import org.shaodao.casefile.CaseCommand.Reply;
import org.shaodao.casefile.CaseCommand.Verify;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Requests;

/**
 * 案卷. The aggregate of one demand: one line per step, everything else is in the phases. It remembers the commands it
 * took, so that a repeated request gets the receipt of its first time and never acts twice.
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
    private long version = -1;
    private CaseState state = new CaseState.Unborn();
    private final Requests requests = new Requests();

    /** For Axon, which fills a case file from its events. */
    protected CaseFile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(Raise c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(NotAccept c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(BlowWhistle c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(Dispatch c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(Acknowledge c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(Accept c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(Reply c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(OrderRework c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(Verify c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(FollowUp c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(Close c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(Reopen c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @CommandHandler
    Receipt handle(NoteMissedDeadline c, MetaData request, Rulebook rules) {
        return take(c, request, rules);
    }

    @EventSourcingHandler
    void on(CaseEvent event, MetaData request, @SequenceNumber long sequence, @Timestamp Instant recordedAt) {
        state = state.after(event, recordedAt);
        version = sequence;
        if (event instanceof CaseEvent.Raised raised) {
            id = raised.caseId();
            number = raised.number();
        }
        requests.took(request, sequence);
    }

    private Receipt take(CaseCommand command, MetaData request, Rulebook rules) {
        Long before = requests.repeated(request);
        if (before != null) {
            return receipt(before);
        }
        List<CaseEvent> events = state.decide(command, imported(request) ? null : rules);
        // After the rules, which hide the case from those who may not know of it: its version would tell.
        Requests.decidedUpon(request, version);
        events.forEach(AggregateLifecycle::apply);
        return receipt(version);
    }

    /** The promises of another system are not ours: what comes from a file starts none of our clocks. */
    private static boolean imported(MetaData request) {
        return IMPORT.equals(request.get(Requests.CHANNEL));
    }

    private Receipt receipt(long at) {
        return new Receipt(Objects.requireNonNull(id, "a case that took a step has an id"), number, at);
    }
}
