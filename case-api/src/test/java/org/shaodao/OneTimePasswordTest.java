package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;

/** The password a first administrator was told opens nothing but the choice of another. */
class OneTimePasswordTest {
    private static final String CHANGE = "/api/v1/me/password";

    private final Town town = Town.shared();
    private final String login = "first-" + UUID.randomUUID();

    @BeforeEach
    void told() {
        town.product().bean(Accounts.class).createIfAbsent(login, Role.ADMINISTRATOR, null, "told once", true);
    }

    @Test
    void a_one_time_password_opens_nothing_but_its_change() {
        Session first = town.product().as(login, "told once");
        for (String path : new String[] {"/api/v1/me", "/api/v1/keys", "/api/v1/nothing", "/actuator/info"}) {
            ProblemAnswer.of(first.get(path))
                    .is(403, "password-change-required")
                    .says("A one-time password opens nothing but its change: PUT /api/v1/me/password.");
        }
    }

    @Test
    void once_changed_the_new_password_opens_everything_and_the_old_one_nothing() {
        Answer changed = town.product().as(login, "told once").put(CHANGE, Map.of("password", "我自己选的 password"));

        assertThat(changed.status()).as(changed.response().body()).isEqualTo(204);
        ProblemAnswer.of(town.product().as(login, "told once").get("/api/v1/me"))
                .is(401, "unauthenticated");
        Session administrator = town.product().as(login, "我自己选的 password");
        assertThat(Town.accepted(administrator.get("/api/v1/me")).get("role").asString())
                .isEqualTo("ADMINISTRATOR");
        assertThat(administrator.get("/api/v1/keys").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine char", "", "          "})
    void a_password_has_ten_characters_and_is_not_blank(String password) {
        Session first = town.product().as(login, "told once");

        Answer refused = first.put(CHANGE, Map.of("password", password));

        ProblemAnswer.of(refused).is(400, "invalid-fields");
        assertThat(refused.json().get("errors"))
                .allSatisfy(error -> assertThat(error.get("field").asString()).isEqualTo("password"));
        ProblemAnswer.of(first.get("/api/v1/me")).is(403, "password-change-required");
    }

    @Test
    void a_key_has_no_password_to_change() {
        ProblemAnswer.of(town.administrator().put(CHANGE, Map.of("password", "long enough")))
                .is(403, "forbidden");
    }
}
