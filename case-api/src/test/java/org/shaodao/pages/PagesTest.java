package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;

/** The ways people take through the pages, in a real browser. */
class PagesTest {
    private static Chromium chromium;
    private static Longstreet longstreet;
    private Window window;

    @BeforeAll
    static void start() {
        chromium = Chromium.shared();
        longstreet = Longstreet.inTheRunningProduct();
    }

    @BeforeEach
    void open() {
        window = chromium.window(Language.ENGLISH, Width.DESK);
    }

    @AfterEach
    void close() {
        window.checkQuiet();
        window.close();
    }

    @Test
    void a_wrong_password_is_refused_and_the_right_one_opens_what_was_asked_for() {
        window.open("/inbox?tab=IN_HAND");
        assertThat(window.address()).isEqualTo("/sign-in");
        window.page.fill("#username", Longstreet.UNIT);
        window.page.fill("#password", "not this one");
        window.click("main button");
        assertThat(window.address()).isEqualTo("/sign-in?error");
        assertThat(window.text("[role=alert]")).contains("Login or password is not right.");
        window.page.fill("#username", Longstreet.UNIT);
        window.page.fill("#password", Longstreet.PASSWORD);
        window.click("main button");
        assertThat(window.address()).startsWith("/inbox?tab=IN_HAND");
        assertThat(window.text(".tabs [aria-current=page]")).contains("In hand");
    }

    @Test
    void each_tab_tells_how_many_dispatches_stand_in_it() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        assertThat(window.address()).isEqualTo("/inbox");
        assertThat(window.texts(".tabs .count")).hasSize(6).startsWith(String.valueOf(Longstreet.DEMANDS), "1", "0");
        assertThat(window.page.title()).startsWith("To acknowledge " + Longstreet.DEMANDS + " · Inbox");
        window.click(".tabs a:has-text('Done')");
        assertThat(window.text(".empty")).contains("Nothing done yet.");
    }

    @Test
    void more_than_forty_dispatches_are_read_page_by_page() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        assertThat(window.texts("tbody tr")).hasSize(40);
        String first = window.text("tbody .main a");
        window.click("a[rel=next]");
        assertThat(window.texts("tbody tr")).hasSize(Longstreet.DEMANDS - 40);
        assertThat(window.texts("a[rel=next]")).isEmpty();
        window.click(".pager a");
        assertThat(window.text("tbody .main a")).isEqualTo(first);
    }

    @Test
    void the_way_back_from_a_case_leads_to_the_row_it_was_opened_from() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        window.click("a[rel=next]");
        String list = window.address();
        String subject = window.texts("tbody .main a").getLast();
        window.click("tbody tr:last-child .main a");
        window.page.waitForSelector("#detail h2");
        assertThat(window.text("#detail h2")).isEqualTo(subject);
        assertThat(window.texts("tbody tr")).hasSize(Longstreet.DEMANDS - 40);
        window.click("#detail h2 + p a");
        assertThat(window.text("h1")).isEqualTo(subject);
        window.click(".way a");
        assertThat(window.address()).startsWith(list + "#case-");
        assertThat(window.text("tr:target .main a")).isEqualTo(subject);
    }

    @Test
    void changing_the_language_keeps_the_page_with_its_query() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        window.click("a[rel=next]");
        String list = window.address();
        window.click(".language");
        assertThat(window.address()).startsWith(list).contains("lang=zh");
        assertThat(window.page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        assertThat(window.texts("tbody tr")).hasSize(Longstreet.DEMANDS - 40);
        window.click("tbody .main a");
        window.page.waitForSelector("#detail h2");
        window.click("#detail h2 + p a");
        assertThat(window.text("h2")).isEqualTo("哨图");
        window.click(".language");
        assertThat(window.text("h2")).isEqualTo("Lane picture");
        window.open("/nowhere?a=b");
        assertThat(window.page.getAttribute(".language", "href")).isEqualTo("/nowhere?a=b&lang=zh");
    }

    @Test
    void whoever_signed_out_has_to_sign_in_again() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        window.click("button:has-text('Sign out')");
        assertThat(window.address()).isEqualTo("/sign-in?out");
        assertThat(window.text("[role=status]")).contains("You have signed out.");
        window.open("/inbox");
        assertThat(window.address()).isEqualTo("/sign-in");
    }

    @Test
    void a_one_time_password_opens_nothing_but_its_change() {
        String login = "longstreet-" + UUID.randomUUID();
        Longstreet.newcomer(login);
        window.signIn(login, Longstreet.PASSWORD);
        assertThat(window.address()).isEqualTo("/password");
        window.open("/inbox");
        assertThat(window.address()).isEqualTo("/password");

        window.page.evaluate("document.querySelector('main form').noValidate = true");
        window.page.fill("#password", "too short");
        window.click("main button");
        assertThat(window.page.getAttribute("#password", "aria-invalid")).isEqualTo("true");
        assertThat(window.page.getAttribute("#password", "aria-describedby")).isEqualTo("rule");
        assertThat(window.text("#password + #rule[role=alert]")).contains("nothing was changed");

        window.page.fill("#password", "long enough 够长的密码");
        window.click("main button");
        assertThat(window.address()).isEqualTo("/sign-in?changed");
        window.signIn(login, Longstreet.PASSWORD);
        assertThat(window.address()).isEqualTo("/sign-in?error");
        window.signIn(login, "long enough 够长的密码");
        assertThat(window.address()).isEqualTo("/inbox");
        assertThat(window.text(".empty")).contains("Nothing to acknowledge.");
    }

    @Test
    void a_form_that_outlived_its_session_leads_to_the_door_and_not_to_a_refusal() {
        window.open("/sign-in");
        window.page.context().clearCookies();
        window.page.fill("#username", Longstreet.UNIT);
        window.page.fill("#password", Longstreet.PASSWORD);
        window.click("main button");
        assertThat(window.address()).isEqualTo("/sign-in?expired");
        assertThat(window.text("[role=status]")).contains("The page had expired");
    }

    @Test
    void a_case_of_others_looks_like_one_that_does_not_exist() {
        window.signIn(Longstreet.IDLE, Longstreet.PASSWORD);
        assertThat(window.open("/cases/" + longstreet.awkward)).isEqualTo(404);
        String others = window.text("main");
        assertThat(window.open("/cases/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(window.text("main")).isEqualTo(others).contains("Not found");
        assertThat(window.open("/cases/not-an-id")).isEqualTo(404);
        assertThat(window.open("/inbox?cursor=not-a-cursor")).isEqualTo(404);
        assertThat(window.open("/inbox?tab=NOT_A_TAB")).isEqualTo(404);
        assertThat(window.open("/nowhere")).isEqualTo(404);
        assertThat(window.text("h1")).isEqualTo("Not found");
    }

    @Test
    void a_page_for_another_role_is_refused_in_words() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        assertThat(window.open("/cases")).isEqualTo(403);
        assertThat(window.text("h1")).isEqualTo("Not for your role");
        assertThat(window.open("/status")).isEqualTo(403);
        window.click("main a");
        assertThat(window.address()).isEqualTo("/inbox");
    }

    @Test
    void a_request_that_makes_no_sense_is_answered_in_words() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        assertThat(window.open("/sign-out")).isEqualTo(404);
        assertThat(window.text("h1")).isEqualTo("Not found");
    }

    @Test
    void what_people_write_is_shown_as_they_wrote_it_and_never_run() {
        window.signIn(Longstreet.STREET, Longstreet.PASSWORD);
        window.open("/cases/" + longstreet.awkward);
        assertThat(window.text("h1")).isEqualTo(Longstreet.SUBJECT);
        assertThat(window.page.title()).contains(Longstreet.SCRIPT);
        assertThat(window.text("main")).contains(Longstreet.NARRATIVE).contains(Longstreet.REPLY);
        assertThat(window.page.locator("script:not([src]), main img").count()).isZero();
    }

    @Test
    void a_whistle_with_an_appointed_time_tells_it() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        window.open("/cases/" + longstreet.awkward);
        assertThat(window.text(".history"))
                .containsPattern("Whistle 1 blown .*at a meeting")
                .contains("To report at ");
    }

    @Test
    void paper_has_no_navigation() {
        window.signIn(Longstreet.STREET, Longstreet.PASSWORD);
        window.open("/cases/" + longstreet.awkward);
        assertThat(window.page.locator(".bar").isVisible()).isTrue();
        window.toPaper();
        assertThat(window.page.locator(".bar").isVisible()).isFalse();
        assertThat(window.page.locator(".way a").isVisible()).isFalse();
        assertThat(window.page.locator("h1").isVisible()).isTrue();
        assertThat(window.page.locator(".history").isVisible()).isTrue();
        window.open("/cases");
        assertThat(window.page.locator("table").isVisible()).isTrue();
        assertThat(window.page.locator(".pager").isVisible()).isFalse();
    }

    @Test
    void the_keyboard_reaches_the_content_first() {
        window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
        window.page.keyboard().press("Tab");
        assertThat(window.page.evaluate("document.activeElement.className")).isEqualTo("skip");
        window.page.keyboard().press("Enter");
        assertThat(window.address()).isEqualTo("/inbox#main");
        window.page.keyboard().press("Tab");
        assertThat(window.page.evaluate("document.activeElement.closest('.tabs') != null"))
                .isEqualTo(true);
        assertThat(window.page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }
}
