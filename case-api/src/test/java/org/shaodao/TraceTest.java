package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.fact.Requests;
import org.slf4j.LoggerFactory;

/** From an event to the log lines of the request that made it. */
class TraceTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();

    private final Logger statements = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        statements.addAppender(lines);
        statements.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        statements.detachAppender(lines);
        statements.setLevel(null);
    }

    @Test
    void what_is_logged_about_a_request_carries_the_trace_of_its_events_and_nothing_else_does() {
        Answer raised = PRODUCT.as("huayuan")
                .post(
                        "/api/v1/cases",
                        Map.of(
                                "kind", "HELP",
                                "channel", "HOTLINE",
                                "category", "heating/cold-home",
                                "place", "linxi/huayuan/dongmen",
                                "subject", "暖气不热",
                                "narrative", "室温只有 14 度"));
        Object trace = PRODUCT.bean(EventStore.class)
                .readEvents(raised.json().get("caseId").asString())
                .next()
                .getMetaData()
                .get(Requests.TRACE);
        PRODUCT.as("huayuan").get("/api/v1/cases");

        List<ILoggingEvent> ofRequests = List.copyOf(lines.list).stream()
                .filter(line -> line.getThreadName().contains("exec"))
                .toList();
        assertThat(ofRequests)
                .filteredOn(line -> line.getFormattedMessage().contains("es.case_number"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("trace", String.valueOf(trace)));
        assertThat(ofRequests.getLast().getMDCPropertyMap()).doesNotContainKey("trace");
    }

    @InPostgresql
    @Test
    void a_trace_that_comes_with_a_request_goes_through_the_step_into_its_events_and_to_a_collector() throws Exception {
        StringBuffer collected = new StringBuffer();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            collected.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        RunningProduct product = RunningProduct.start(
                RunningProduct.emptyFolder(),
                "--shaodao.demo=true",
                "--management.tracing.sampling.probability=1.0",
                "--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:"
                        + collector.getAddress().getPort() + "/v1/traces");
        try {
            String trace = "0af7651916cd43dd8448eb211c80319c";
            Answer raised = product.as("huayuan")
                    .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                    .post(Town.CASES, Town.demand());

            assertThat(product.bean(EventStore.class)
                            .readEvents(Town.accepted(raised).get("caseId").asString())
                            .next()
                            .getMetaData())
                    .containsEntry(Requests.TRACE, trace);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(collected)
                            .contains(
                                    "shaodao.step",
                                    "raise",
                                    new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1)));
        } finally {
            product.stop();
            collector.stop(0);
        }
    }
}
