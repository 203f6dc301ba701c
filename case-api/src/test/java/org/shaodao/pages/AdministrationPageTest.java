package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Session;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;
import tools.jackson.databind.JsonNode;

/** An administrator at work: who may sign in as what, which systems come with which keys, and what is kept of it all. */
class AdministrationPageTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String WATER = "linxi-water";

    private static Chromium chromium;
    private static Session administrator;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
        administrator = RunningProduct.shared().as(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD);
    }

    @ParameterizedTest(name = "a_user_comes_and_goes_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void a_user_comes_is_given_a_role_and_a_deputy_and_goes(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        String login = login("zhang");
        String other = login("li");
        administrator.post("/api/v1/users", Map.of("login", other));
        try (Window window = chromium.window(language, width).signIn(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD)) {
            Page page = window.page;
            assertThat(window.address()).as("the home of administrators").isEqualTo("/users");
            window.check("users", softly);

            offer(window, "create-user");
            page.fill("#detail [name=login]", "two words");
            page.click("#detail form button[type=submit]");
            page.waitForSelector("#detail .summary");
            assertThat(page.inputValue("#detail [name=login]"))
                    .as("what was typed stays")
                    .isEqualTo("two words");
            window.check("users-wrong-login", softly);
            page.fill("#detail [name=login]", login);
            send(window, "create-user");
            String password = window.text(".shown-once");
            assertThat(password).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
            page.click("[data-copy]");
            window.check("users-made", softly);
            assertThat(entered(login, password)).as("without a role").endsWith("/sign-in?no-role");

            offer(window, "give-role");
            page.check("#detail [name=role][value=UNIT]");
            page.click("#detail form button[type=submit]");
            page.waitForSelector("#detail .summary");
            assertThat(page.isChecked("#detail [name=role][value=UNIT]")).isTrue();
            page.selectOption("#detail [name=unit]", WATER);
            window.check("users-give-role", softly);
            send(window, "give-role");
            assertThat(entered(login, password)).as("with a role").endsWith("/password");

            offer(window, "name-deputy");
            page.selectOption("#detail [name=user]", id(other));
            page.fill("#detail [name=until]", TODAY.minusDays(1).toString());
            page.click("#detail form button[type=submit]");
            page.waitForSelector("#detail .summary");
            page.fill("#detail [name=until]", TODAY.plusDays(7).toString());
            send(window, "name-deputy");
            assertThat(window.text("#detail")).contains(other);
            offer(window, "change-role");
            page.fill("#detail [name=until]", TODAY.plusDays(30).toString());
            send(window, "change-role");
            window.check("users-with-deputy", softly);
            window.open("/users?find=" + other + "&open=" + id(other));
            window.check("users-deputy", softly);

            window.open("/users?find=" + login + "&open=" + id(login));
            offer(window, "end-deputy");
            send(window, "end-deputy");
            offer(window, "reset-password");
            send(window, "reset-password");
            assertThat(window.text(".shown-once")).isNotEqualTo(password);
            offer(window, "rename-user");
            page.fill("#detail [name=login]", login + ".2");
            send(window, "rename-user");
            offer(window, "end-role");
            window.check("users-end-role", softly);
            send(window, "end-role");
            offer(window, "end-user");
            send(window, "end-user");
            window.check("users-ended", softly);
            assertThat(page.locator("#detail nav a").count())
                    .as("nothing more to do")
                    .isZero();

            window.click("#detail a[href^='/administration']");
            assertThat(window.texts("tbody tr")).hasSize(9);
            window.check("administration-of-one", softly);
            window.open("/users?find=" + UUID.randomUUID());
            window.check("users-empty", softly);
            window.open("/administration?by=" + UUID.randomUUID());
            window.check("administration-empty", softly);
        }
        softly.assertAll();
    }

    @ParameterizedTest(name = "a_key_comes_and_goes_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void a_key_is_issued_rotated_and_revoked(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        String name = "案件系统 " + language.name().toLowerCase(Locale.ROOT) + ' ' + width;
        try (Window window = chromium.window(language, width).signIn(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD)) {
            Page page = window.page;
            window.open("/keys");
            window.check("keys", softly);
            offer(window, "issue-key");
            page.fill("#detail [name=name]", name);
            page.selectOption("#detail [name=role]", "UNIT");
            page.fill("#detail [name=unit]", "linxi-nobody");
            page.check("#detail [name=scopes][value=READ]");
            page.check("#detail [name=scopes][value=WORK]");
            page.fill("#detail [name=expiresAt]", TODAY.plusDays(9) + "T08:00");
            page.click("#detail form button[type=submit]");
            page.waitForSelector("#detail .summary");
            assertThat(page.isChecked("#detail [name=scopes][value=WORK]")).isTrue();
            window.check("keys-wrong-unit", softly);
            page.fill("#detail [name=unit]", WATER);
            send(window, "issue-key");
            window.check("keys-issued", softly);
            String first = window.text(".shown-once");
            assertThat(opens(first)).isEqualTo(200);

            offer(window, "rotate-key");
            page.check("#detail [name=overlap][value=PT1H]");
            window.check("keys-rotate", softly);
            send(window, "rotate-key");
            String second = window.text(".shown-once");
            assertThat(second).isNotEqualTo(first);
            assertThat(opens(first)).as("for the overlap").isEqualTo(200);
            assertThat(opens(second)).isEqualTo(200);

            offer(window, "revoke-key");
            window.check("keys-revoke", softly);
            send(window, "revoke-key");
            assertThat(opens(second)).isEqualTo(401);
            window.check("keys-revoked", softly);
            window.click("#detail a[href^='/administration']");
            assertThat(window.texts("tbody tr")).hasSize(3);
            window.open("/administration");
            window.check("administration", softly);
        }
        softly.assertAll();
    }

    @Test
    void the_acts_that_are_looked_for_are_taken_away_as_a_file() {
        Visitor auditor = new Visitor();
        auditor.signIn("shenji", RunningProduct.shared().passwordOf("shenji"));
        String login = login("taken");
        administrator.post("/api/v1/users", Map.of("login", login));
        String page = auditor.get("/administration?user=" + login).body();
        assertThat(page).contains("/administration/export?format=CSV", "user=" + login);
        HttpResponse<String> file = auditor.get("/administration/export?format=CSV&kind=&by=&user=" + login);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.body().lines()).hasSize(2).last().asString().contains(login, "USER_CREATED");
    }

    @Test
    void whoever_presses_twice_makes_one_user_and_one_key() {
        String login = login("twice");
        try (Window window = signedIn(Longstreet.ADMINISTRATOR)) {
            Page page = window.page;
            window.open("/users?form=create-user");
            page.fill("#detail [name=login]", login);
            page.dblclick("#detail form button[type=submit]");
            page.waitForSelector(".shown-once");
            window.open("/keys?form=issue-key");
            page.fill("#detail [name=name]", login);
            page.selectOption("#detail [name=role]", "ADMINISTRATOR");
            page.dblclick("#detail form button[type=submit]");
            page.waitForSelector(".shown-once");
            window.checkQuiet();
        }
        assertThat(users(login)).hasSize(1);
        assertThat(keys(login)).isOne();
    }

    @Test
    void a_form_that_comes_again_without_the_browsers_help_says_that_it_came_before() {
        Visitor visitor = new Visitor();
        visitor.signIn(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD);
        String login = login("again");
        Map<String, String> form = Map.of("key", UUID.randomUUID().toString(), "login", login, "password", "true");
        assertThat(visitor.post("/users?form=create-user", "/users", form).body())
                .contains("shown-once");
        assertThat(visitor.post("/users?form=create-user", "/users", form).body())
                .contains("nothing was made twice")
                .doesNotContain("shown-once");
        Map<String, String> taken = new LinkedHashMap<>(form);
        taken.put("key", UUID.randomUUID().toString());
        assertThat(visitor.post("/users?form=create-user", "/users", taken).body())
                .contains("Somebody else has this login.", "value=\"" + login + '"');
        assertThat(users(login)).hasSize(1);

        Map<String, String> key =
                Map.of("key", UUID.randomUUID().toString(), "name", login, "role", "UNIT", "unit", WATER);
        visitor.post("/keys?form=issue-key", "/keys", key);
        assertThat(visitor.post("/keys?form=issue-key", "/keys", key).body()).contains("no second key was issued");
        assertThat(keys(login)).isOne();
        String rotation = "/keys/" + key.get("key") + "/rotate-key";
        Map<String, String> rotate = Map.of("key", UUID.randomUUID().toString(), "overlap", "P1D");
        assertThat(visitor.post("/keys", rotation + "?seen=", rotate).body()).contains("shown-once");
        assertThat(visitor.post("/keys", rotation + "?seen=", rotate).body())
                .as("the old key must not lose its overlap to a second press")
                .contains("Not rotated")
                .doesNotContain("shown-once");
    }

    @Test
    void who_tried_wrong_passwords_is_seen_to_be_paused_and_heard_again() {
        String login = login("guessed");
        JsonNode made =
                administrator.post("/api/v1/users", Map.of("login", login)).json();
        for (int i = 0; i < 6; i++) {
            RunningProduct.shared().as(login, "wrong").get("/api/v1/me");
        }
        try (Window window = signedIn(Longstreet.ADMINISTRATOR)) {
            window.open("/users?find=" + login + "&open=" + made.at("/user/id").asString());
            assertThat(window.text("#list tbody")).contains("Sign-in paused").contains("No role today");
            offer(window, "unlock-user");
            send(window, "unlock-user");
            assertThat(window.text("#list tbody")).doesNotContain("paused");
            window.checkQuiet();
        }
    }

    @Test
    void what_cannot_be_done_is_said_in_words_and_what_there_is_not_is_not_found() {
        Visitor visitor = new Visitor();
        visitor.signIn(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD);
        String login = login("gone");
        administrator.post("/api/v1/users", Map.of("login", login));
        String end = "/users/" + id(login) + "/end-user";
        Map<String, String> form = Map.of("key", UUID.randomUUID().toString());
        assertThat(visitor.post("/users", end, form).statusCode()).isEqualTo(200);
        var again = visitor.post("/users", end, form);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("This account was ended");
        assertThat(visitor.get("/users?form=no-such-form").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/users?open=nobody").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/keys?open=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void auditors_read_the_acts_and_nobody_else_sees_these_pages() {
        for (String login : new String[] {"huayuan", "gongre", "duban", "shenji"}) {
            Visitor visitor = new Visitor();
            visitor.signIn(login, RunningProduct.shared().passwordOf(login));
            assertThat(visitor.get("/users").statusCode()).as(login).isEqualTo(403);
            assertThat(visitor.get("/keys").statusCode()).as(login).isEqualTo(403);
            assertThat(visitor.get("/administration").statusCode())
                    .as(login)
                    .isEqualTo(login.equals("shenji") ? 200 : 403);
        }
    }

    private static Window signedIn(String login) {
        return chromium.window(Language.ENGLISH, Width.DESK).signIn(login, Longstreet.PASSWORD);
    }

    private static void offer(Window window, String act) {
        window.page.click("main a[href*='form=" + act + "']");
        window.page.waitForSelector("#detail form.form[id^='" + act + "']");
    }

    /** Sends the form that is open, and waits until it is taken. */
    private static void send(Window window, String act) {
        window.page.click("#detail form button[type=submit]");
        window.page.waitForSelector(
                "#detail [data-sent^='" + act + "']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Where somebody comes who signs in. */
    private static String entered(String login, String password) {
        return new Visitor().signIn(login, password).uri().toString();
    }

    private static int opens(String key) {
        return RunningProduct.shared().with(key).get("/api/v1/me").status();
    }

    private static JsonNode users(String login) {
        return administrator.get("/api/v1/users?login=" + login).json().get("users");
    }

    private static String id(String login) {
        return users(login).get(0).get("id").asString();
    }

    private static long keys(String name) {
        return administrator
                .get("/api/v1/keys")
                .json()
                .valueStream()
                .filter(key -> key.get("name").asString().equals(name))
                .count();
    }

    private static String login(String name) {
        return name + '-' + UUID.randomUUID().toString().substring(24);
    }
}
