package org.shaodao.axonserver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who starts the product with a wrong address reads what is wrong. */
class AxonServerLineTest {
    @Test
    void where_nobody_listens_the_start_gives_up_in_time() throws IOException {
        int port = freePort();

        assertThatThrownBy(() -> open(port))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Shaodao does not start: no Axon Server answers at 127.0.0.1:" + port)
                .hasMessageContaining("UNAVAILABLE")
                .hasMessageNotContaining("\n")
                .hasMessageEndingWith("shaodao.axon-server.servers names host and gRPC port, 8124 by default.");
    }

    @Test
    void a_server_that_is_another_or_too_old_is_named_at_once() throws IOException {
        Server other = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .build()
                .start();
        try {
            assertThatThrownBy(() -> open(other.getPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Shaodao does not start: who answers at 127.0.0.1:" + other.getPort()
                            + " keeps no events for context \"default\"")
                    .hasMessageContaining("UNIMPLEMENTED");
        } finally {
            other.shutdownNow();
        }
    }

    private static void open(int port) {
        AxonServerSettings settings =
                new AxonServerSettings("127.0.0.1:" + port, "default", null, null, Duration.ofSeconds(2));
        try (AxonServerLine line = new AxonServerLine(settings, "node-1")) {
            line.open();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
