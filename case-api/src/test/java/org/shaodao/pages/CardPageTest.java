package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** 联系卡. Whoever needs to reach the resident says what for, and then reads it. */
class CardPageTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final String PHONE = "13700137001";
    private static Chromium chromium;
    private static Session street;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
        street = PRODUCT.with(Longstreet.key(PRODUCT, Role.STREET, "huayuan"));
    }

    @ParameterizedTest(name = "the_named_handler_says_what_for_and_reads_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void the_named_handler_says_what_for_and_reads(Language language, Width width) {
        String address = dispatched("HELP");
        Session unit = PRODUCT.as("gongre");
        String handler = unit.get("/api/v1/me").json().path("id").asString();
        SoftAssertions softly = new SoftAssertions();
        try (Window window = chromium.window(language, width).signIn("gongre", PRODUCT.passwordOf("gongre"))) {
            window.open(address + "/card");
            softly.assertThat(window.page.querySelector("form.form"))
                    .as("nobody is the handler yet")
                    .isNull();
            window.check("card-none", softly);

            RunningProduct.Answer accepted =
                    unit.post("/api/v1" + address + "/dispatches/1/acceptance", Map.of("handler", handler));
            assertThat(unit.get("/api/v1" + address + "?minVersion="
                                    + accepted.json().get("version"))
                            .status())
                    .isEqualTo(200);
            window.open(address + "/card");
            window.page.click("form.form [type=submit]");
            window.page.waitForSelector(".summary");
            window.check("card-ask", softly);
            window.page.fill("[name=purpose]", "约时间上门 🏮 <script>alert(1)</script>");
            window.page.click("form.form [type=submit]");
            window.page.waitForSelector("a[href='tel:" + PHONE + "']");
            softly.assertThat(window.text("main")).contains("王女士", PHONE);
            window.check("card", softly);
        }
        softly.assertAll();
        await().untilAsserted(() -> assertThat(PRODUCT.as("shenji")
                        .get("/api/v1" + address + "/who-looked")
                        .response()
                        .body())
                .contains("IDENTITY", "<script>alert(1)</script>"));
    }

    @Test
    void who_tipped_somebody_off_is_asked_through_the_street() {
        String address = dispatched("TIP_OFF");
        Visitor unit = new Visitor();
        unit.signIn("gongre", PRODUCT.passwordOf("gongre"));
        assertThat(unit.get(address + "/card").body()).doesNotContain(PHONE).doesNotContain("name=\"purpose\"");

        Visitor officer = new Visitor();
        officer.signIn("huayuan", PRODUCT.passwordOf("huayuan"));
        String page = officer.post(address + "/card", address + "/card", Map.of("purpose", "核实地址"))
                .body();
        assertThat(page).contains(PHONE);

        Visitor other = new Visitor();
        other.signIn("zhujian", PRODUCT.passwordOf("zhujian"));
        assertThat(other.get(address + "/card").statusCode()).isEqualTo(404);
    }

    private static String dispatched(String kind) {
        Map<String, String> demand = Map.of(
                "kind", kind,
                "channel", "HOTLINE",
                "category", "heating/cold-home",
                "place", "linxi/huayuan/dongmen",
                "subject", "暖气不热",
                "narrative", "家里只有十四度。",
                "name", "王女士",
                "phone", PHONE);
        String address = "/cases/"
                + street.post("/api/v1/cases", demand).json().path("caseId").asString();
        RunningProduct.Answer sent = street.post(
                "/api/v1" + address + "/dispatches",
                Map.of("call", Map.of("unit", "linxi-heating", "role", "LEAD", "task", "查明原因。")));
        assertThat(street.get("/api/v1" + address + "?minVersion=" + sent.json().get("version"))
                        .status())
                .isEqualTo(200);
        return address;
    }
}
