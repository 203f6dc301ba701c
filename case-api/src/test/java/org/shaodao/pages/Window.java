package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.shaodao.RunningProduct;

/** One person's browser window, which remembers everything the browser complains about. */
final class Window implements AutoCloseable {
    /** 178 mm in CSS pixels. */
    private static final int A4_BETWEEN_MARGINS = 673;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String TELL_POLICY_VIOLATIONS =
            "document.addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective))";
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('a[href], button, input, select, summary')]
                .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 0 && !e.closest('svg, .summary'))
                .filter(e => (e.closest('label') || e).getBoundingClientRect().height < 43.5)
                .map(e => e.outerHTML.slice(0, 120))""";

    private static final String INLINE = """
            () => [...document.querySelectorAll('script:not([src]), style, [style]:not([style=""]), [onclick], [onsubmit]')]
                .map(e => e.outerHTML.slice(0, 120))""";

    private static final String BARRIERS = """
            async () => (await axe.run({
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']
            })).violations.map(v => v.help + ': ' + v.nodes.map(n => n.html).join(' '))""";

    private final Chromium.Language language;
    private final Chromium.Width width;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private boolean paper;
    final Page page;

    Window(Browser browser, Chromium.Language language, Chromium.Width width, boolean scripts) {
        this.language = language;
        this.width = width;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language.code)
                .setViewportSize(width.width, width.height)
                .setHasTouch(width == Chromium.Width.PHONE)
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.addInitScript(TELL_POLICY_VIOLATIONS);
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(this::heard);
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " at " + response.url());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** Opens an address of the product; the status it was answered with. */
    int open(String path) {
        Response response = page.navigate(RunningProduct.shared().url(path));
        return response.status();
    }

    /** Fills in the form and goes where it leads. */
    Window signIn(String login, String password) {
        open("/sign-in");
        page.fill("#username", login);
        page.fill("#password", password);
        click("main button");
        return this;
    }

    /** Follows a link or sends a form, and waits until the next page is there. */
    void click(String selector) {
        page.waitForNavigation(() -> page.click(selector));
    }

    /** The path and query that the address bar shows. */
    String address() {
        return page.url().substring(RunningProduct.shared().url("").length());
    }

    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts();
    }

    /** Lays the page out on A4 paper. */
    void toPaper() {
        paper = true;
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(A4_BETWEEN_MARGINS, 1000);
    }

    /** Looks the page over as it stands, and keeps its picture. */
    void check(String name, SoftAssertions softly) {
        String where = "%s in %s on a %s".formatted(name, language, width).toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("%s-%s-%s.png"
                        .formatted(name, language.code, width.name().toLowerCase(Locale.ROOT)))));
        softly.assertThat(page.locator("html").getAttribute("lang")).as(where).isEqualTo(language.code);
        softly.assertThat(page.title()).as(where).contains(" · ");
        softly.assertThat((List<?>) page.evaluate(INLINE))
                .as("what stands inline in " + where)
                .isEmpty();
        softly.assertThat(page.locator("h1").count()).as("h1 of " + where).isOne();
        softly.assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what sticks out of " + where)
                .isEqualTo(0);
        softly.assertThat(page.locator("body").innerText())
                .as("unfinished words in " + where)
                .doesNotContain("??", "'{", "{0}", "form.field.");
        if (width == Chromium.Width.PHONE && !paper) { // nobody taps paper
            softly.assertThat((List<?>) page.evaluate(SMALL_TARGETS))
                    .as("targets too small for a thumb in " + where)
                    .isEmpty();
        }
        page.evaluate(AxeBuilder.getAxeScript());
        softly.assertThat((List<?>) page.evaluate(BARRIERS))
                .as("barriers of " + where)
                .isEmpty();
        softly.assertThat(complaints).as("complaints about " + where).isEmpty();
        complaints.clear();
    }

    /** Nothing was complained about on the way here. */
    void checkQuiet() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A refused page or form is logged by Chromium itself; that it was refused is the test's own question. */
    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
        boolean refused =
                message.text().contains("status of 422") || message.text().contains("status of 409");
        if (message.text().startsWith("Failed to load resource")
                && !refused
                && !message.location().startsWith(page.url())) {
            complaints.add(message.text() + ' ' + message.location());
        }
    }
}
