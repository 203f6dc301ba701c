package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** A ticket of the city comes in under its own number, is handled, and its result goes out: asked for, or sent. */
class OutsideRoundTripTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String DUE = "2031-01-12T09:30:00Z";

    private static HttpServer city;
    private static RunningProduct product;
    private static Town town;

    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final List<JsonNode> TAKEN = new CopyOnWriteArrayList<>();
    private static final List<String> FORGED = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        city = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        city.createContext("/results", OutsideRoundTripTest::hear);
        city.start();
        product = RunningProduct.start(
                RunningProduct.emptyFolder(),
                "--shaodao.demo=true",
                "--shaodao.returns.pause=PT0.2S",
                "--shaodao.returns.webhooks.pushed.url=http://localhost:"
                        + city.getAddress().getPort() + "/results",
                "--shaodao.returns.webhooks.pushed.secret=" + SECRET);
        town = Town.in(product);
    }

    @AfterAll
    static void stop() {
        product.stop();
        city.stop(0);
    }

    /** The city's system: fails as often as it is told to, then takes what is signed. */
    private static void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values));
        int status = 503;
        try {
            new Webhook(SECRET).verify(body, headers);
            if (FAILURES.getAndDecrement() <= 0) {
                TAKEN.add(RunningProduct.JSON.readTree(body));
                status = 204;
            }
        } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
            FORGED.add(e.toString());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void the_city_fetches_the_result_and_confirms_it_as_often_as_it_likes() {
        Session asking = town.with(Role.OUTSIDE, "asked");
        String number = "BJ-" + UUID.randomUUID();
        String address = raised(asking, "asked", number);
        String result = address.replace("cases", "returns");
        assertThat(asking.get(result).code()).isEqualTo("wrong-phase");
        handled(address);

        JsonNode owed = Awaitility.await()
                .until(() -> asking.get("/api/v1/returns").json().path("results"), list -> list.size() == 1)
                .get(0);
        assertThat(owed.path("outsideNumber").asString()).isEqualTo(number);
        assertThat(owed.path("dueAt").asString()).isEqualTo(DUE);

        JsonNode told = Town.accepted(asking.get(result));
        assertThat(told.path("version")).isEqualTo(owed.path("version"));
        assertThat(told.path("phase").asString()).isEqualTo("VERIFIED");
        assertThat(told.at("/answers/0/unit").asString()).isEqualTo(Town.HEATING);
        assertThat(told.at("/answers/0/unitName").asString()).isEqualTo("林溪供热公司");
        assertThat(told.at("/answers/0/outcome").asString()).isEqualTo("SOLVED");
        assertThat(told.at("/answers/0/words").asString()).contains("换热站已修好");
        assertThat(told.toString()).doesNotContain("家里只有十四度");

        Map<String, Object> receipt = Map.of("version", told.get("version").asLong());
        assertThat(asking.post(result + "/receipt", Map.of("version", 1)).code())
                .isEqualTo("version-changed");
        JsonNode first = Town.accepted(asking.post(result + "/receipt", receipt));
        assertThat(Town.accepted(asking.post(result + "/receipt", receipt))).isEqualTo(first);
        assertThat(Town.history(town.street(), address, first.get("version").asLong())
                        .valueStream()
                        .filter(entry -> entry.get("event").asString().equals("casefile.result-returned")))
                .hasSize(1);
        Awaitility.await()
                .until(() ->
                        asking.get("/api/v1/returns").json().path("results").isEmpty());
    }

    @Test
    void another_system_sees_nothing_of_it_and_raises_nothing_under_its_number() {
        Session asking = town.with(Role.OUTSIDE, "asked");
        Session other = town.with(Role.OUTSIDE, "other");
        String address = raised(asking, "asked", "BJ-" + UUID.randomUUID());
        handled(address);
        String result = address.replace("cases", "returns");
        assertThat(other.get(result).status()).isEqualTo(404);
        assertThat(other.post(result + "/receipt", Map.of("version", 9)).status())
                .isEqualTo(404);
        assertThat(asking.get(address).status())
                .as("the case itself is not its")
                .isEqualTo(404);
        assertThat(other.post(Town.CASES, ticket("asked", "BJ-1")).code()).isEqualTo("role-may-not");
        assertThat(other.post(Town.CASES, Town.but(Town.demand(), "street", Town.STREET))
                        .code())
                .isEqualTo("role-may-not");
    }

    @Test
    void a_result_is_sent_signed_until_it_is_taken_and_again_after_reopening() {
        FAILURES.set(2);
        String number = "12345-" + UUID.randomUUID();
        String address = raised(town.with(Role.OUTSIDE, "pushed"), "pushed", number);
        handled(address);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> TAKEN.size() == 1);
        assertThat(TAKEN.getFirst().path("outsideNumber").asString()).isEqualTo(number);
        assertThat(FORGED).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(events(address)).contains("casefile.result-returned"));

        Town.accepted(town.street().post(address + "/closure", Map.of()));
        Town.accepted(town.street().post(address + "/reopening", Map.of("reason", "又不热了。")));
        Town.accepted(town.street().post(address + "/dispatches", Map.of("call", Town.call(Town.HEATING, "LEAD"))));
        Town.accepted(town.heating().post(address + "/dispatches/2/replies", Town.finalReply()));
        Town.accepted(town.street().post(address + "/verification", Map.of("basis", "ON_SITE")));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> TAKEN.size() == 2);
        assertThat(TAKEN.getLast().path("version").asLong())
                .isGreaterThan(TAKEN.getFirst().path("version").asLong());
    }

    private static List<String> events(String address) {
        return Town.history(town.street(), address, 0)
                .valueStream()
                .map(entry -> entry.get("event").asString())
                .toList();
    }

    private static Map<String, Object> ticket(String source, String number) {
        return Town.but(
                Town.but(Town.demand(), "street", Town.STREET),
                "outside",
                Map.of("source", source, "number", number, "dueAt", DUE));
    }

    private static String raised(Session city, String source, String number) {
        return Town.CASES
                + '/'
                + Town.accepted(city.post(Town.CASES, ticket(source, number)))
                        .get("caseId")
                        .asString();
    }

    private static void handled(String address) {
        Town.accepted(town.street().post(address + "/dispatches", Map.of("call", Town.call(Town.HEATING, "LEAD"))));
        Town.accepted(town.heating().post(address + "/dispatches/1/replies", Town.finalReply()));
        Town.accepted(town.street().post(address + "/verification", Map.of("basis", "ON_SITE")));
    }
}
