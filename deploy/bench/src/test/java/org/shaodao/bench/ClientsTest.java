package org.shaodao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.bench.RunServed.Door;

/** What clients find out is worth nothing when they were refused, and all requests are counted when they were not. */
class ClientsTest {
    private static final int REQUESTS = 18;
    private static final int READS = 8;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private int toReaders = 200;
    private int toWriters = 200;

    @TempDir
    private Path folder;

    private HttpServer door;
    private Clients clients;

    @BeforeEach
    void open() throws IOException {
        long process = ProcessHandle.current().pid();
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/", this::answer);
        door.start();
        Map<String, String> keys = Map.of(
                RealLife.STREET,
                "street",
                RealLife.LEAD,
                "lead",
                RealLife.ASSISTING,
                "assisting",
                RealLife.DISTRICT,
                "district");
        String url = "http://localhost:" + door.getAddress().getPort();
        clients = new Clients(new Door(url, process, keys), process, folder);
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void whoever_is_told_to_come_again_has_not_failed_and_whole_lives_are_counted() throws Exception {
        toReaders = 503;

        Round round = clients.work("open", Duration.ofSeconds(1), Duration.ofSeconds(1), 3.0 * REQUESTS);

        assertThat(round.commands()).isEqualTo(3 * REQUESTS);
        assertThat(round.seconds()).isBetween(0.5, 30.0);
        assertThat(round.more()).containsEntry("told to come again", 3.0 * READS);
        assertThat(asked)
                .contains("GET /api/v1/cases/c-1/history?limit=50&minVersion=7 street officer-of-huayuan")
                .hasSizeGreaterThan(3 * REQUESTS);
    }

    @Test
    void a_refusal_ends_it_and_the_log_that_is_named_tells_the_answer() {
        toWriters = 409;

        assertThatIOException()
                .isThrownBy(() -> clients.work("closed", Duration.ZERO, Duration.ofMinutes(5), null))
                .withMessageContaining(folder.resolve("closed.log").toString());

        assertThat(folder.resolve("closed.log")).content().contains("409", "\"version\":7");
        assertThat(asked).allSatisfy(request -> assertThat(request).startsWith("POST /api/v1/cases "));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add("%s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers.getFirst("Authorization").replace("Bearer ", ""),
                        headers.getFirst("Shaodao-Officer")));
        exchange.getRequestBody().readAllBytes();
        byte[] body = "{\"caseId\":\"c-1\",\"version\":7}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? toReaders : toWriters, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
