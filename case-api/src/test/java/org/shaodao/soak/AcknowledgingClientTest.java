package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.soak.Acknowledgements.Word;

/** What the client cannot go on from is evidence, not noise. */
class AcknowledgingClientTest {
    @Test
    void an_answer_that_makes_no_sense_is_on_record_as_a_refusal(@TempDir Path folder) throws Exception {
        HttpServer product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("nonsense".getBytes());
            exchange.close();
        });
        product.start();
        Path told = folder.resolve("told.txt");
        Process client = AcknowledgingClient.start(
                "http://localhost:" + product.getAddress().getPort(),
                Map.of(AcknowledgingClient.STREET, "shd_" + UUID.randomUUID() + "_secret"),
                told,
                1,
                folder.resolve("client.txt"));
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> told.toFile().exists()
                            && Acknowledgements.read(told).stream().anyMatch(line -> line.word() == Word.REFUSED));
            assertThat(Acknowledgements.stored(told)).isZero();
        } finally {
            client.destroyForcibly().waitFor();
            product.stop(0);
        }
    }
}
