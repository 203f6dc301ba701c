package org.shaodao.pages;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** A real Chromium: the one of the machine, or the one that {@code -Dshaodao.chromium} names. Nothing is downloaded. */
final class Chromium {
    private static @Nullable Chromium shared;

    private final Browser browser;

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    /**
     * The browser of all tests, which ends with them. Where there is none the test is skipped, but fails in CI: there it
     * must not be missed.
     */
    static synchronized Chromium shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static Chromium start() {
        Path program = Path.of(System.getProperty("shaodao.chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(program)) {
            String missing = "no Chromium at " + program + ": install one or name it by -Dshaodao.chromium=<path>";
            return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
        }
        return new Chromium(Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"))));
    }

    /** Both languages and both widths; with {@code -Dshaodao.faces=all} each language at each width. */
    static Stream<Arguments> faces() {
        Stream<Arguments> usual =
                Stream.of(Arguments.of(Language.CHINESE, Width.PHONE), Arguments.of(Language.ENGLISH, Width.DESK));
        Stream<Arguments> rest =
                Stream.of(Arguments.of(Language.CHINESE, Width.DESK), Arguments.of(Language.ENGLISH, Width.PHONE));
        return "all".equals(System.getProperty("shaodao.faces")) ? Stream.concat(usual, rest) : usual;
    }

    /** A window of somebody who has never been here. */
    Window window(Language language, Width width) {
        return new Window(browser, language, width, true);
    }

    /** The same in a browser that runs no scripts. */
    Window windowWithoutScripts(Language language, Width width) {
        return new Window(browser, language, width, false);
    }

    /** What the person's browser asks for. */
    enum Language {
        CHINESE("zh-CN"),
        ENGLISH("en");

        final String code;

        Language(String code) {
            this.code = code;
        }
    }

    /** The two screens the pages are made for. */
    enum Width {
        DESK(1280, 900),
        PHONE(390, 844);

        final int width;
        final int height;

        Width(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }
}
