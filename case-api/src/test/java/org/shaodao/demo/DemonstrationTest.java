package org.shaodao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.documents.DocumentDesk;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Documents;
import org.shaodao.documents.Registry;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.web.RequestMark;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemonstrationTest {
    private static final String REGISTRY = """
            {
              "id": "real",
              "version": "1",
              "places": [{"code": "linxi", "kind": "DISTRICT", "zh": "真实区", "en": "A real district"}],
              "units": [
                {"code": "huayuan", "kind": "STREET", "place": "linxi", "zh": "真实街道", "en": "A real street", "active": false}
              ],
              "roles": [],
              "categories": [],
              "calls": []
            }
            """;

    @Test
    void nothing_is_put_among_the_data_of_people_who_work_here() {
        Path data = RunningProduct.emptyFolder();
        RunningProduct live = RunningProduct.start(data);
        live.bean(DocumentDesk.class)
                .publish(
                        DocumentKind.REGISTRY,
                        "real",
                        "1",
                        REGISTRY,
                        null,
                        null,
                        new RequestMark(
                                new By("account-1", null, Role.ADMINISTRATOR, null),
                                true,
                                "real",
                                "real",
                                true,
                                null,
                                "api",
                                "real"));
        live.stop();

        RunningProduct again = RunningProduct.start(data, "--shaodao.demo=true");
        try {
            Registry registry = again.bean(Documents.class).registry(Instant.now());
            assertThat(registry.units()).containsOnlyKeys("huayuan");
            assertThat(registry.places()).containsOnlyKeys("linxi");
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
