package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;

/** The parts of which pages are made, each as it looks and works. */
class DesignPageTest {
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
    }

    @ParameterizedTest(name = "every_part_is_sound_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void every_part_is_sound(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        try (Window window = chromium.window(language, width).signIn(Longstreet.UNIT, Longstreet.PASSWORD)) {
            window.open("/design");
            window.check("design", softly);
            window.page.click("#example button[type=submit]");
            window.page.waitForSelector("#example .summary");
            window.check("design-refused", softly);
        }
        softly.assertAll();
    }

    @Test
    void a_form_says_what_is_missing_beside_the_field_and_in_a_summary_and_keeps_what_was_typed() {
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
            window.open("/design");
            window.page.fill("#reply-example-what", Longstreet.SUBJECT);
            window.page.click("#example button[type=submit]");
            window.page.waitForSelector("#example .summary");
            assertThat(window.text("#example .summary")).contains("Not sent", "Kind of reply", "Reply");
            assertThat(window.page.inputValue("#reply-example-what")).isEqualTo(Longstreet.SUBJECT);
            assertThat(window.page.getAttribute("#reply-example-text", "aria-invalid"))
                    .isEqualTo("true");
            assertThat(window.page.evaluate("document.activeElement.className"))
                    .asString()
                    .contains("summary");
            window.checkQuiet();
        }
    }

    @Test
    void what_was_typed_and_never_sent_is_offered_again() {
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
            window.open("/design");
            assertThat(window.page.locator("#example .offer").isVisible()).isFalse();
            window.page.fill("#reply-example-text", Longstreet.NARRATIVE);
            window.page.check("#example input[value=INTERIM]");
            window.open("/design");
            assertThat(window.page.inputValue("#reply-example-text")).isEmpty();
            window.page.click("#example [data-restore]");
            assertThat(window.page.inputValue("#reply-example-text")).isEqualTo(Longstreet.NARRATIVE);
            assertThat(window.page.isChecked("#example input[value=INTERIM]")).isTrue();
            window.open("/design");
            window.page.click("#example [data-discard]");
            window.open("/design");
            assertThat(window.page.locator("#example .offer").isVisible()).isFalse();
            window.checkQuiet();
        }
    }

    @Test
    void what_is_left_is_counted_by_the_clock_of_the_server() {
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            window.page.addInitScript("Date.now = () => 0");
            window.signIn(Longstreet.UNIT, Longstreet.PASSWORD);
            window.open("/design");
            assertThat(window.texts("main > ul .due .left"))
                    .satisfiesExactly(
                            over -> assertThat(over).contains("1 h 35 min over", "✗"),
                            soon -> assertThat(soon)
                                    .containsPattern("2 h (9|10) min left")
                                    .contains("○"),
                            later -> assertThat(later).containsPattern("2 d [45] h left"));
        }
    }
}
