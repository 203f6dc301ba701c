package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Session;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A case that a view could not be told of is shown to administrators, who try it again. */
class SetAsidePageTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String LIST = "/api/v1/views/set-aside";

    @BeforeAll
    static void street() {
        Longstreet.inTheRunningProduct();
    }

    @Test
    void it_is_listed_with_its_reason_until_its_button_is_pressed() {
        String caseId = setAside();
        Visitor visitor = new Visitor();
        visitor.signIn(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD);
        assertThat(visitor.get("/status").body()).contains(caseId, "no ink");

        String page = visitor.post("/status", "/status/set-aside", Map.of("view", "inbox", "caseId", caseId))
                .body();

        assertThat(page).doesNotContain(caseId).containsAnyOf("这个案卷已经补上", "The view has this case now");
    }

    @Test
    void a_system_reads_and_tries_it_over_http_and_an_unknown_view_is_said_so() {
        String caseId = setAside();
        Session administrator = PRODUCT.as(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD);
        assertThat(administrator
                        .get(LIST)
                        .json()
                        .valueStream()
                        .map(row -> row.get("caseId").asString()))
                .contains(caseId);

        JsonNode tried = administrator
                .post("/api/v1/views/inbox/set-aside/" + caseId + "/retry", Map.of())
                .json();

        assertThat(tried.get("told").asBoolean()).isTrue();
        assertThat(administrator
                        .get(LIST)
                        .json()
                        .valueStream()
                        .map(row -> row.get("caseId").asString()))
                .doesNotContain(caseId);
        assertThat(administrator
                        .post("/api/v1/views/nothing/set-aside/" + caseId + "/retry", Map.of())
                        .status())
                .isEqualTo(404);
    }

    /** As a view leaves a case whose first event it could not take. */
    private static String setAside() {
        String caseId = UUID.randomUUID().toString();
        PRODUCT.bean(JdbcClient.class).sql("""
                        insert into views.set_aside (name, generation, case_id, version, error, since, attempts)
                        select name, generation, ?::uuid, 0, 'no ink', now(), 1 from views.live where name = 'inbox'""").param(caseId).update();
        return caseId;
    }
}
