package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.fact.Role;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;
import org.shaodao.view.ViewRegistry;

/** Figures as people see them: numbers with their counts, a table under every picture, the cases behind every mark. */
class FiguresPageTest {
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
    }

    @ParameterizedTest(name = "figures_are_sound_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void figures_are_sound(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        try (Window window = signedIn("duban", language, width)) {
            look(window, softly, "figures", "/sla?compare=12");
            look(window, softly, "figures-narrow", "/sla?category=heating&street=huayuan");
            look(window, softly, "figures-cases", "/sla/12/cases");
            look(window, softly, "figures-cases-empty", "/sla/12/cases?month=2020-01");
            look(window, softly, "figures-signals", "/sla/signals");
            look(window, softly, "figures-periods", "/sla/periods");
            look(window, softly, "figures-period", "/sla/periods?month=2012-02");
        }
        softly.assertAll();
    }

    @Test
    void a_unit_sees_its_own_figures_and_opens_a_case_behind_a_number() {
        try (Window window = signedIn("gongre", Language.CHINESE, Width.DESK)) {
            window.open("/sla");
            assertThat(window.text("main")).doesNotContain("单位对照");
            window.open("/sla/12/cases");
            window.click("table.rows tbody a");
            assertThat(window.page.url()).contains("/cases/");
            window.checkQuiet();
        }
    }

    @Test
    void a_place_on_the_map_leads_to_the_demands_raised_there() {
        RunningProduct product = RunningProduct.shared();
        String subject = "二号楼楼道没有灯，" + UUID.randomUUID();
        Answer raised = product.with(Longstreet.key(product, Role.STREET, "huayuan"))
                .header("Shaodao-Officer", "officer-3")
                .post(
                        "/api/v1/cases",
                        Map.of(
                                "kind", "HELP",
                                "channel", "HOTLINE",
                                "category", "heating/cold-home",
                                "place", "linxi/huayuan/nanyuan/grid-2",
                                "subject", subject,
                                "narrative", "楼道没有灯。"));
        assertThat(raised.status()).as(raised.response().body()).isEqualTo(201);
        String area = "svg.map a[aria-label^='南苑社区第二网格：']";
        try (Window window = signedIn("duban", Language.CHINESE, Width.DESK)) {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                window.open("/sla");
                assertThat(window.page.getAttribute(area, "aria-label"))
                        .as(
                                "the view is at %s",
                                product.bean(ViewRegistry.class).status("sla"))
                        .doesNotEndWith("：0 件");
            });
            assertThat(window.page.locator("svg.map a").count()).isGreaterThan(20);
            assertThat(window.page.locator("svg.map .heat-5").count()).isPositive();
            window.page.click(".why:has(a[href*='place=']) summary");
            assertThat(window.text(".why:has(a[href*='place=']) table")).contains("南苑社区第二网格");
            window.click(area);
            assertThat(window.text(".question")).contains("南苑社区第二网格");
            assertThat(window.texts("table.rows tbody a")).contains(subject);
            window.checkQuiet();
        }
        try (Window window = signedIn("gongre", Language.CHINESE, Width.DESK)) {
            window.open("/sla");
            assertThat(window.page.locator("svg.map").count())
                    .as("no demand is raised at a unit")
                    .isZero();
            window.checkQuiet();
        }
    }

    @Test
    void the_district_freezes_a_month_and_corrects_it_with_a_reason() {
        try (Window window = signedIn("duban", Language.CHINESE, Width.DESK)) {
            window.open("/sla/periods?month=2012-01");
            window.page.fill("[name=knownOn]", "2012-01-15");
            window.page.click("#freeze [type=submit]");
            window.page.waitForSelector("#freeze .summary");
            assertThat(window.text("#freeze .summary")).contains("不得早于");

            window.page.fill("[name=knownOn]", "2012-02-05");
            window.page.click("#freeze [type=submit]");
            window.page.waitForSelector("text=按 2012-02-05");
            window.open("/sla/periods?month=2012-01");
            window.page.fill("[name=knownOn]", "2012-03-05");
            window.page.fill("[name=reason]", "迟到的导入 <b>3</b> 件 🏮");
            window.page.click("#freeze [type=submit]");
            window.page.waitForSelector("text=更正为按 2012-03-05");
            assertThat(window.text("table")).contains("<b>3</b>", "🏮");
            window.open("/sla?month=2012-01");
            assertThat(window.text("main")).contains("2012-01 已冻结", "更正 1 次");
            window.checkQuiet();
        }
    }

    @Test
    void a_month_that_is_not_over_is_refused_in_words_though_no_field_asks_for_it() {
        String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
        Visitor district = new Visitor();
        district.signIn("duban", RunningProduct.shared().passwordOf("duban"));

        var page = district.post(
                "/sla/periods?month=2012-02", "/sla/periods/" + month, Map.of("knownOn", "2012-03-05", "reason", ""));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("this month is not over yet");
    }

    private static Window signedIn(String login, Language language, Width width) {
        return chromium.window(language, width)
                .signIn(login, RunningProduct.shared().passwordOf(login));
    }

    private static void look(Window window, SoftAssertions softly, String name, String path) {
        window.open(path);
        window.check(name, softly);
    }
}
