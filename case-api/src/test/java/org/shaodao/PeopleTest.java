package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import org.shaodao.pages.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Accounts, dated roles and deputies as an administrator keeps them, and what is remembered of the administrator. */
class PeopleTest {
    private static final String USERS = "/api/v1/users";
    private static final String PASSWORD = "a password of one's own";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Town town = Town.shared();
    private final Session administrator = town.administrator();

    @Test
    void a_new_user_signs_in_once_with_the_password_they_were_told_and_then_with_their_own() {
        String login = login();
        JsonNode made = Town.accepted(administrator.post(USERS, Map.of("login", login)));
        String told = made.get("password").asString();
        String id = made.get("user").get("id").asString();
        ProblemAnswer.of(town.product().as(login, told).get("/api/v1/me")).is(403, "no-role-today");

        Town.accepted(give(id, "UNIT", Town.WATER, TODAY, null));

        ProblemAnswer.of(town.product().as(login, told).get("/api/v1/me")).is(403, "password-change-required");
        assertThat(town.product()
                        .as(login, told)
                        .put("/api/v1/me/password", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(204);
        JsonNode me = Town.accepted(town.product().as(login, PASSWORD).get("/api/v1/me"));
        assertThat(me.get("role").asString()).isEqualTo("UNIT");
        assertThat(me.get("unit").asString()).isEqualTo(Town.WATER);
    }

    @Test
    void when_somebody_last_signed_in_is_told_and_a_wrong_password_is_no_sign_in() {
        User user = user();
        Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null));
        assertThat(told(user).has("lastSignInAt")).isFalse();
        assertThat(town.product()
                        .as(user.login(), "another password")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
        assertThat(told(user).has("lastSignInAt")).isFalse();

        Instant before = Instant.now();
        assertThat(new Visitor().signIn(user.login(), PASSWORD).uri().getPath()).isEqualTo("/inbox");

        String first = told(user).get("lastSignInAt").asString();
        assertThat(Instant.parse(first)).isBetween(before.minusMillis(1), Instant.now());
        assertThat(user.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(told(user).get("lastSignInAt").asString())
                .as("a system signs in with each request: to the minute")
                .isEqualTo(first);
    }

    private JsonNode told(User user) {
        return Town.accepted(administrator.get(USERS + '/' + user.id()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 200", "-3, -1, 403", "1, 9, 403", "-9, 9, 200", "-9, , 200"})
    void a_role_holds_from_its_first_day_to_its_last(int from, @Nullable Integer until, int status) {
        User user = user();

        Town.accepted(give(
                user.id(), "UNIT", Town.WATER, TODAY.plusDays(from), until == null ? null : TODAY.plusDays(until)));

        assertThat(user.get("/api/v1/me").status()).isEqualTo(status);
    }

    @Test
    void who_has_several_roles_says_in_which_they_act() {
        User user = user();
        Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null));
        JsonNode roles = Town.accepted(give(user.id(), "STREET", Town.STREET, TODAY, null))
                .get("roles");

        ProblemAnswer.of(user.get(Town.CASES)).is(403, "role-needed");
        JsonNode me = Town.accepted(user.get("/api/v1/me"));
        assertThat(me.has("role")).isFalse();
        assertThat(me.get("roles")).hasSize(2);
        String water = roles.get(0).get("id").asString();
        String street = roles.get(1).get("id").asString();
        assertThat(user.as(street).get(Town.CASES).status()).isEqualTo(200);
        assertThat(user.as(water).get(Town.CASES).status()).isEqualTo(403);
        assertThat(user.as(water).get("/api/v1/inbox").status()).isEqualTo(200);
        ProblemAnswer.of(user.as(UUID.randomUUID().toString()).get("/api/v1/me"))
                .is(403, "not-your-role");
    }

    @Test
    void on_the_pages_a_role_is_chosen_once_for_the_session_and_changed_in_it() {
        User user = user();
        Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null));
        JsonNode roles = Town.accepted(give(user.id(), "STREET", Town.STREET, TODAY, null))
                .get("roles");
        Visitor visitor = new Visitor();

        assertThat(visitor.signIn(user.login(), PASSWORD).uri().getPath()).isEqualTo("/acting-as");
        assertThat(visitor.get("/cases").uri().getPath()).isEqualTo("/acting-as");
        assertThat(visitor.get("/acting-as").body()).contains("Choose a role", "Huayuan Street");
        assertThat(choose(visitor, roles.get(1)).getPath()).isEqualTo("/console");
        assertThat(choose(visitor, roles.get(0)).getPath()).isEqualTo("/inbox");
        assertThat(visitor.get("/cases").statusCode()).isEqualTo(403);
    }

    @Test
    void a_deputy_acts_on_the_days_given_in_the_role_they_stand_in_for_and_as_themselves() {
        User officer = user();
        JsonNode role = Town.accepted(give(officer.id(), "STREET", Town.STREET, TODAY, null))
                .get("roles")
                .get(0);
        String deputies =
                USERS + '/' + officer.id() + "/roles/" + role.get("id").asString() + "/deputies";
        User deputy = user();
        Town.accepted(give(deputy.id(), "UNIT", Town.WATER, TODAY, null));
        Map<String, Object> days = Map.of("user", deputy.id(), "from", TODAY, "until", TODAY.plusDays(3));
        Town.accepted(administrator.post(deputies, Town.but(days, "from", TODAY.plusDays(1))));
        assertThat(deputy.get("/api/v1/inbox").status()).as("tomorrow").isEqualTo(200);

        JsonNode named = Town.accepted(administrator.post(deputies, days));

        JsonNode me = Town.accepted(deputy.get("/api/v1/me"));
        assertThat(me.get("roles")).hasSize(2);
        assertThat(me.get("roles").get(1).get("standsInFor").asString()).isEqualTo(officer.login());
        Session standing = deputy.as(me.get("roles").get(1).get("id").asString());
        String address = standing.post(Town.CASES, Town.demand()).header("Location");
        JsonNode by = Town.history(town.auditor(), address, 0).get(0).get("by");
        assertThat(by.get("actorId").asString()).isEqualTo(deputy.id());
        assertThat(by.get("role").asString()).isEqualTo("STREET");
        assertThat(by.get("unitId").asString()).isEqualTo(Town.STREET);
        assertThat(Town.accepted(standing.get("/api/v1/me")).get("standsInFor").asString())
                .isEqualTo(officer.login());

        String row = named.get("roles").get(0).get("deputies").get(1).get("id").asString();
        assertThat(administrator.send("DELETE", deputies + '/' + row, null).status())
                .isEqualTo(204);
        ProblemAnswer.of(standing.get("/api/v1/me")).is(403, "not-your-role");
        ProblemAnswer.of(administrator.post(deputies, Town.but(days, "user", officer.id())))
                .is(400, "invalid-fields")
                .field("user", "another-user", "must be another user who was not ended.");
    }

    @Test
    void an_ended_user_is_out_everywhere_at_once() {
        User user = user();
        Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null));
        Visitor visitor = new Visitor();
        assertThat(visitor.signIn(user.login(), PASSWORD).uri().getPath()).isEqualTo("/inbox");

        assertThat(administrator.send("DELETE", USERS + '/' + user.id(), null).status())
                .isEqualTo(204);

        assertThat(visitor.get("/inbox").uri().toString()).endsWith("/sign-in?expired");
        ProblemAnswer.of(user.get("/api/v1/me")).is(401, "unauthenticated");
        ProblemAnswer.of(administrator.send("DELETE", USERS + '/' + user.id(), null))
                .is(409, "user-ended");
    }

    @Test
    void a_password_that_is_reset_ends_the_sessions_opened_with_the_old_one() {
        User user = user();
        Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null));
        Visitor visitor = new Visitor();
        visitor.signIn(user.login(), PASSWORD);

        String told = Town.accepted(administrator.post(USERS + '/' + user.id() + "/one-time-password", null))
                .get("password")
                .asString();

        assertThat(visitor.get("/inbox").uri().toString()).endsWith("/sign-in?expired");
        ProblemAnswer.of(user.get("/api/v1/me")).is(401, "unauthenticated");
        ProblemAnswer.of(town.product().as(user.login(), told).get("/api/v1/me"))
                .is(403, "password-change-required");
    }

    @Test
    void a_role_taken_away_is_gone_from_the_session_that_acts_in_it() {
        User user = user();
        JsonNode role = Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null))
                .get("roles")
                .get(0);
        Visitor visitor = new Visitor();
        visitor.signIn(user.login(), PASSWORD);
        String address = USERS + '/' + user.id() + "/roles/" + role.get("id").asString();

        Town.accepted(administrator.put(address, Map.of("from", TODAY, "until", TODAY)));
        assertThat(visitor.get("/inbox").statusCode()).as("on its last day").isEqualTo(200);
        assertThat(administrator.send("DELETE", address, null).status()).isEqualTo(204);

        assertThat(visitor.get("/inbox").uri().toString()).endsWith("/sign-in?expired");
        ProblemAnswer.of(administrator.put(address, Map.of("from", TODAY))).is(404, "not-found");
    }

    @Test
    void a_login_is_one_persons_and_may_be_changed() {
        User user = user();
        Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null));
        ProblemAnswer.of(administrator.post(USERS, Map.of("login", user.login())))
                .is(409, "login-taken");
        String other = login();

        Town.accepted(administrator.put(USERS + '/' + user.id(), Map.of("login", other)));

        assertThat(town.product().as(other, PASSWORD).get("/api/v1/me").status())
                .isEqualTo(200);
        ProblemAnswer.of(administrator.put(USERS + '/' + user.id(), Map.of("login", "duban")))
                .is(409, "login-taken");
    }

    @Test
    void nobody_ends_the_last_administrator() {
        RunningProduct product = RunningProduct.start(RunningProduct.emptyFolder());
        try {
            Town own = Town.in(product);
            Session root = own.administrator();
            List<String> ids = new ArrayList<>();
            for (JsonNode user : Town.accepted(root.get(USERS)).get("users")) {
                ids.add(user.get("id").asString());
            }
            assertThat(ids).hasSize(2);
            assertThat(root.send("DELETE", USERS + '/' + ids.get(0), null).status())
                    .isEqualTo(204);
            String last = USERS + '/' + ids.get(1);

            ProblemAnswer.of(root.send("DELETE", last, null)).is(409, "last-administrator");
            String role = last + "/roles/" + ids.get(1);
            ProblemAnswer.of(root.send("DELETE", role, null)).is(409, "last-administrator");
            ProblemAnswer.of(root.put(role, Map.of("from", TODAY, "until", TODAY.plusDays(90))))
                    .is(409, "last-administrator");
            ProblemAnswer.of(root.put(role, Map.of("from", TODAY.plusDays(1)))).is(409, "last-administrator");
        } finally {
            product.stop();
        }
    }

    @Test
    void every_act_of_an_administrator_is_kept_with_before_and_after_and_without_a_secret() {
        JsonNode made = Town.accepted(administrator.post(USERS, Map.of("login", login(), "password", false)));
        User user = new User(
                town.product(),
                made.get("user").get("id").asString(),
                made.get("user").get("login").asString());
        JsonNode role = Town.accepted(give(user.id(), "UNIT", Town.WATER, TODAY, null))
                .get("roles")
                .get(0);
        String address = USERS + '/' + user.id() + "/roles/" + role.get("id").asString();
        Town.accepted(administrator.put(address, Map.of("from", TODAY, "until", TODAY.plusDays(1))));
        String told = Town.accepted(administrator.post(USERS + '/' + user.id() + "/one-time-password", null))
                .get("password")
                .asString();
        administrator.send("DELETE", address, null);
        administrator.send("DELETE", USERS + '/' + user.id(), null);

        String trail = "/api/v1/administration/audit?kind=USER&subject=" + user.id();
        for (Session reader : List.of(administrator, town.auditor())) {
            JsonNode entries = Town.accepted(reader.get(trail)).get("entries");
            assertThat(entries.valueStream().map(entry -> entry.get("act").asString()))
                    .containsExactly(
                            "USER_ENDED", "ROLE_ENDED", "PASSWORD_RESET", "ROLE_CHANGED", "ROLE_GIVEN", "USER_CREATED");
            JsonNode changed = entries.get(3);
            assertThat(changed.get("before").has("until")).isFalse();
            assertThat(changed.get("after").get("until").asString())
                    .isEqualTo(TODAY.plusDays(1).toString());
            assertThat(changed.get("name").asString()).isEqualTo("ADMINISTRATOR null");
            assertThat(reader.get(trail).response().body()).doesNotContain(told).doesNotContain("argon2");
        }
        JsonNode page = Town.accepted(administrator.get(trail + "&limit=4"));
        assertThat(Town.accepted(administrator.get(
                                trail + "&limit=4&cursor=" + page.get("next").asString()))
                        .get("entries"))
                .hasSize(2);
        ProblemAnswer.of(town.street().get(trail)).is(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update access.audit set act = 'USER_CREATED'", "delete from access.audit"})
    void what_is_kept_of_administrators_is_not_changed(String statement) {
        user();
        JdbcClient jdbc = town.product().bean(JdbcClient.class);

        assertThat(catchThrowable(() -> jdbc.sql(statement).update()))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void users_are_listed_by_login_page_by_page_and_found_by_letters_and_unit() {
        String common = login();
        for (int i = 0; i < 3; i++) {
            String id = Town.accepted(administrator.post(USERS, Map.of("login", common + i, "password", false)))
                    .get("user")
                    .get("id")
                    .asString();
            Town.accepted(give(id, "UNIT", i == 1 ? Town.WATER : Town.URBAN, TODAY, null));
        }
        String query = USERS + "?limit=2&login=" + common.toUpperCase();
        JsonNode first = Town.accepted(administrator.get(query));
        JsonNode second = Town.accepted(
                administrator.get(query + "&cursor=" + first.get("next").asString()));

        assertThat(first.get("users")
                        .valueStream()
                        .map(user -> user.get("login").asString()))
                .containsExactly(common + 0, common + 1);
        assertThat(second.get("users")
                        .valueStream()
                        .map(user -> user.get("login").asString()))
                .containsExactly(common + 2);
        assertThat(Town.accepted(administrator.get(query + "&unit=" + Town.WATER))
                        .get("users"))
                .hasSize(1);
        assertThat(first.get("users").get(0).get("password").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT, , 2026-01-01, , 400, invalid-fields",
        "ADMINISTRATOR, linxi-water, 2026-01-01, , 400, invalid-fields",
        "RESIDENT, , 2026-01-01, , 400, invalid-fields",
        "STREET, linxi-heating, 2026-01-01, , 422, unknown-code",
        "UNIT, linxi-nobody, 2026-01-01, , 422, unknown-code",
        "UNIT, linxi-water, 2026-01-02, 2026-01-01, 400, invalid-fields",
        "UNIT, linxi-water, soon, , 400, invalid-fields"
    })
    void a_role_that_makes_no_sense_is_refused(
            String role, @Nullable String unit, String from, @Nullable String until, int status, String code) {
        Map<String, Object> request = new HashMap<>(Map.of("role", role, "from", from));
        if (unit != null) {
            request.put("unit", unit);
        }
        if (until != null) {
            request.put("until", until);
        }
        ProblemAnswer.of(administrator.post(USERS + '/' + user().id() + "/roles", request))
                .is(status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "a\u0000b", "-first"})
    void a_login_is_one_word(String login) {
        ProblemAnswer.of(administrator.post(USERS, Map.of("login", login))).is(400, "invalid-fields");
    }

    /** Somebody with a password of their own and no role. */
    private User user() {
        String login = login();
        town.product().bean(Accounts.class).createIfAbsent(login, Role.UNIT, Town.WATER, PASSWORD, false);
        JsonNode found = Town.accepted(administrator.get(USERS + "?login=" + login));
        String id = found.get("users").get(0).get("id").asString();
        town.product()
                .bean(JdbcClient.class)
                .sql("delete from access.assignment where account = ?")
                .param(id)
                .update();
        return new User(town.product(), id, login);
    }

    private RunningProduct.Answer give(
            String id, String role, @Nullable String unit, LocalDate from, @Nullable LocalDate until) {
        Map<String, Object> request = new HashMap<>(Map.of("role", role, "from", from));
        if (unit != null) {
            request.put("unit", unit);
        }
        if (until != null) {
            request.put("until", until);
        }
        return administrator.post(USERS + '/' + id + "/roles", request);
    }

    private static URI choose(Visitor visitor, JsonNode role) {
        return visitor.post(
                        "/acting-as",
                        "/acting-as",
                        Map.of("role", role.get("id").asString()))
                .uri();
    }

    private static String login() {
        return "user-" + UUID.randomUUID();
    }

    private record User(RunningProduct product, String id, String login) {
        RunningProduct.Answer get(String path) {
            return product.as(login, PASSWORD).get(path);
        }

        Session as(String role) {
            return product.as(login, PASSWORD).header("Shaodao-Acting-As", role);
        }
    }
}
