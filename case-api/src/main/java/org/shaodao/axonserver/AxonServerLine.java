package org.shaodao.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;

/** The connection of this node to Axon Server. Once lost, it is looked for until it is there again. */
public final class AxonServerLine implements AutoCloseable {
    /** A command holds one until its events are stored. */
    private static final int COMMAND_THREADS = 32;

    private static final long PAUSE_MILLIS = 100;
    private static final Duration PROBE = Duration.ofSeconds(10);

    private static final String NOBODY = "no Axon Server answers at %s within %s (%s)."
            + " shaodao.axon-server.servers names host and gRPC port, 8124 by default.";
    private static final String KEEPS_NO_EVENTS = "who answers at %s keeps no events for context \"%s\" (%s)."
            + " Axon Server 4.6 or newer with that context is needed, and a token where it asks for one.";

    /** What does not become better by waiting. */
    private static final Set<Status.Code> MEANT = Set.of(
            Status.Code.UNIMPLEMENTED,
            Status.Code.UNAUTHENTICATED,
            Status.Code.PERMISSION_DENIED,
            Status.Code.INVALID_ARGUMENT);

    private final AxonServerSettings settings;
    private final AxonServerConfiguration configuration;
    private final AxonServerConnectionManager manager;
    private final LastWord lastWord = new LastWord();

    /**
     * Looks for nobody yet.
     *
     * @param settings with servers
     * @param node the id of this node: another at every start
     */
    public AxonServerLine(AxonServerSettings settings, String node) {
        this.settings = settings;
        AxonServerConfiguration.Builder building = AxonServerConfiguration.builder()
                .servers(settings.servers())
                .context(settings.context())
                .componentName("shaodao")
                .clientId(node);
        if (settings.token() != null) {
            building.token(settings.token());
        }
        if (settings.certificate() != null) {
            building.ssl(settings.certificate().toString());
        }
        this.configuration = building.build();
        configuration.setCommandThreads(COMMAND_THREADS);
        // Every reader gets every event: one that is held back would leave it behind the log for ever.
        configuration.setEventBlockListingEnabled(false);
        this.manager = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .channelCustomizer(channel -> channel.intercept(lastWord))
                .build();
    }

    /**
     * Connects, and asks what every step will need.
     *
     * @throws IllegalStateException where nobody answers in time, or who answers keeps no events for this context; its
     *     message is for whoever starts the product
     */
    public void open() {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        String answer = askForEvents();
        while (answer != null && System.nanoTime() < deadline && !MEANT.contains(lastWord.status.getCode())) {
            pause();
            answer = askForEvents();
        }
        if (answer != null) {
            boolean connected = isConnected();
            close();
            throw new IllegalStateException("Shaodao does not start: "
                    + (connected || MEANT.contains(lastWord.status.getCode())
                            ? KEEPS_NO_EVENTS.formatted(settings.servers(), settings.context(), answer)
                            : NOBODY.formatted(settings.servers(), settings.patience(), answer)));
        }
    }

    /** What it says where it gives no events; null where it does. */
    private @Nullable String askForEvents() {
        AxonServerConnection connection = manager.getConnection();
        if (!connection.isConnected()) {
            return lastWord.status.getCode() + ": " + lastWord.status.getDescription();
        }
        try {
            connection.eventChannel().getLastToken().get(PROBE.toMillis(), TimeUnit.MILLISECONDS);
            connection
                    .eventChannel()
                    .findHighestSequence(new UUID(0, 0).toString())
                    .get(PROBE.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        } catch (TimeoutException e) {
            return "no answer within " + PROBE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Whether Axon Server can be asked now. */
    public boolean isConnected() {
        return manager.isConnected(settings.context());
    }

    /** For Axon's own parts. */
    public AxonServerConnectionManager manager() {
        return manager;
    }

    /** For Axon's own parts. */
    public AxonServerConfiguration configuration() {
        return configuration;
    }

    @Override
    public void close() {
        manager.shutdown();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Remembers how the last call ended: Axon's connection says it to the log file only. */
    private static final class LastWord implements ClientInterceptor {
        private volatile Status status = Status.OK;

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    super.start(
                            new SimpleForwardingClientCallListener<>(listener) {
                                @Override
                                public void onClose(Status ended, Metadata trailers) {
                                    status = ended;
                                    super.onClose(ended, trailers);
                                }
                            },
                            headers);
                }
            };
        }
    }
}
