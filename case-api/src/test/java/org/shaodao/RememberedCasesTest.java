package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;

/** Two nodes on one database, each with its own memory of cases that the other may have moved on. */
class RememberedCasesTest {
    private static final ManyNodes NODES = new ManyNodes();

    private static RunningProduct here;
    private static RunningProduct there;
    private static Town town;
    private static Town elsewhere;

    @BeforeAll
    static void start() {
        here = NODES.start("--shaodao.demo=true");
        there = NODES.start("--shaodao.demo=true");
        town = Town.in(here);
        elsewhere = Town.in(there);
    }

    @AfterAll
    static void stop() {
        there.stop();
        here.stop();
        NODES.close();
    }

    @Test
    void a_unit_that_was_called_on_another_node_acknowledges_though_this_one_remembers_nobody_called() {
        String address = town.raised();
        elsewhere.blow(address);
        double served = served();

        Town.accepted(town.heating().post(address + "/dispatches/1/acknowledgement", Map.of()));

        assertThat(served()).as("memory was asked first").isGreaterThan(served);
    }

    @Test
    void a_version_made_on_another_node_is_the_one_to_act_upon() {
        String address = town.raised();
        int version = elsewhere.blow(address);

        Town.accepted(town.heating()
                .header("If-Match", "\"" + version + "\"")
                .post(address + "/dispatches/1/acknowledgement", Map.of()));
    }

    @Test
    void what_the_store_refuses_too_stays_refused_and_what_both_do_at_once_succeeds() {
        String address = town.whistled();
        Answer unknown = town.heating().post(address + "/dispatches/9/acknowledgement", Map.of());
        assertThat(unknown.code()).isEqualTo("unknown-dispatch");

        Town.accepted(elsewhere.heating().post(address + "/dispatches/1/acknowledgement", Map.of()));
        Town.accepted(town.housing().post(address + "/dispatches/2/acknowledgement", Map.of()));
        assertThat(town.heating()
                        .post(address + "/dispatches/1/acknowledgement", Map.of())
                        .code())
                .as("known from the other node")
                .isEqualTo("already-done");
    }

    private static double served() {
        return here.bean(MeterRegistry.class)
                .get("cache.gets")
                .tags("cache", "remembered-cases", "result", "hit")
                .functionCounter()
                .count();
    }
}
