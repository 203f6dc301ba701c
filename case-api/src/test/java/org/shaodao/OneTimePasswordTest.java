package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import org.shaodao.pages.Visitor;

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

    @Test
    void the_page_of_the_change_is_drawn_like_any_other() {
        Visitor visitor = new Visitor();
        String page = visitor.signIn(login, "told once").body();
        List<String> files = Pattern.compile("<link [^>]*href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(file -> file.group(1))
                .toList();
        assertThat(files)
                .hasSize(3)
                .allSatisfy(
                        file -> assertThat(visitor.get(file).uri().getPath()).isEqualTo(file));
    }

    @Test
    void a_session_opened_with_the_one_time_password_changes_nothing_once_the_owner_chose_another() {
        Visitor reader = new Visitor();
        assertThat(reader.signIn(login, "told once").uri().getPath()).isEqualTo("/password");
        assertThat(town.product()
                        .as(login, "told once")
                        .put(CHANGE, Map.of("password", "the owner's choice"))
                        .status())
                .isEqualTo(204);

        assertThat(reader.get("/password").uri().toString()).endsWith("/sign-in?expired");
        reader.post("/password", "/password", Map.of("password", "somebody else's choice"));

        assertThat(town.product()
                        .as(login, "somebody else's choice")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
        assertThat(town.product()
                        .as(login, "the owner's choice")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_ordinary_password_is_changed_by_whoever_knows_it() {
        String own = "ordinary-" + UUID.randomUUID();
        town.product().bean(Accounts.class).createIfAbsent(own, Role.ADMINISTRATOR, null, "present password", false);
        Visitor visitor = new Visitor();
        visitor.signIn(own, "present password");

        for (Map<String, String> refused : List.of(
                Map.of("password", "another password"),
                Map.of("password", "another password", "current", "not the present one"))) {
            assertThat(visitor.post("/password", "/password", refused).body())
                    .contains("This is not your present password; nothing was changed.");
        }
        var changed = visitor.post(
                "/password", "/password", Map.of("password", "another password", "current", "present password"));

        assertThat(changed.uri().toString()).endsWith("/sign-in?changed");
        assertThat(town.product().as(own, "present password").get("/api/v1/me").status())
                .isEqualTo(401);
        assertThat(town.product().as(own, "another password").get("/api/v1/me").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine char", "", "          "})
    void the_page_knows_the_same_rule(String password) {
        Visitor visitor = new Visitor();
        visitor.signIn(login, "told once");

        var answer = visitor.post("/password", "/password", Map.of("password", password));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("nothing was changed");
        assertThat(town.product().as(login, "told once").get("/api/v1/me").status())
                .isEqualTo(403);
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
