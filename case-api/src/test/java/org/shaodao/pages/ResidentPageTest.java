package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** The resident's pages as people of seventy use them on a phone, without an account, with and without scripts. */
class ResidentPageTest {
    private static final String HEATING = "linxi-heating";
    private static final String SUBJECT = "<b>暖气</b>不热 شكوى من الضوضاء \u202Eليل 🏗️👵🏽";
    private static final String NARRATIVE =
            "<script>alert(1)</script>\n{unit} ${7*7} «" + "très-long-".repeat(20) + "» 👨‍👩‍👧‍👦 مرحبا";
    private static final String NAME = "王秀英".repeat(30);
    private static final FilePayload NOTE =
            new FilePayload("室温.txt", "text/plain", "十四度。".getBytes(StandardCharsets.UTF_8));

    private static Chromium chromium;
    private static Session street;
    private static Session heating;
    private static Session district;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
        RunningProduct product = RunningProduct.shared();
        street = product.with(Longstreet.key(product, Role.STREET, "huayuan")).header("Shaodao-Officer", "officer-3");
        heating = product.with(Longstreet.key(product, Role.UNIT, HEATING));
        district = product.with(Longstreet.key(product, Role.DISTRICT, "linxi-district"))
                .header("Shaodao-Officer", "officer-9");
    }

    @Test
    void a_resident_raises_follows_answers_objects_and_rates() {
        try (Window window = chromium.window(Language.ENGLISH, Width.PHONE)) {
            String caseId = walk(window);
            window.checkQuiet();
            assertThat(caseId).isNotEmpty();
        }
    }

    @Test
    void all_of_it_works_without_scripts() {
        try (Window window = chromium.windowWithoutScripts(Language.ENGLISH, Width.PHONE)) {
            walk(window);
            window.page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "resident-without-scripts.png")));
        }
    }

    /** The whole way of one demand, from the door of the accounts to the rating. */
    private static String walk(Window window) {
        Page page = window.page;
        window.open("/sign-in");
        window.click("main a[href='/resident']");
        window.click("main a[href='/resident/raise']");
        window.click("main .picks a:has-text('Xizhou')");
        window.click("main .picks a:has-text('Huayuan')");
        window.click("main .picks a:has-text('Dongmen')");
        window.click("main .picks a:has-text('Dongmen Compound')");
        window.click("main a.btn-brand");
        fill(page);
        page.setInputFiles("[name=file]", NOTE);
        window.click("main form button[type=submit]");

        String number = window.texts(".slip strong").getFirst();
        String code = window.texts(".slip strong").getLast();
        assertThat(number).startsWith("LX-");
        assertThat(window.address()).doesNotContain(code);
        window.click("main form button.btn-brand");
        String caseId = window.address().replace("/resident/cases/", "");
        assertThat(window.text("h1")).isEqualTo(SUBJECT);
        assertThat(window.text(".now-sentence")).contains("with Huayuan Street");
        assertThat(window.text("main")).contains("Nobody yet.").doesNotContain(code, NAME);

        offer(window, "Add something");
        page.fill("[name=words]", "厨房更冷。");
        page.setInputFiles("[name=file]", NOTE);
        send(window);
        assertThat(window.text(".note-done")).contains("We have what you added");
        assertThat(window.text("main")).contains("厨房更冷。");

        whistled(caseId);
        settled(
                caseId,
                heating.post("/api/v1/cases/" + caseId + "/dispatches/1/questions", Map.of("question", "几点最冷？")));
        window.open("/resident/cases/" + caseId);
        assertThat(window.text(".now-sentence")).containsPattern("Heating.* is working on it and is to answer you by");
        assertThat(window.text(".asked")).contains("几点最冷？");
        window.click(".asked a.btn");
        page.fill("[name=answer]", "夜里三点。");
        send(window);
        assertThat(page.locator(".asked").count()).isZero();
        offer(window, "Urge it on");
        send(window);
        assertThat(window.text("main")).contains("It was urged on");

        replied(caseId);
        window.open("/resident/cases/" + caseId);
        assertThat(window.text("section[aria-labelledby=answers]")).contains("换热站已修好。");
        assertThat(window.text("section[aria-labelledby=promises]")).contains("更换楼内管道。");
        settled(caseId, street.post("/api/v1/cases/" + caseId + "/verification", Map.of("basis", "ON_SITE")));
        window.open("/resident/cases/" + caseId);
        assertThat(window.text(".now-sentence")).contains("found it done");

        offer(window, "Not solved yet");
        assertThat(window.text("main .note-now")).contains("looks again");
        page.fill("[name=reason]", "还是十五度。");
        send(window);
        assertThat(window.text(".now-sentence")).contains("You said that it is not solved");
        settled(
                caseId,
                district.post(
                        "/api/v1/cases/" + caseId + "/objection-answer", Map.of("upheld", false, "reason", "已测温二十度。")));

        window.open("/resident/cases/" + caseId);
        assertThat(window.text("main")).contains("已测温二十度。");
        offer(window, "Rate it");
        assertThat(window.text("h1")).isEqualTo("Did the unit contact you?");
        window.click("button[name=contacted][value=none]");
        window.click("button[name=solved][value=PARTLY]");
        page.goBack();
        window.click("button[name=solved][value=YES]");
        window.click("button[name=satisfied][value=BASICALLY]");
        assertThat(window.text("main")).contains("not answered", "Basically satisfied");
        page.fill("[name=words]", "修好了，就是慢。");
        send(window);
        assertThat(window.text("section[aria-labelledby=rated]"))
                .contains("Is it solved? Yes")
                .doesNotContain("contact you");

        accepted(street.get("/api/v1/cases/" + caseId + "/history"));
        window.open("/resident/cases/" + caseId);
        assertThat(window.text("section[aria-labelledby=looked]")).contains("Huayuan Street read what you said");

        window.click("header form button");
        assertThat(window.text(".note-done")).contains("You have left");
        enter(window, number, code);
        assertThat(window.address()).isEqualTo("/resident/cases/" + caseId);
        return caseId;
    }

    @Test
    void a_demand_is_taken_back_for_good() {
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            String caseId = raised("水管漏水");
            enter(window, number(caseId), ResidentDoorsTest.code(caseId));
            offer(window, "Take it back");
            assertThat(window.page.locator("form .btn-grave").count()).isOne();
            assertThat(window.text("main .note-now")).contains("cannot be undone");
            send(window);
            assertThat(window.text(".now-sentence")).contains("You took it back");
            assertThat(window.page.locator("nav.picks a").count()).isZero();
            window.checkQuiet();
        }
    }

    @Test
    void what_was_written_is_still_there_after_the_session_ended() {
        try (Window window = chromium.window(Language.ENGLISH, Width.PHONE)) {
            String caseId = raised("楼道灯不亮");
            enter(window, number(caseId), ResidentDoorsTest.code(caseId));
            offer(window, "Add something");
            window.page.fill("[name=words]", "四楼到六楼都不亮。");
            window.page.context().clearCookies();
            window.click("main form button[type=submit]");
            assertThat(window.text(".note-due")).contains("What you wrote is still");
            window.page.fill("#number", number(caseId));
            window.page.fill("#code", ResidentDoorsTest.code(caseId));
            window.click("main form button");
            assertThat(window.text("h1")).isEqualTo("Add something");
            window.page.click("[data-restore]");
            assertThat(window.page.inputValue("[name=words]")).isEqualTo("四楼到六楼都不亮。");
            send(window);
            assertThat(window.text("main")).contains("四楼到六楼都不亮。");
            offer(window, "Add something");
            assertThat(window.page.locator(".offer").isVisible()).isFalse();
            window.checkQuiet();
        }
    }

    @Test
    void pressed_twice_it_is_done_once() {
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            String caseId = raised("井盖松动");
            enter(window, number(caseId), ResidentDoorsTest.code(caseId));
            offer(window, "Urge it on");
            window.page.waitForNavigation(() -> window.page.dblclick("main form button[type=submit]"));
            window.open("/resident/cases/" + caseId);
            assertThat(window.page
                            .locator(".history .what:has-text('urged on')")
                            .count())
                    .isOne();
            window.checkQuiet();
        }
    }

    @ParameterizedTest(name = "every_page_is_sound_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void every_page_is_sound(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        try (Window window = chromium.window(language, width)) {
            Page page = window.page;
            look(window, softly, "resident", "/resident");
            page.fill("#number", "LX-2026-000001-0");
            page.fill("#code", "AAAABBBBCCC");
            window.click("main form button");
            window.check("resident-wrong", softly);
            look(window, softly, "resident-expired", "/resident?expired");
            look(window, softly, "resident-place", "/resident/raise?place=linxi/huayuan");
            look(window, softly, "resident-place-long", "/resident/raise?place=longstreet");
            look(window, softly, "resident-raise", ResidentDoorsTest.RAISE);
            window.click("main form button[type=submit]");
            window.check("resident-raise-wrong", softly);
            fill(page);
            window.click("main form button[type=submit]");
            window.check("resident-raised", softly);
            window.click("main form button.btn-brand");
            window.check("resident-case-new", softly);
            String address = window.address();
            String caseId = address.replace("/resident/cases/", "");
            look(window, softly, "resident-supplement", address + "/supplement");
            send(window);
            window.check("resident-supplement-wrong", softly);
            look(window, softly, "resident-withdraw", address + "/withdraw");
            look(window, softly, "resident-unknown", address + "/nothing");
            whistled(caseId);
            settled(
                    caseId,
                    heating.post("/api/v1/cases/" + caseId + "/dispatches/1/questions", Map.of("question", "几点最冷？")));
            look(window, softly, "resident-asked", address);
            look(window, softly, "resident-answer", address + "/answer-particulars?dispatch=1");
            replied(caseId);
            settled(caseId, street.post("/api/v1/cases/" + caseId + "/verification", Map.of("basis", "ON_SITE")));
            look(window, softly, "resident-verified", address);
            look(window, softly, "resident-object", address + "/raise-objection");
            look(window, softly, "resident-rate", address + "/rate");
            window.click("button[name=contacted][value=true]");
            window.click("button[name=solved][value=YES]");
            window.check("resident-rate-third", softly);
            window.click("button[name=satisfied][value=YES]");
            window.check("resident-rate-last", softly);
            send(window);
            window.check("resident-rated", softly);
            settled(caseId, street.post("/api/v1/cases/" + caseId + "/closure", Map.of()));
            look(window, softly, "resident-closed", address);
            window.toPaper();
            window.check("resident-printed", softly);
        }
        softly.assertAll();
    }

    private static void look(Window window, SoftAssertions softly, String name, String path) {
        window.open(path);
        window.check(name, softly);
    }

    private static void fill(Page page) {
        page.check("[name=kind][value=HELP]");
        page.selectOption("[name=category]", "heating/cold-home");
        page.fill("[name=subject]", SUBJECT);
        page.fill("[name=narrative]", NARRATIVE);
        page.check("[name=anonymous][value=false]");
        page.fill("[name=name]", NAME);
        page.fill("[name=phone]", "13912345678");
    }

    private static void enter(Window window, String number, String code) {
        window.open("/resident");
        window.page.fill("#number", number);
        window.page.fill("#code", code);
        window.click("main form button");
    }

    private static void offer(Window window, String text) {
        window.click("main nav.picks a:has-text(\"" + text + "\")");
    }

    private static void send(Window window) {
        window.click("main form .actions button");
    }

    private static void whistled(String caseId) {
        settled(
                caseId,
                street.post(
                        "/api/v1/cases/" + caseId + "/whistles",
                        Map.of(
                                "kind", "resident-demand",
                                "why", "供热管网不归街道管理。",
                                "reportMode", "ON_THE_SPOT",
                                "authorisedBy", "officer-3",
                                "calls", List.of(Map.of("unit", HEATING, "role", "LEAD", "task", "查明原因。")))));
    }

    private static void replied(String caseId) {
        settled(
                caseId,
                heating.post(
                        "/api/v1/cases/" + caseId + "/dispatches/1/replies",
                        Map.of(
                                "kind", "FINAL",
                                "outcome", "SOLVED",
                                "text", "换热站已修好。",
                                "evidence", List.of("PHOTO"),
                                "what", "更换楼内管道。",
                                "promisedBy", LocalDate.now().plusDays(20).toString())));
    }

    private static String raised(String subject) {
        Answer raised = street.post(
                "/api/v1/cases",
                Map.of(
                        "kind", "HELP",
                        "channel", "HOTLINE",
                        "category", "heating/cold-home",
                        "place", "linxi/huayuan/dongmen",
                        "subject", subject,
                        "narrative", "请来看看。"));
        String caseId = raised.json().path("caseId").asString();
        settled(caseId, raised);
        return caseId;
    }

    private static String number(String caseId) {
        return accepted(street.get("/api/v1/cases/" + caseId))
                .json()
                .path("number")
                .asString();
    }

    private static Answer accepted(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        return answer;
    }

    /** The step was taken, and the pages know of it. */
    private static void settled(String caseId, Answer answer) {
        accepted(answer);
        String version = answer.json().path("version").asString();
        accepted(street.get("/api/v1/cases/" + caseId + "?minVersion=" + version));
    }
}
