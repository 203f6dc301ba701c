package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import org.shaodao.pages.Visitor;
import tools.jackson.databind.JsonNode;

/** Whoever tries wrong passwords too often waits, and learns neither who is there nor whether one of them was right. */
class SignInTest {
    private static final String OWN = "the right password";

    private final Town town = Town.shared();
    private final String login = "door-" + UUID.randomUUID();

    @BeforeEach
    void an_account() {
        town.product().bean(Accounts.class).createIfAbsent(login, Role.UNIT, Town.WATER, OWN, false);
    }

    @Test
    void after_five_wrong_passwords_not_even_the_right_one_is_heard_for_a_while() {
        tooOften(login);

        Answer paused = town.product().as(login, OWN).get("/api/v1/me");

        ProblemAnswer.of(paused).is(429, "sign-in-paused");
        assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(30, 61);
        assertThat(paused.json().get("facts").get("until").asString()).endsWith("Z");
        assertThat(town.product().as("gongre").get("/api/v1/me").status())
                .as("others are heard")
                .isEqualTo(200);
    }

    @Test
    void a_login_that_nobody_has_is_answered_like_one_that_somebody_has() {
        assertThat(tooOften("nobody-" + UUID.randomUUID())).isEqualTo(tooOften(login));
    }

    @Test
    void the_right_password_in_between_begins_the_count_anew() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                wrong(login);
            }
            assertThat(town.product().as(login, OWN).get("/api/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void the_page_says_when_one_is_heard_again() {
        tooOften(login);

        var page = new Visitor().signIn(login, OWN);

        assertThat(page.uri().toString()).contains("/sign-in?paused=");
        assertThat(page.body()).contains("Wrong passwords were tried too often. Try again from ");
    }

    @Test
    void an_administrator_lets_somebody_be_heard_again_at_once() {
        tooOften(login);
        JsonNode found = Town.accepted(town.administrator().get("/api/v1/users?login=" + login));
        String user = "/api/v1/users/" + found.get("users").get(0).get("id").asString();

        assertThat(town.administrator().post(user + "/unlocking", null).status())
                .isEqualTo(204);

        assertThat(town.product().as(login, OWN).get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void whoever_found_an_open_session_guesses_its_password_no_better_than_at_the_door() {
        Visitor visitor = new Visitor();
        visitor.signIn(login, OWN);
        Map<String, String> guess = Map.of("password", "another password", "current", "a guess");
        for (int i = 0; i < 5; i++) {
            visitor.post("/password", "/password", guess);
        }

        visitor.post("/password", "/password", Map.of("password", "another password", "current", OWN));

        ProblemAnswer.of(town.product().as(login, OWN).get("/api/v1/me")).is(429, "sign-in-paused");
    }

    private List<String> tooOften(String whose) {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            heard.add(wrong(whose));
        }
        assertThat(heard.subList(0, 5)).containsOnly("401 unauthenticated");
        assertThat(heard.subList(5, 7)).containsOnly("429 sign-in-paused");
        return heard;
    }

    private String wrong(String whose) {
        Answer answer = town.product().as(whose, "wrong").get("/api/v1/me");
        return answer.status() + " " + answer.code();
    }
}
