package org.shaodao.eventstore;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.grpc.StatusRuntimeException;

/** What Axon Server's connection throws where the server cannot be asked, or does not answer: no type says so. */
public final class Outage {
    private Outage() {}

    /** Whether this, or what caused it, is one. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case AxonServerException _,
                        StreamClosedException _,
                        StreamTimeoutException _,
                        StatusRuntimeException _ -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
