package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;

/** 回访. The telephone list of a street: what came of a call is recorded where the row stands. */
class TelephoneListTest {
    private static final String HEATING = "linxi-heating";
    private static final String LIST = "/console?tab=TO_FOLLOW_UP";

    private static Chromium chromium;
    private static Session street;
    private static Session heating;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
        RunningProduct product = RunningProduct.shared();
        street = product.with(Longstreet.key(product, Role.STREET, "huayuan")).header("Shaodao-Officer", "officer-3");
        heating = product.with(Longstreet.key(product, Role.UNIT, HEATING));
    }

    @ParameterizedTest(name = "a_call_is_recorded_by_the_button_of_its_row_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void a_call_is_recorded_by_the_button_of_its_row(Language language, Width width) {
        String caseId = verified("八号楼暖气不热，" + language);
        SoftAssertions softly = new SoftAssertions();
        try (Window window = signedIn("huayuan", language, width)) {
            String row = row(window, caseId);
            window.check("telephone-list", softly);
            assertThat(attempts(window, row)).isEmpty();

            recorded(window, row + " button[value=NOT_REACHED]");
            assertThat(attempts(window, row)).containsExactly("1");
            recorded(window, row + " button[value=NOT_REACHED]");
            assertThat(attempts(window, row)).containsExactly("2");
            window.check("telephone-list-called", softly);

            window.page.click(row + " td.do a");
            window.page.waitForSelector("#detail form.form");
            assertThat(window.address()).contains("form=follow-up").contains("tab=TO_FOLLOW_UP");
            assertThat(window.page.locator(row).count()).as("the list stays").isOne();

            window.page.check("#detail [name=result][value=DECLINED]");
            recorded(window, "#detail form.form [type=submit]");
            assertThat(window.page.locator(row).count())
                    .as("nobody is called again")
                    .isZero();
            assertThat(results(caseId)).containsExactly("DECLINED", "NOT_REACHED", "NOT_REACHED");
            window.checkQuiet();
        }
        softly.assertAll();
    }

    @Test
    void without_scripts_a_call_is_recorded_and_the_list_comes_back() {
        String caseId = verified("九号楼暖气不热");
        try (Window window = chromium.windowWithoutScripts(Language.CHINESE, Width.DESK)
                .signIn("huayuan", RunningProduct.shared().passwordOf("huayuan"))) {
            String row = row(window, caseId);
            window.click(row + " button[value=NOT_REACHED]");
            assertThat(window.address()).startsWith("/console?tab=TO_FOLLOW_UP").contains("open=" + caseId);
            assertThat(attempts(window, row)).containsExactly("1");
        }
    }

    @Test
    void who_only_looks_is_offered_no_call() {
        verified("十号楼暖气不热");
        try (Window window = signedIn("shenji", Language.CHINESE, Width.DESK)) {
            window.open(LIST + "&street=huayuan");
            assertThat(window.page.locator("tbody tr").count()).isPositive();
            assertThat(window.page.locator("td.do").count()).isZero();
            window.checkQuiet();
        }
    }

    private static Window signedIn(String login, Language language, Width width) {
        return chromium.window(language, width)
                .signIn(login, RunningProduct.shared().passwordOf(login));
    }

    /** The row of a case, on whichever page of the list it stands. */
    private static String row(Window window, String caseId) {
        String row = "#list tr[data-case='" + caseId + "']";
        window.open(LIST);
        while (window.page.locator(row).count() == 0) {
            window.click("a[rel=next]");
        }
        return row;
    }

    /** Presses a button of a row, and waits until what it records is known. */
    private static void recorded(Window window, String button) {
        window.page.evaluate("document.querySelectorAll('#detail [data-sent]').forEach(sent => sent.remove())");
        window.page.click(button);
        window.page.waitForSelector(
                "#detail [data-sent^='follow-up-']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** How many calls were in vain, as far as the row says so. */
    private static List<String> attempts(Window window, String row) {
        return window.texts(row + " .main .tag").stream()
                .filter(tag -> tag.contains("未接通") || tag.contains("not reached"))
                .map(tag -> tag.replaceAll("\\D", ""))
                .toList();
    }

    private static List<String> results(String caseId) {
        return street.get("/api/v1/cases/" + caseId + "/history?order=NEWEST_FIRST")
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("event").asString().equals("casefile.followed-up"))
                .map(entry -> entry.at("/facts/result").asString())
                .toList();
    }

    private static String verified(String subject) {
        String caseId = Huayuan.raised(street, subject);
        String address = "/api/v1/cases/" + caseId;
        Huayuan.settled(
                street,
                caseId,
                street.post(
                        address + "/dispatches",
                        Map.of("call", Map.of("unit", HEATING, "role", "LEAD", "task", "查明原因。"))));
        Huayuan.settled(
                street,
                caseId,
                heating.post(
                        address + "/dispatches/1/replies",
                        Map.of("kind", "FINAL", "outcome", "SOLVED", "text", "已修好。", "evidence", List.of("PHOTO"))));
        Huayuan.settled(street, caseId, street.post(address + "/verification", Map.of("basis", "ON_SITE")));
        return caseId;
    }
}
