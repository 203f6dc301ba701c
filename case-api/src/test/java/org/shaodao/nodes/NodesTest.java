package org.shaodao.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.TestPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class NodesTest {
    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.freshDatabase());

    NodesTest() throws IOException {
        jdbc.sql("create schema es").update();
        for (String table : List.of("V18__nodes.sql", "V22__node_program.sql")) {
            jdbc.sql(new ClassPathResource("db/migration/" + table).getContentAsString(StandardCharsets.UTF_8))
                    .update();
        }
    }

    @Test
    void work_is_shared_among_nodes_of_one_program_only() {
        try (Nodes one = started("one", "inbox 1");
                Nodes two = started("two", "inbox 1")) {
            try (Nodes newer = started("newer", "inbox 2")) {
                await().untilAsserted(() -> assertThat(one.live()).isEqualTo(3));
                assertThat(one.alike()).isEqualTo(2);
                assertThat(newer.alike()).isEqualTo(1);
            }
            await().untilAsserted(() -> assertThat(two.live()).isEqualTo(2));
            assertThat(two.alike()).isEqualTo(2);
        }
    }

    @Test
    void a_node_that_nobody_looks_for_is_alone() {
        try (Nodes alone = new Nodes(jdbc, "alone")) {
            assertThat(alone.live()).isEqualTo(1);
            assertThat(alone.alike()).isEqualTo(1);
        }
    }

    private Nodes started(String self, String program) {
        Nodes node = new Nodes(jdbc, self);
        node.start(program);
        return node;
    }
}
