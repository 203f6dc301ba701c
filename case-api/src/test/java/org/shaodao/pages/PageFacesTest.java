package org.shaodao.pages;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.RunningProduct;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;
import tools.jackson.databind.JsonNode;

/** Every page as people see it; the pictures are kept in {@code target/screenshots}. */
class PageFacesTest {
    private static Chromium chromium;
    private static Longstreet longstreet;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        longstreet = Longstreet.inTheRunningProduct();
    }

    @ParameterizedTest(name = "every_page_is_sound_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void every_page_is_sound(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        try (Window window = chromium.window(language, width)) {
            look(window, softly, "sign-in", "/sign-in");
            look(window, softly, "sign-in-failed", "/sign-in?error");
            look(window, softly, "sign-in-expired", "/sign-in?expired");
        }
        try (Window window = chromium.window(language, width)) {
            String newcomer = "longstreet-newcomer-" + language.code + "-" + width;
            Longstreet.newcomer(newcomer);
            window.signIn(newcomer, Longstreet.PASSWORD);
            window.check("password", softly);
            window.page.evaluate("document.querySelector('main form').noValidate = true");
            window.page.fill("#password", "short");
            window.click("main button");
            window.check("password-refused", softly);
        }
        try (Window window = signedIn("gongre", language, width)) {
            look(window, softly, "inbox-to-acknowledge", "/inbox");
            look(window, softly, "case-of-unit", "/cases/" + caseOf("暖气不热，室温 14℃"));
            look(window, softly, "error-404", "/cases/" + longstreet.awkward);
            look(window, softly, "error-403", "/cases");
        }
        try (Window window = signedIn("chengguan", language, width)) {
            look(window, softly, "inbox-in-hand", "/inbox?tab=IN_HAND");
        }
        try (Window window = chromium.window(language, width).signIn(Longstreet.IDLE, Longstreet.PASSWORD)) {
            look(window, softly, "inbox-empty", "/inbox");
        }
        try (Window window = chromium.window(language, width).signIn(Longstreet.UNIT, Longstreet.PASSWORD)) {
            look(window, softly, "inbox-long", "/inbox");
            window.click("a[rel=next]");
            window.check("inbox-long-second", softly);
        }
        try (Window window = signedIn("huayuan", language, width)) {
            look(window, softly, "cases", "/cases");
            look(window, softly, "case-handling", "/cases/" + caseOf("暖气不热，室温 14℃"));
            look(window, softly, "case-closed", "/cases/" + caseOf("电梯连续停运"));
            window.toPaper();
            window.check("case-printed", softly);
        }
        try (Window window = chromium.window(language, width).signIn(Longstreet.STREET, Longstreet.PASSWORD)) {
            look(window, softly, "cases-long", "/cases");
            look(window, softly, "case-awkward", "/cases/" + longstreet.awkward);
        }
        try (Window window = chromium.window(language, width).signIn(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD)) {
            look(window, softly, "status", "/status");
        }
        softly.assertAll();
    }

    private static void look(Window window, SoftAssertions softly, String name, String path) {
        window.open(path);
        window.check(name, softly);
    }

    private static Window signedIn(String login, Language language, Width width) {
        return chromium.window(language, width).signIn(login, Demonstrated.password(login));
    }

    private static String caseOf(String subject) {
        String caseId = Demonstrated.CASES.get(subject);
        if (caseId == null) {
            throw new IllegalArgumentException("no demonstration case " + subject);
        }
        return caseId;
    }

    /** What the demonstration made, before whatever other tests made since. */
    private static final class Demonstrated {
        static final Map<String, String> CASES = cases();

        /** The ids of the street's cases by their subjects; of several with the same subject that of the oldest. */
        private static Map<String, String> cases() {
            Map<String, String> ids = new HashMap<>();
            String next = "";
            do {
                JsonNode page = RunningProduct.shared()
                        .as("huayuan")
                        .get("/api/v1/cases?limit=200" + next)
                        .json();
                page.path("cases")
                        .forEach(one -> ids.put(
                                one.path("subject").asString(),
                                one.path("caseId").asString()));
                next = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : "";
            } while (!next.isEmpty());
            return ids;
        }

        static String password(String login) {
            return RunningProduct.shared().passwordOf(login);
        }
    }
}
