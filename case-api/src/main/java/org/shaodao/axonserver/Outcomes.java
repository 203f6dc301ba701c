package org.shaodao.axonserver;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.shaodao.eventstore.AppendRefused;
import org.shaodao.eventstore.AppendRefused.Reason;
import org.shaodao.eventstore.Outage;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;

/**
 * Why a command failed, on its way between nodes. Only the details of a {@link CommandExecutionException} travel: what
 * callers tell apart is put into them where the command is handled, and made an exception again where it was sent. A
 * failure that comes without details was made on the way, and says nothing of what was stored.
 */
public final class Outcomes {
    private Outcomes() {}

    /** What is not a refusal. */
    public sealed interface Trouble {
        /** Another node was faster with the same aggregate: to be decided once more. */
        record Contested() implements Trouble {}

        /** Too many steps of the same aggregate wait already. */
        record Busy() implements Trouble {}

        /** Something else than the case stands in the way, for example that no policy pack is in force. */
        record InTheWay(ProblemCode code) implements Trouble {}

        /** The events were not, or perhaps not, stored. */
        record NotConfirmed(Reason reason) implements Trouble {}

        /** A mistake of the program; nothing was stored. */
        record Unforeseen(String what) implements Trouble {}
    }

    /** For the node that handled the command: a failure with its details. */
    public static Throwable packed(Throwable failure) {
        return failure instanceof CommandExecutionException
                ? failure
                : new CommandExecutionException(failure.toString(), failure, trouble(failure));
    }

    private static Trouble trouble(Throwable failure) {
        StatusRuntimeException status = cause(failure, StatusRuntimeException.class);
        if (status != null) {
            // What Axon Server says to a sequence number that is taken.
            return status.getStatus().getCode() == Status.Code.OUT_OF_RANGE
                    ? new Trouble.Contested()
                    : new Trouble.NotConfirmed(Reason.OUTCOME_UNKNOWN);
        }
        if (cause(failure, TimeoutException.class) != null || Outage.is(failure)) {
            return new Trouble.NotConfirmed(Reason.OUTCOME_UNKNOWN);
        }
        return switch (failure) {
            case ConcurrencyException _, AggregateStreamCreationException _ -> new Trouble.Contested();
            case LockAcquisitionFailedException _ -> new Trouble.Busy();
            case Problem problem -> new Trouble.InTheWay(problem.code());
            case NoHandlerForCommandException _ -> new Trouble.NotConfirmed(Reason.SHUTTING_DOWN);
            // Sent by a node of another version: once all are of one, it is understood.
            case SerializationException _ -> new Trouble.NotConfirmed(Reason.STORE_UNAVAILABLE);
            default -> new Trouble.Unforeseen(failure.toString());
        };
    }

    /** For the node that sent the command: the exception that its caller knows. */
    public static Throwable unpacked(Throwable failure) {
        CommandExecutionException told = cause(failure, CommandExecutionException.class);
        if (told == null) {
            return cause(failure, NoHandlerForCommandException.class) == null
                    ? new AppendRefused(Reason.OUTCOME_UNKNOWN, failure)
                    : new AppendRefused(Reason.STORE_UNAVAILABLE, failure);
        }
        return switch (told.getDetails().orElse(null)) {
            case Refusal refusal -> new Refused(refusal);
            case Trouble.Contested() -> new ConcurrencyException(told.getMessage(), told);
            case Trouble.Busy() -> new LockAcquisitionFailedException(told.getMessage(), told);
            case Trouble.InTheWay(ProblemCode code) -> new Problem(code, Map.of());
            case Trouble.NotConfirmed(Reason reason) -> new AppendRefused(reason, told);
            case Trouble.Unforeseen _ -> told;
            case null, default -> new AppendRefused(Reason.OUTCOME_UNKNOWN, told);
        };
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
