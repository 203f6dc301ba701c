package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.pages.Chromium.Language;
import org.shaodao.pages.Chromium.Width;

/** Documents: what is in force, what it says, and how the next version is checked and published. */
class DocumentPageTest {
    private static final String WRONG = """
            {
              "id": "wrong",
              "version": "1",
              "places": [],
              "units": [{"code": "no such kind", "kind": "CASTLE", "place": "nowhere", "zh": "x", "en": "x", "active": true}],
              "roles": [],
              "categories": [],
              "calls": []
            }
            """;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        Longstreet.inTheRunningProduct();
    }

    @ParameterizedTest(name = "every_face_is_sound_in_{0}_on_a_{1}")
    @MethodSource("org.shaodao.pages.Chromium#faces")
    void every_face_is_sound(Language language, Width width) {
        SoftAssertions softly = new SoftAssertions();
        try (Window window = administrator(language, width)) {
            window.open("/administration/documents");
            window.check("documents", softly);
            window.open("/administration/documents/registry/longstreet");
            window.check("document-versions", softly);
            window.open("/administration/documents/policy-pack/default/1");
            window.check("document-policy-pack", softly);
            window.open("/administration/documents/registry/longstreet/1");
            window.check("document-registry", softly);
            window.open("/administration/documents/new?kind=registry");
            window.check("document-new", softly);
            window.page.fill("#text", WRONG);
            window.click("form.wide button[type=submit]");
            window.check("document-mistakes", softly);
            window.page.fill("#text", registry("sound-" + language.name().toLowerCase(Locale.ROOT), "1"));
            window.click("form.wide button[type=submit]");
            window.check("document-sound", softly);
            window.click("button:has-text('sound-')");
            window.check("document-no-reason", softly);
        }
        softly.assertAll();
    }

    @Test
    void every_mistake_is_told_with_its_line_and_nothing_typed_is_lost() {
        try (Window window = administrator(Language.ENGLISH, Width.DESK)) {
            window.open("/administration/documents/new?kind=registry");
            window.page.fill("#text", WRONG);
            window.click("form.wide button[type=submit]");
            assertThat(window.texts(".summary tbody tr td:first-child")).contains("5");
            assertThat(window.text(".summary")).contains("/units/0/kind", "Not published");
            assertThat(window.page.inputValue("#text")).isEqualTo(WRONG);
            window.page.fill("#text", "{\n \"id\": \n}");
            window.click("form.wide button[type=submit]");
            assertThat(window.text(".summary tbody tr")).contains("3");
            assertThat(window.page.inputValue("#text")).isEqualTo("{\n \"id\": \n}");
            assertThat(window.page.inputValue("#kind")).isEqualTo("registry");
            window.checkQuiet();
        }
    }

    @Test
    void a_file_is_checked_then_published_with_its_reason_and_compared_with_the_version_before() {
        String id = "pages-" + UUID.randomUUID().toString().substring(24);
        try (Window window = administrator(Language.ENGLISH, Width.DESK)) {
            window.open("/administration/documents/new?kind=registry");
            window.page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "registry.json",
                            "application/json",
                            registry(id, "1").getBytes(StandardCharsets.UTF_8)));
            window.page.waitForCondition(() -> !window.page.inputValue("#text").isEmpty());
            window.click("form.wide button[type=submit]");
            assertThat(window.text("#second")).contains("Second step");
            window.click("button:has-text('Publish " + id + "')");
            assertThat(window.text("#wrong-reason")).contains("Say why");
            window.page.fill("#reason", "First registry of this test");
            window.click("button:has-text('Publish " + id + "')");
            assertThat(window.address()).isEqualTo("/administration/documents/registry/" + id + "/1?published");
            assertThat(window.text("main")).contains("First registry of this test", "in force", "Published.");

            window.click("a:has-text('Draft a new version')");
            window.page.fill("#text", registry(id, "2").replace("Quiet Bureau", "Loud Bureau"));
            window.click("form.wide button[type=submit]");
            assertThat(window.text("main")).contains("Differences from 1 to 2", "Quiet Bureau", "Loud Bureau");
            window.page.fill("#reason", "A new name");
            window.page.fill("#effectiveFrom", "2099-01-01T00:00");
            window.click("button:has-text('Publish " + id + "')");
            assertThat(window.text(".facts")).contains("not in force yet");
            window.open("/administration/documents/registry/" + id + "/2?against=1");
            assertThat(window.text("main")).contains("Loud Bureau");

            window.open("/administration/documents/new?kind=registry&id=" + id + "&version=2");
            window.page.fill("#text", registry(id, "2").replace("Quiet Bureau", "Third Bureau"));
            window.click("form.wide button[type=submit]");
            window.page.fill("#reason", "The same version again");
            window.click("button:has-text('Publish " + id + "')");
            assertThat(window.text(".summary")).contains("Not published");
            assertThat(window.page.inputValue("#reason")).isEqualTo("The same version again");
            window.checkQuiet();
        }
    }

    @Test
    void others_read_documents_but_publish_none() {
        try (Window window = chromium.window(Language.ENGLISH, Width.DESK)) {
            window.signIn(Longstreet.STREET, Longstreet.PASSWORD);
            assertThat(window.open("/administration/documents")).isEqualTo(200);
            assertThat(window.texts("main .btn-brand")).isEmpty();
            assertThat(window.open("/administration/documents/new")).isEqualTo(403);
            assertThat(window.open("/administration/documents/registry/no-such"))
                    .isEqualTo(404);
            assertThat(window.open("/administration/documents/no-such-kind/x")).isEqualTo(404);
        }
    }

    private static String registry(String id, String version) {
        return """
                {
                  "id": "%1$s",
                  "version": "%2$s",
                  "places": [{"code": "%1$s", "kind": "STREET", "zh": "静街", "en": "Quiet Street"}],
                  "units": [
                    {"code": "%1$s-unit", "kind": "DEPARTMENT", "place": "%1$s", "zh": "静局", "en": "Quiet Bureau", "active": true}
                  ],
                  "roles": [],
                  "categories": [],
                  "calls": []
                }
                """.formatted(id, version);
    }

    private static Window administrator(Language language, Width width) {
        return chromium.window(language, width).signIn(Longstreet.ADMINISTRATOR, Longstreet.PASSWORD);
    }
}
