package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shaodao.nodes.Nodes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes on one database fill the views together, wake each other, and take over from one that is gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedWorkTest {
    private static final ManyNodes NODES = new ManyNodes();

    private static RunningProduct here;

    @BeforeAll
    static void start() {
        here = NODES.start("--shaodao.demo=true");
    }

    @AfterAll
    static void stop() {
        here.stop();
        NODES.close();
    }

    @Test
    @Order(1)
    void a_second_node_takes_half_of_every_view_is_told_of_new_events_and_gives_its_half_back_when_it_stops() {
        await().untilAsserted(() -> assertThat(shares()).containsOnlyKeys(self(here)));
        RunningProduct there = NODES.start("--shaodao.demo=true");
        try {
            await().untilAsserted(() -> {
                Map<String, Integer> shares = shares();
                assertThat(shares).containsOnlyKeys(self(here), self(there));
                assertThat(shares.get(self(here))).isEqualTo(shares.get(self(there)));
            });
            assertThat(gauge(here, "shaodao.nodes.live")).isEqualTo(2);

            Town town = Town.in(here);
            await().until(() -> {
                Town.accepted(Town.in(there).street().get(town.raised() + "?minVersion=0"));
                return heard(there) > 0;
            });
        } finally {
            there.stop();
        }
        await().untilAsserted(() -> assertThat(shares()).containsOnlyKeys(self(here)));
    }

    @Test
    @Order(2)
    void the_half_of_a_node_that_was_killed_is_taken_over_and_nothing_of_it_is_missing() throws Exception {
        Process victim = NODES.startProcess();
        await().until(() -> shares().size() == 2);
        victim.destroyForcibly();
        assertThat(victim.waitFor(1, TimeUnit.MINUTES)).isTrue();

        Town town = Town.in(here);
        List<String> cases = List.of(town.raised(), town.raised(), town.raised(), town.raised());

        await().untilAsserted(() -> assertThat(shares()).containsOnlyKeys(self(here)));
        for (String address : cases) {
            await().until(() -> town.street().get(address).status() == 200);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
    }

    private static String self(RunningProduct node) {
        return node.bean(Nodes.class).self();
    }

    /** How many segments of views each node fills. */
    private static Map<String, Integer> shares() {
        Map<String, Integer> shares = new HashMap<>();
        here.bean(JdbcClient.class)
                .sql(
                        "select owner, count(*) from es.token where processor_name like '%@%' and owner is not null group by owner")
                .query(row -> {
                    shares.put(row.getString(1), row.getInt(2));
                });
        return shares;
    }

    private static double heard(RunningProduct node) {
        return node.bean(MeterRegistry.class)
                .get("shaodao.nodes.heard")
                .counter()
                .count();
    }

    private static double gauge(RunningProduct node, String name) {
        return node.bean(MeterRegistry.class).get(name).gauge().value();
    }
}
