package org.shaodao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.directory.Directory;
import org.shaodao.directory.Directory.Entries;
import org.shaodao.directory.Directory.Unit;
import org.shaodao.directory.Directory.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemonstrationTest {
    private static final Unit REAL = new Unit("huayuan", UnitKind.STREET, "真实街道", "A real street", false);

    @Test
    void nothing_is_put_among_the_data_of_people_who_work_here() {
        Path data = RunningProduct.emptyFolder();
        RunningProduct live = RunningProduct.start(data);
        live.bean(Directory.class).put(new Entries(List.of(REAL), List.of(), List.of()));
        live.stop();

        RunningProduct again = RunningProduct.start(data, "--shaodao.demo=true");
        try {
            assertThat(again.bean(Directory.class).all()).isEqualTo(new Entries(List.of(REAL), List.of(), List.of()));
            assertThat(again.bean(JdbcClient.class)
                            .sql("select login from access.account")
                            .query(String.class)
                            .list())
                    .containsExactly("admin");
            assertThat(data.resolve("secrets").resolve("demo-logins")).doesNotExist();
        } finally {
            again.stop();
        }
    }
}
