package org.shaodao.axonserver;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.shaodao.eventstore.AppendRefused;
import org.shaodao.eventstore.AppendRefused.Reason;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;

/**
 * Why a command failed, on its way between nodes. Only the details of a {@link CommandExecutionException} travel: what
 * callers tell apart is put into them where the command is handled, and made an exception again where it was sent.
 */
public final class Outcomes {
    private Outcomes() {}

    /** What is not a refusal, and what a caller can do something about. */
    public sealed interface Trouble {
        /** Another node was faster with the same aggregate: to be decided once more. */
        record Contested() implements Trouble {}

        /** The events were not, or perhaps not, stored. */
        record NotConfirmed(Reason reason) implements Trouble {}
    }

    /** For the node that handled the command: a failure with its details. */
    public static Throwable packed(Throwable failure) {
        if (failure instanceof CommandExecutionException) {
            return failure;
        }
        return trouble(failure)
                .<Throwable>map(trouble -> new CommandExecutionException(failure.toString(), failure, trouble))
                .orElse(failure);
    }

    private static Optional<Trouble> trouble(Throwable failure) {
        if (failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException) {
            return Optional.of(new Trouble.Contested());
        }
        StatusRuntimeException status = cause(failure, StatusRuntimeException.class);
        if (status != null) {
            // What Axon Server says to a sequence number that is taken.
            return Optional.of(
                    status.getStatus().getCode() == Status.Code.OUT_OF_RANGE
                            ? new Trouble.Contested()
                            : new Trouble.NotConfirmed(Reason.OUTCOME_UNKNOWN));
        }
        return cause(failure, TimeoutException.class) == null
                ? Optional.empty()
                : Optional.of(new Trouble.NotConfirmed(Reason.OUTCOME_UNKNOWN));
    }

    /** For the node that sent the command: the exception that its caller knows. */
    public static Throwable unpacked(Throwable failure) {
        CommandExecutionException told = cause(failure, CommandExecutionException.class);
        if (told != null) {
            return switch (told.getDetails().orElse(null)) {
                case Refusal refusal -> new Refused(refusal);
                case Trouble.Contested() -> new ConcurrencyException(told.getMessage(), told);
                case Trouble.NotConfirmed(Reason reason) -> new AppendRefused(reason, told);
                case null, default -> told;
            };
        }
        if (cause(failure, NoHandlerForCommandException.class) != null) {
            return new AppendRefused(Reason.STORE_UNAVAILABLE, failure);
        }
        return onTheWay(failure) ? new AppendRefused(Reason.OUTCOME_UNKNOWN, failure) : failure;
    }

    /** Whether it was lost between the nodes, there or back. */
    private static boolean onTheWay(Throwable failure) {
        return cause(failure, AxonServerException.class) != null
                || cause(failure, CommandDispatchException.class) != null
                || cause(failure, io.axoniq.axonserver.connector.AxonServerException.class) != null
                || cause(failure, StatusRuntimeException.class) != null;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
