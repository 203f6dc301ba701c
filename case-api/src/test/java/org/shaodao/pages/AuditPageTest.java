package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.RunningProduct;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;

/** The auditor's desk: which case, what was known of it when, and what was true. */
class AuditPageTest {
    private static final String AUDITOR = "shenji";
    private static Chromium chromium;
    private static Longstreet longstreet;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        longstreet = Longstreet.inTheRunningProduct();
    }

    @ParameterizedTest(name = "every_face_is_sound_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void every_face_is_sound(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        try (Window window = auditor(language, width)) {
            assertThat(window.address()).isEqualTo("/audit");
            window.check("audit", softly);
            window.open("/audit?number=LX-NONE&phase=CLOSED");
            window.check("audit-empty", softly);
            assertThat(window.open("/audit?from=12.1.2026")).isEqualTo(422);
            window.check("audit-wrong", softly);
            window.open("/audit?subject=" + "室温 14");
            window.click("tbody .main a");
            window.check("audit-replay", softly);
            String replay = window.address();
            window.open(replay + "?step=4&since=0");
            window.check("audit-replay-early", softly);
            window.open("/audit/" + longstreet.awkward + "?step=1");
            window.check("audit-replay-awkward", softly);
            if (width == Width.DESK) {
                window.toPaper();
                window.check("audit-replay-printed", softly);
            }
        }
        softly.assertAll();
    }

    @Test
    void next_and_previous_lead_from_event_to_event() {
        try (Window window = auditor(Language.ENGLISH, Width.DESK)) {
            window.open("/audit/" + longstreet.awkward + "?step=1");
            assertThat(window.text("#then")).startsWith("Step 1 of ");
            assertThat(window.texts("[rel=prev]")).isEmpty();
            int steps = window.texts(".history > li").size();
            for (int step = 2; step <= steps; step++) {
                window.click("[rel=next]");
                assertThat(window.text("#then")).startsWith("Step " + step + " of " + steps);
            }
            assertThat(window.texts("[rel=next]")).isEmpty();
            window.click("[rel=prev]");
            assertThat(window.text("#then")).startsWith("Step " + (steps - 1) + " of ");
            window.checkQuiet();
        }
    }

    @Test
    void the_slider_shows_another_moment_and_keeps_its_place_in_the_address() {
        try (Window window = auditor(Language.ENGLISH, Width.DESK)) {
            window.open("/audit/" + longstreet.awkward);
            window.page.focus("#step");
            window.page.keyboard().press("Home");
            window.page.waitForSelector("#then:has-text('Step 1 of')");
            assertThat(window.address()).contains("step=1");
            assertThat(window.page.evaluate("document.activeElement.id")).isEqualTo("step");
            window.checkQuiet();
        }
    }

    @Test
    void a_deadline_says_how_it_was_found_and_leads_to_the_documents_it_was_found_by() {
        try (Window window = auditor(Language.ENGLISH, Width.DESK)) {
            window.open("/audit/" + longstreet.awkward);
            window.page.click("#moment details.why:has(ol) summary >> nth=0");
            assertThat(window.text("#moment details.why:has(ol)[open] ol")).contains("Asia/Shanghai");
            window.click("#moment details.why[open] a >> nth=0");
            assertThat(window.address()).startsWith("/administration/documents/policy-pack/default/");
            assertThat(window.text("h1")).startsWith("Policy pack default");
            window.checkQuiet();
        }
    }

    @Test
    void only_auditors_replay() {
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            window.signIn(Longstreet.STREET, Longstreet.PASSWORD);
            assertThat(window.open("/audit")).isEqualTo(403);
            assertThat(window.open("/audit/" + longstreet.awkward)).isEqualTo(403);
        }
    }

    private static Window auditor(Language language, Width width) {
        return chromium.window(language, width)
                .signIn(AUDITOR, RunningProduct.shared().passwordOf(AUDITOR));
    }
}
