package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Both views are built anew while people go on writing and reading; nobody notices. */
class RebuildWhileServingTest {
    private static final List<String> VIEWS = List.of("history", "inbox");
    private static final int CASES_BEFORE = 40;

    private static final AtomicBoolean over = new AtomicBoolean();
    private static final AtomicInteger reads = new AtomicInteger();
    private static final AtomicInteger writes = new AtomicInteger();
    private static final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private static RunningProduct product;
    private static JdbcClient jdbc;
    private static Session administrator;
    private static Session street;
    private static Session unit;

    @BeforeAll
    static void open() {
        product = RunningProduct.start(RunningProduct.emptyFolder(), "--shaodao.demo=true");
        jdbc = product.bean(JdbcClient.class);
        product.bean(Accounts.class).createIfAbsent("root", Role.ADMINISTRATOR, null, "a password", false);
        administrator = keyFor(product.as("root", "a password"), Map.of("name", "operator", "role", "ADMINISTRATOR"));
        street = keyFor(administrator, Map.of("name", "street", "role", "STREET", "unit", "huayuan"));
        unit = keyFor(administrator, Map.of("name", "unit", "role", "UNIT", "unit", "linxi-heating"));
        for (int i = 0; i < CASES_BEFORE; i++) {
            write();
        }
    }

    @AfterAll
    static void close() {
        product.stop();
    }

    @Test
    void readers_and_writers_notice_nothing_of_a_rebuild() throws Exception {
        try (ExecutorService people = Executors.newCachedThreadPool()) {
            List<Future<?>> work = List.of(
                    people.submit(() -> until_it_is_over(RebuildWhileServingTest::write)),
                    people.submit(() -> until_it_is_over(RebuildWhileServingTest::write)),
                    people.submit(() -> until_it_is_over(new InboxReader()::read)),
                    people.submit(() -> until_it_is_over(RebuildWhileServingTest::readCases)));
            try {
                goneOn();
                for (String view : VIEWS) {
                    Answer begun = administrator.post("/api/v1/views/" + view + "/rebuild", null);
                    assertThat(begun.status()).isEqualTo(202);
                    assertThat(begun.json().get("generation").asInt()).isEqualTo(2);
                }
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(VIEWS)
                                .allSatisfy(view -> assertThat(live(view)).isEqualTo(2)));
                assertThat(VIEWS).as("for readers who began before").allMatch(view -> exists("view_" + view + "_1"));
                goneOn();
            } finally {
                over.set(true);
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        assertThat(wrong).isEmpty();

        nothing_is_missing_and_nothing_counted_twice();
        the_old_tables_go_when_their_time_has_passed();
    }

    private static void nothing_is_missing_and_nothing_counted_twice() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(product.bean(ViewRegistry.class).status())
                        .allSatisfy(view -> assertThat(
                                        view.live().orElseThrow().progress().lag())
                                .isZero()));
        assertThat(counted(unit.get("/api/v1/inbox").json()))
                .isEqualTo(number("select count(*) from es.event where payload_type = 'casefile.dispatched'"
                        + " and payload::json ->> 'unit' = 'linxi-heating'"))
                .isGreaterThan(CASES_BEFORE);
        assertThat(number("select count(*) from view_history_2.known_history"))
                .isEqualTo(number("select count(*) from es.event where payload_type = 'casefile.raised'"));
        assertThat(number("select sum(version + 1) from view_history_2.known_history"))
                .isEqualTo(number("select count(*) from es.event where payload_type like 'casefile.%'"));
    }

    private static void the_old_tables_go_when_their_time_has_passed() {
        jdbc.sql("update views.generation set retired_at = retired_at - interval '1 hour' where retired_at is not null")
                .update();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(VIEWS).noneMatch(view -> exists("view_" + view + "_1")));
        assertThat(unit.get("/api/v1/inbox").status()).isEqualTo(200);
        assertThat(street.get("/api/v1/cases").status()).isEqualTo(200);
    }

    private static void until_it_is_over(Runnable work) {
        while (!over.get()) {
            work.run();
        }
    }

    /** Some more was written and read. */
    private static void goneOn() {
        int written = writes.get() + 10;
        int read = reads.get() + 20;
        await().atMost(Duration.ofMinutes(1)).until(() -> writes.get() >= written && reads.get() >= read);
    }

    /** Opens a case, calls the unit, and has it look at what it was called to. */
    private static void write() {
        Answer opened = street.post(
                "/api/v1/cases",
                Map.of(
                        "kind", "HELP",
                        "channel", "HOTLINE",
                        "category", "heating/cold-home",
                        "place", "linxi/huayuan/dongmen",
                        "subject", "暖气不热",
                        "narrative", "家里只有 14 度"));
        expect(201, opened);
        String caseId = opened.json().path("caseId").asString();
        Answer sent = street.post(
                "/api/v1/cases/" + caseId + "/dispatches",
                Map.of("call", Map.of("unit", "linxi-heating", "role", "LEAD", "task", "查明原因")));
        expect(200, sent);
        Answer seen = unit.get(
                "/api/v1/cases/%s?minVersion=%s".formatted(caseId, sent.json().path("version")));
        expect(200, seen);
        if (seen.json().path("dispatches").size() != 1) {
            wrong.add("a unit does not see what it was called to: "
                    + seen.response().body());
        }
        expect(200, unit.post("/api/v1/cases/" + caseId + "/dispatches/1/acknowledgement", Map.of()));
        writes.incrementAndGet();
    }

    private static void readCases() {
        Answer cases = street.get("/api/v1/cases?limit=20");
        expect(200, cases);
        if (cases.json().path("cases").size() != 20) {
            wrong.add("cases are missing: " + cases.response().body());
        }
        reads.incrementAndGet();
    }

    /** Nothing that was in the inbox once is ever gone from it: its counts together only grow. */
    private static final class InboxReader {
        private long before = CASES_BEFORE;

        void read() {
            Answer inbox = unit.get("/api/v1/inbox?tab=IN_HAND&limit=20");
            expect(200, inbox);
            long now = counted(inbox.json());
            if (now < before || inbox.json().path("rows").size() != 20) {
                wrong.add("the inbox had " + before + " and has "
                        + inbox.response().body());
            }
            before = now;
            reads.incrementAndGet();
        }
    }

    private static long counted(JsonNode inbox) {
        JsonNode counts = inbox.path("counts");
        return Stream.of("toAcknowledge", "inHand", "disputed", "done")
                .mapToLong(tab -> counts.path(tab).asLong())
                .sum();
    }

    private static void expect(int status, Answer answer) {
        if (answer.status() != status) {
            wrong.add(answer.response().uri() + ": " + answer.status() + ' '
                    + answer.response().body());
        }
    }

    private static Session keyFor(Session by, Map<String, String> request) {
        Answer issued = by.post("/api/v1/keys", request);
        assertThat(issued.status()).as(issued.response().body()).isEqualTo(201);
        return product.with(issued.json().get("key").asString());
    }

    private static int live(String view) {
        return administrator
                .get("/api/v1/views")
                .json()
                .valueStream()
                .filter(status -> status.get("name").asString().equals(view))
                .flatMap(status -> status.get("generations").valueStream())
                .filter(generation -> generation.get("state").asString().equals("LIVE"))
                .findFirst()
                .orElseThrow()
                .get("number")
                .asInt();
    }

    private static boolean exists(String schema) {
        return jdbc.sql("select to_regnamespace(?) is not null")
                .param(schema)
                .query(Boolean.class)
                .single();
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
