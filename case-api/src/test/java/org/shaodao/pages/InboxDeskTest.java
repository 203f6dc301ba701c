package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;

/** What a unit does in its inbox without leaving it, in a real browser. */
class InboxDeskTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String TEXT = Longstreet.SCRIPT + " مرحبا بالعالم 🏗️👵🏽";
    private static Chromium chromium;
    private static Session street;
    private static Session unit;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
        street = PRODUCT.with(Longstreet.key(PRODUCT, Role.STREET, Longstreet.STREET))
                .header("Shaodao-Officer", "officer-3");
        unit = PRODUCT.with(Longstreet.key(PRODUCT, Role.UNIT, Longstreet.DESK));
    }

    @ParameterizedTest(name = "a_dispatch_is_worked_from_acknowledgement_to_reply_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void a_dispatch_is_worked_from_acknowledgement_to_reply(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        String caseId = whistled(Longstreet.SUBJECT);
        try (Window window = chromium.window(language, width).signIn(Longstreet.DESK, Longstreet.PASSWORD)) {
            Page page = window.page;
            window.open(at(caseId));
            window.check("desk-open", softly);
            page.click("#detail [data-key=a]");
            page.waitForSelector("#detail .note-done");
            step(page, "accept");
            send(page);
            step(page, "contact");
            page.check("#detail input[value=REACHED]");
            page.check("#detail input[value=TELEPHONE]");
            page.fill("#detail textarea", TEXT);
            window.check("desk-contact", softly);
            send(page);
            step(page, "arrive");
            page.check("#detail input[value=ON_THE_SPOT]");
            send(page);
            step(page, "reply");
            page.check("#detail input[value=FINAL]");
            page.check("#detail input[value=SOLVED]");
            page.fill("#detail textarea[name=text]", TEXT);
            page.click("#detail form.form button[type=submit]");
            page.waitForSelector("#detail .summary");
            softly.assertThat(page.inputValue("#detail textarea[name=text]")).isEqualTo(TEXT);
            window.check("desk-refused", softly);
            page.check("#detail input[value=PHOTO]");
            send(page);
            window.check("desk-replied", softly);
            window.click("#detail h2 + p a");
            window.check("case-lanes", softly);
            softly.assertThat(page.locator(".lanes .sign").allTextContents())
                    .contains("▲")
                    .filteredOn("✓"::equals)
                    .hasSizeGreaterThanOrEqualTo(3);
            softly.assertThat(window.text(".history")).contains(TEXT);
            page.locator(".lanes a").last().focus();
            page.keyboard().press("Enter");
            softly.assertThat(window.address()).contains("#event-");
        }
        softly.assertThat(states(caseId)).contains("REPLIED");
        softly.assertAll();
    }

    @Test
    void who_hands_back_sees_similar_rulings_and_finds_the_dispatch_among_the_disputed() {
        String ruled = whistled("室温不足");
        took(unit.post(path(ruled) + "/hand-back", Map.of("ground", "not-our-duty", "legalBasis", "三定方案。")));
        took(street.post(path(ruled) + "/hand-back/refusal", Map.of("reason", "属贵单位职责。")));
        Session district = PRODUCT.with(Longstreet.key(PRODUCT, Role.DISTRICT, "linxi-district"))
                .header("Shaodao-Officer", "judge");
        took(district.post(
                path(ruled) + "/hand-back/ruling",
                Map.of(
                        "upheld",
                        false,
                        "reasons",
                        "管网由该单位管理。",
                        "headnote",
                        "楼内管网由供热单位负责 " + TEXT,
                        "catalogue",
                        false)));
        String caseId = whistled("暖气漏水");
        try (Window window = chromium.window(Language.CHINESE, Width.DESK)) {
            window.signIn(Longstreet.DESK, Longstreet.PASSWORD);
            window.open(at(caseId));
            window.page.click("#detail [data-key=b]");
            window.page.waitForSelector("#detail .precedents");
            assertThat(window.text("#detail .precedents")).contains("楼内管网由供热单位负责 " + TEXT);
            SoftAssertions softly = new SoftAssertions();
            window.check("desk-hand-back", softly);
            softly.assertAll();
            window.page.check("#detail input[value=not-our-duty]");
            window.page.fill("#detail textarea", TEXT);
            send(window.page);
            window.open("/inbox?tab=DISPUTED");
            assertThat(window.texts("tbody .main a")).contains("暖气漏水");
            assertThat(window.texts("tbody .flags")).anyMatch(flags -> flags.contains("待街道答复"));
            window.checkQuiet();
        }
    }

    @Test
    void a_whistle_is_announced_to_whoever_looks_without_a_reload_and_without_moving_anything() {
        whistled("早先的工单");
        try (Window window = chromium.window(Language.CHINESE, Width.DESK)) {
            window.signIn(Longstreet.DESK, Longstreet.PASSWORD);
            window.open("/inbox");
            window.page.waitForSelector("html[data-live=on]");
            window.page.evaluate("window.stillHere = true");
            window.page.fill("#find", "正在输入");
            List<String> before = window.texts("tbody .main a");
            long begin = System.nanoTime();
            whistled("刚刚吹的哨");
            window.page.waitForSelector("#news.on");
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf("a whistle was seen %d ms after its case began to be raised%n", took.toMillis());
            assertThat(window.text("#news")).contains("1 条新工单");
            assertThat(window.texts("tbody .main a")).isEqualTo(before);
            assertThat(window.page.evaluate("document.activeElement.id")).isEqualTo("find");
            assertThat(window.page.inputValue("#find")).isEqualTo("正在输入");
            assertThat(window.page.evaluate("window.stillHere")).isEqualTo(true);
            window.checkQuiet();
        }
    }

    @Test
    void the_second_of_two_people_sees_who_was_faster_and_loses_nothing() {
        String caseId = whistled("两人同办");
        try (Window first = chromium.window(Language.ENGLISH, Width.DESK);
                Window second = chromium.window(Language.ENGLISH, Width.DESK)) {
            second.signIn(Longstreet.DESK, Longstreet.PASSWORD);
            second.open(at(caseId) + "&form=reply");
            second.page.check("#detail input[value=FINAL]");
            second.page.check("#detail input[value=EXPLAINED]");
            second.page.check("#detail input[value=PHOTO]");
            second.page.fill("#detail textarea[name=text]", TEXT);
            first.signIn(Longstreet.DESK, Longstreet.PASSWORD);
            first.open(at(caseId) + "&form=reply");
            first.page.check("#detail input[value=FINAL]");
            first.page.check("#detail input[value=SOLVED]");
            first.page.check("#detail input[value=PHOTO]");
            first.page.fill("#detail textarea[name=text]", "已修好");
            send(first.page);

            second.page.click("#detail form.form button[type=submit]");
            second.page.waitForSelector("#detail .summary");

            assertThat(second.text("#detail")).contains("Since you opened the form", "final reply", Longstreet.DESK);
            assertThat(second.page.inputValue("#detail textarea[name=text]")).isEqualTo(TEXT);
        }
    }

    @Test
    void a_form_sent_twice_acts_once() {
        String caseId = whistled("连点两次");
        Visitor visitor = new Visitor();
        visitor.signIn(Longstreet.DESK, Longstreet.PASSWORD);
        String action = "/inbox/" + caseId + "/1/reply?tab=IN_HAND";
        Map<String, String> said = Map.of("key", UUID.randomUUID().toString(), "kind", "INTERIM", "text", "仍在处理");
        assertThat(visitor.post("/inbox", action, said).statusCode()).isEqualTo(200);
        assertThat(visitor.post("/inbox", action, said).statusCode()).isEqualTo(200);
        Map<String, String> other = Map.of("key", said.get("key"), "kind", "INTERIM", "text", "改过的话");
        assertThat(visitor.post("/inbox", action, other).statusCode()).isEqualTo(422);
        long replies = took(unit.get("/api/v1/cases/" + caseId + "/history?limit=200"))
                .json()
                .get("entries")
                .valueStream()
                .filter(entry -> entry.get("event").asString().equals("casefile.replied"))
                .count();
        assertThat(replies).isEqualTo(1);
    }

    @Test
    void what_was_typed_when_the_session_ended_is_offered_again_after_signing_in() {
        String caseId = whistled("会话过期");
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            window.signIn(Longstreet.DESK, Longstreet.PASSWORD);
            window.open(at(caseId));
            window.page.click("#detail [data-key=r]");
            window.page.waitForSelector("#detail form.form");
            window.page.check("#detail input[value=INTERIM]");
            window.page.fill("#detail textarea[name=text]", TEXT);
            window.page.context().clearCookies();
            window.page.click("#detail form.form button[type=submit]");
            window.page.waitForSelector("#username");
            window.page.fill("#username", Longstreet.DESK);
            window.page.fill("#password", Longstreet.PASSWORD);
            window.click("main button");
            assertThat(window.address()).contains("form=reply");
            window.page.click("#detail [data-restore]");
            assertThat(window.page.inputValue("#detail textarea[name=text]")).isEqualTo(TEXT);
            send(window.page);
            assertThat(window.page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('draft:')).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void several_are_acknowledged_at_once_by_keys() {
        String subject = "批量 " + UUID.randomUUID();
        whistled(subject);
        whistled(subject);
        try (Window window = chromium.window(Language.CHINESE, Width.DESK)) {
            window.signIn(Longstreet.DESK, Longstreet.PASSWORD);
            window.open("/inbox?find=" + subject.replace(" ", "%20"));
            for (String key : List.of("j", "x", "j", "x")) {
                window.page.keyboard().press(key);
            }
            assertThat(window.text("[data-batch]")).isEqualTo("签收选中的 2 件");
            window.click("[data-batch]");
            assertThat(window.text("main > .note")).contains("已签收 2 件");
            window.page.keyboard().press("?");
            window.page.waitForSelector("#keys");
            SoftAssertions softly = new SoftAssertions();
            window.check("desk-keys", softly);
            softly.assertAll();
        }
    }

    @Test
    void a_tab_is_exported_whole_and_nothing_in_it_is_a_formula() {
        whistled("=HYPERLINK(\"x\")");
        Visitor visitor = new Visitor();
        visitor.signIn(Longstreet.DESK, Longstreet.PASSWORD);
        String csv = visitor.get("/inbox.csv?tab=TO_ACKNOWLEDGE").body();
        assertThat(csv).startsWith("\uFEFF").contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(csv.lines().count()).isGreaterThanOrEqualTo(2);
    }

    private static void step(Page page, String step) {
        page.click("#detail .actions a[href*='form=" + step + "']");
        page.waitForSelector("#detail form.form[id^=" + step + "]");
    }

    private static void send(Page page) {
        page.click("#detail form.form button[type=submit]");
        page.waitForSelector(
                "#detail form.form", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForSelector("#detail .note-done");
    }

    private static String at(String caseId) {
        return "/inbox?open=" + caseId + ".1";
    }

    private static String path(String caseId) {
        return "/api/v1/cases/" + caseId + "/dispatches/1";
    }

    private static String states(String caseId) {
        return took(unit.get("/api/v1/cases/" + caseId))
                .json()
                .get("dispatches")
                .toString();
    }

    private static String whistled(String subject) {
        String caseId = took(street.post(
                        "/api/v1/cases",
                        Map.of(
                                "kind", "HELP",
                                "channel", "HOTLINE",
                                "category", "longstreet/category",
                                "place", "longstreet/very-long",
                                "subject", subject,
                                "narrative", Longstreet.NARRATIVE)))
                .json()
                .get("caseId")
                .asString();
        Answer blown = took(street.post(
                "/api/v1/cases/" + caseId + "/whistles",
                Map.of(
                        "kind", "resident-demand",
                        "why", "街道无执法权。" + TEXT,
                        "reportMode", "ON_THE_SPOT",
                        "authorisedBy", "officer-3",
                        "calls", List.of(Map.of("unit", Longstreet.DESK, "role", "LEAD", "task", "查明原因。" + TEXT)))));
        took(unit.get("/api/v1/inbox?minCase=" + caseId + "&minVersion="
                + blown.json().get("version")));
        took(unit.get("/api/v1/cases/" + caseId + "?minVersion=" + blown.json().get("version")));
        return caseId;
    }

    private static Answer took(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        return answer;
    }
}
