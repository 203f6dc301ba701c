package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
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

/** The desks of a street and of the district, as people work at them in a real browser. */
class DesksTest {
    private static final String HEATING = "linxi-heating";
    private static final String HOUSING = "linxi-housing";
    private static final String DISTRICT = "duban";
    private static final String OFFICER = "Shaodao-Officer";

    private static Chromium chromium;
    private static Session street;
    private static Session heating;
    private static Session housing;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
        RunningProduct product = RunningProduct.shared();
        street = product.with(Longstreet.key(product, Role.STREET, "huayuan")).header(OFFICER, "officer-3");
        heating = product.with(Longstreet.key(product, Role.UNIT, HEATING));
        housing = product.with(Longstreet.key(product, Role.UNIT, HOUSING));
    }

    @ParameterizedTest(name = "an_officer_enters_what_a_resident_says_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void an_officer_enters_what_a_resident_says(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        String subject = "三号楼水管漏水，" + language + width;
        try (Window window = chromium.window(language, width)
                .signIn("huayuan", RunningProduct.shared().passwordOf("huayuan"))) {
            window.open("/console/raise");
            Page page = window.page;
            page.fill("[name=narrative]", "水管漏水 <img src=x onerror=alert(1)> 🚰 \u202Eملح");
            page.click("form.form [type=submit]");
            page.waitForSelector(".summary");
            window.check("raise", softly);
            assertThat(page.inputValue("[name=narrative]")).contains("onerror", "🚰");

            page.selectOption("[name=category]", "heating/cold-home");
            page.selectOption("[name=place]", "linxi/huayuan/dongmen");
            page.fill("[name=subject]", subject);
            page.fill("[name=phone]", "13612340000");
            page.dblclick("form.form [type=submit]");
            page.waitForSelector(".figure-text");
            window.check("raised", softly);
            String number = page.textContent(".figure-text");
            page.click("main .btn-brand");
            page.waitForSelector("#detail h2");
            softly.assertThat(window.text("#detail")).contains(number, subject);
            softly.assertThat(street.get("/api/v1/cases?limit=5").json().findValuesAsString("subject"))
                    .as("clicked twice, entered once")
                    .containsOnlyOnce(subject);
            window.checkQuiet();
        }
        softly.assertAll();
    }

    @Test
    void what_comes_in_waits_behind_a_note_until_the_officer_wants_to_see_it() {
        raised("早先的诉求");
        try (Window window = signedIn("huayuan")) {
            window.open("/console?tab=NEW");
            while (window.page.querySelector("a[rel=next]") != null) {
                window.open(window.page.getAttribute("a[rel=next]", "href"));
            }
            assertThat(window.texts("tbody .main a"))
                    .as("what comes last finds room")
                    .hasSizeLessThan(40);
            window.page.waitForSelector("html[data-live=on]");
            List<String> before = window.texts("tbody .main a");
            raised("刚刚来的诉求");
            window.page.waitForSelector("#news.on");
            assertThat(window.text("#news")).contains("1 new waiting");
            assertThat(window.texts("tbody .main a")).isEqualTo(before);
            window.page.click("#news [data-show]");
            window.page.waitForSelector("tbody .main a:has-text('刚刚来的诉求')");
            window.checkQuiet();
        }
    }

    @Test
    void a_street_whistles_sees_who_has_not_come_agrees_to_a_hand_back_verifies_follows_up_and_closes() {
        String caseId = raised("三号楼整栋不热");
        try (Window window = signedIn("huayuan")) {
            assertThat(window.address()).isEqualTo("/console");
            window.open("/console?tab=NEW&open=" + caseId);
            offer(window, "Blow the whistle");
            Page page = window.page;
            assertThat(window.text("#detail")).contains("Whom to call", "Clocks that start with the call");
            page.fill("[name=why]", "供热管网不归街道管理。");
            call(page, 0, HEATING, "LEAD");
            call(page, 1, HOUSING, "ASSISTING");
            page.fill("[name='calls[0].task']", "");
            page.click("#detail form button[type=submit]");
            page.waitForSelector("#detail .summary");
            assertThat(page.inputValue("[name=why]")).isEqualTo("供热管网不归街道管理。");
            page.fill("[name='calls[0].task']", "查明原因。");
            send(window, "blow-whistle");

            window.open("/console?tab=NOT_COME&open=" + caseId);
            assertThat(row(window, caseId)).contains("三号楼整栋不热").contains("Not acknowledged");
            settled(
                    caseId,
                    housing.post(
                            "/api/v1/cases/" + caseId + "/dispatches/2/hand-back",
                            Map.of("ground", "not-our-duty", "legalBasis", "供热条例第十条。")));
            window.open("/console?tab=HAND_BACKS&open=" + caseId);
            assertThat(window.text("#detail .sides")).contains("供热条例第十条。");
            offer(window, "Agree to the hand-back");
            send(window, "agree-to-hand-back");
            assertThat(page.locator("#list tr[data-case='" + caseId + "']").count())
                    .as("the list follows")
                    .isZero();

            settled(caseId, heating.post("/api/v1/cases/" + caseId + "/dispatches/1/acknowledgement", Map.of()));
            settled(
                    caseId,
                    heating.post(
                            "/api/v1/cases/" + caseId + "/dispatches/1/replies",
                            Map.of(
                                    "kind",
                                    "FINAL",
                                    "outcome",
                                    "SOLVED",
                                    "text",
                                    "换热站已修好。",
                                    "evidence",
                                    List.of("PHOTO"))));
            window.open("/console?tab=TO_VERIFY&open=" + caseId);
            assertThat(window.texts("#detail .sides").getLast())
                    .contains("家里只有十四度。")
                    .contains("换热站已修好。");
            offer(window, "Find the work done");
            page.check("#detail [name=basis][value=ON_SITE]");
            send(window, "verify");
            offer(window, "Record the call");
            page.check("#detail [name=result][value=REACHED]");
            page.check("#detail [name=contacted][value=true]");
            page.check("#detail [name=solved][value=YES]");
            page.check("#detail [name=satisfied][value=YES]");
            send(window, "follow-up");
            offer(window, "Close the case");
            send(window, "close");
            assertThat(window.text("#detail")).contains("Closed");
            window.checkQuiet();
        }
    }

    @Test
    void nothing_moves_the_button_of_an_open_form_while_somebody_is_about_to_press_it() {
        String caseId = raised("二号楼也不热");
        try (Window window = signedIn("huayuan")) {
            window.open("/console?tab=NEW&open=" + caseId);
            window.page.waitForSelector("html[data-live=on]");
            offer(window, "Blow the whistle");
            window.page.waitForSelector("#clocks li");
            String clocks = window.text("#clocks");
            double before = button(window);

            window.page.check("#detail [name=kind][value=emergency]");
            window.page.waitForFunction("before => document.querySelector('#clocks').innerText !== before", clocks);
            assertThat(button(window)).as("while the clocks are reckoned anew").isEqualTo(before);

            settled(caseId, street.post("/api/v1/cases/" + caseId + "/supplements", Map.of("words", "老人咳嗽。")));
            window.page.waitForSelector("#detail [data-stale]");
            assertThat(button(window)).as("while the case changes").isEqualTo(before);
            window.checkQuiet();
        }
    }

    /** How far down the form its button stands. */
    private static double button(Window window) {
        return ((Number) window.page.evaluate("""
                () => document.querySelector('#detail form.form button[type=submit]').getBoundingClientRect().top
                    + document.querySelector('#detail').scrollTop""")).doubleValue();
    }

    @Test
    void the_second_of_two_people_sees_what_the_first_did_and_keeps_their_words() {
        String caseId = whistled("四号楼暖气忽冷忽热");
        settled(
                caseId,
                heating.post(
                        "/api/v1/cases/" + caseId + "/dispatches/1/hand-back",
                        Map.of("ground", "not-our-duty", "legalBasis", "供热条例第十条。")));
        try (Window window = signedIn("huayuan")) {
            window.open("/console?tab=HAND_BACKS&open=" + caseId + "&form=refuse-hand-back&about=1");
            window.page.fill("[name=reason]", "管网属于你单位。");
            settled(caseId, street.post("/api/v1/cases/" + caseId + "/dispatches/1/hand-back/agreement", Map.of()));
            window.page.click("#detail form button[type=submit]");
            window.page.waitForSelector("#detail .summary");
            assertThat(window.page.inputValue("[name=reason]")).isEqualTo("管网属于你单位。");
            assertThat(window.text("#detail article")).contains("is agreed to");
            window.checkQuiet();
        }
    }

    @Test
    void the_district_rules_a_dispute_and_approves_parking() {
        String caseId = whistled("五号楼管道归属不清");
        settled(
                caseId,
                heating.post(
                        "/api/v1/cases/" + caseId + "/dispatches/1/hand-back",
                        Map.of("ground", "not-our-duty", "legalBasis", "供热条例第十条。")));
        settled(
                caseId,
                street.post(
                        "/api/v1/cases/" + caseId + "/dispatches/1/hand-back/refusal", Map.of("reason", "管网属于你单位。")));
        try (Window window = signedIn(DISTRICT)) {
            assertThat(window.address()).isEqualTo("/district");
            window.open("/district?tab=RULINGS&open=" + caseId);
            assertThat(window.text("#detail .sides")).contains("供热条例第十条。").contains("管网属于你单位。");
            offer(window, "Rule");
            window.page.check("#detail [name=upheld][value=false]");
            window.page.fill("#detail [name=reasons]", "楼外管网由供热企业负责。");
            window.page.fill("#detail [name=headnote]", "楼外供热管网由供热企业主办");
            window.page.check("#detail [name=catalogue][value=true]");
            send(window, "rule-on-dispute");

            settled(
                    caseId,
                    street.post(
                            "/api/v1/cases/" + caseId + "/parking-proposals",
                            Map.of(
                                    "ground",
                                    "project",
                                    "reviewOn",
                                    LocalDate.now().plusDays(30).toString(),
                                    "reason",
                                    "管网改造已列入计划。")));
            window.open("/district?tab=DECISIONS&open=" + caseId);
            offer(window, "Approve parking");
            send(window, "approve-parking");
            window.open("/board?listing=PARKED");
            assertThat(window.text("main")).contains("五号楼管道归属不清");
            window.checkQuiet();
        }
    }

    @ParameterizedTest(name = "every_desk_is_sound_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void every_desk_is_sound(Language language, Width width) {
        String caseId = whistled("六号楼暖气不热");
        settled(
                caseId,
                heating.post(
                        "/api/v1/cases/" + caseId + "/dispatches/1/hand-back",
                        Map.of("ground", "not-our-duty", "legalBasis", "供热条例第十条。")));
        SoftAssertions softly = new SoftAssertions();
        RunningProduct product = RunningProduct.shared();
        try (Window window = chromium.window(language, width).signIn("huayuan", product.passwordOf("huayuan"))) {
            look(window, softly, "console", "/console");
            look(window, softly, "console-new", "/console?tab=NEW");
            look(
                    window,
                    softly,
                    "console-hand-back",
                    "/console?tab=HAND_BACKS&open=" + caseId + "&form=refuse-hand-back&about=1");
            look(
                    window,
                    softly,
                    "console-whistle",
                    "/console?tab=NEW&open=" + raised("七号楼没有暖气") + "&form=blow-whistle");
            look(window, softly, "board", "/board");
            look(window, softly, "board-struck-off", "/board?state=STRUCK_OFF");
            look(window, softly, "console-sheet", "/console/morning-sheet");
            window.toPaper();
            window.check("console-sheet-printed", softly);
        }
        try (Window window = chromium.window(language, width).signIn(Longstreet.STREET, Longstreet.PASSWORD)) {
            look(window, softly, "console-empty", "/console?tab=TO_CLOSE");
        }
        settled(
                caseId,
                street.post(
                        "/api/v1/cases/" + caseId + "/dispatches/1/hand-back/refusal", Map.of("reason", "管网属于你单位。")));
        try (Window window = chromium.window(language, width).signIn(DISTRICT, product.passwordOf(DISTRICT))) {
            look(window, softly, "district", "/district?open=" + caseId + "&form=rule-on-dispute&about=1");
        }
        softly.assertAll();
    }

    private static void look(Window window, SoftAssertions softly, String name, String path) {
        window.open(path);
        window.check(name, softly);
    }

    private static Window signedIn(String login) {
        return chromium.window(Language.ENGLISH, Width.DESK)
                .signIn(login, RunningProduct.shared().passwordOf(login));
    }

    private static void offer(Window window, String text) {
        window.page.click("#detail nav a:has-text(\"" + text + "\")");
        window.page.waitForSelector("#detail form.form");
    }

    /** Sends the form that is open, and waits until it is taken. */
    private static void send(Window window, String step) {
        window.page.click("#detail form button[type=submit]");
        window.page.waitForSelector(
                "#detail [data-sent^='" + step + "-']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private static void call(Page page, int row, String unit, String role) {
        page.selectOption("[name='calls[" + row + "].unit']", unit);
        page.check("[name='calls[" + row + "].role'][value=" + role + "]");
        page.fill("[name='calls[" + row + "].task']", "查明原因，处理并答复居民。");
    }

    /** The row of a case, on whichever page of the list it stands. */
    private static String row(Window window, String caseId) {
        String selector = "#list tr[data-case='" + caseId + "']";
        while (window.page.locator(selector).count() == 0) {
            window.click("a[rel=next]");
        }
        return window.text(selector);
    }

    private static String raised(String subject) {
        return Huayuan.raised(street, subject);
    }

    private static String whistled(String subject) {
        String caseId = raised(subject);
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
        return caseId;
    }

    private static void settled(String caseId, Answer answer) {
        Huayuan.settled(street, caseId, answer);
    }
}
