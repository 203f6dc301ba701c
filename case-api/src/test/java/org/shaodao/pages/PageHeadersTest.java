package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;

/** What travels beside the pages: cookies, tokens, and who may keep a copy. */
class PageHeadersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void build() {
        Longstreet.inTheRunningProduct();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void the_session_is_known_by_a_cookie_that_neither_scripts_nor_other_sites_get() throws Exception {
        HttpResponse<String> door = get("/sign-in", "");
        assertThat(sessionCookie(door)).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(door.body()).doesNotContain("jsessionid");
    }

    @Test
    void signing_in_begins_another_session() throws Exception {
        HttpResponse<String> door = get("/sign-in", "");
        HttpResponse<String> inside = signIn(door, token(door));
        assertThat(inside.headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(session(inside)).isNotEqualTo(session(door));
        assertThat(get("/inbox", session(door)).statusCode()).isEqualTo(302);
        assertThat(get("/inbox", session(inside)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_signs_nobody_in() throws Exception {
        HttpResponse<String> door = get("/sign-in", "");
        HttpResponse<String> refused = signIn(door, "forged");
        assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?expired");
        assertThat(get("/inbox", session(door)).statusCode()).isEqualTo(302);
    }

    @Test
    void no_page_is_kept_by_anybody() throws Exception {
        HttpResponse<String> door = get("/sign-in", "");
        String session = session(signIn(door, token(door)));
        for (String path : List.of("/sign-in", "/inbox", "/nowhere", "/status", "/resident")) {
            HttpResponse<String> page = get(path, session);
            assertThat(page.headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
            assertThat(page.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
        }
    }

    @Test
    void every_answer_says_what_a_browser_may_do_with_it() throws Exception {
        HttpResponse<String> door = get("/sign-in", "");
        String session = session(signIn(door, token(door)));
        for (String path : List.of(
                "/sign-in",
                "/inbox",
                "/nowhere",
                "/resident",
                "/css/shaodao.css",
                "/api/v1/me",
                "/api/v1/nowhere",
                "/actuator/health")) {
            var headers = get(path, session).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).hasValue("DENY");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                    .as(path)
                    .contains("camera=()");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .hasValue("same-origin");
            assertThat(headers.firstValue("Strict-Transport-Security"))
                    .as("over plain HTTP nobody promises HTTPS")
                    .isEmpty();
        }
        assertThat(get("/api/v1/me", "").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
    }

    @Test
    void no_page_holds_a_script_or_a_style_of_its_own() throws Exception {
        HttpResponse<String> door = get("/sign-in", "");
        String session = session(signIn(door, token(door)));
        for (String path : List.of("/sign-in", "/inbox", "/password", "/nowhere", "/resident")) {
            assertThat(get(path, session).body())
                    .as(path)
                    .contains("<main")
                    .doesNotContainPattern("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=\"|javascript:");
        }
    }

    @Test
    void files_are_named_by_their_content_and_kept_for_a_year() throws Exception {
        var files = Pattern.compile("<link [^>]*href=\"([^\"]+)\"")
                .matcher(get("/sign-in", "").body());
        assertThat(files.results().map(file -> file.group(1)).toList())
                .hasSize(3)
                .allSatisfy(file -> {
                    assertThat(file).matches(".*-[0-9a-f]{32}\\.(css|svg)");
                    HttpResponse<String> answer = get(file, "");
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public");
                });
    }

    @Test
    void the_chosen_language_is_remembered_without_a_script_reading_it() throws Exception {
        String cookie = get("/sign-in?lang=en", "").headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("lang="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).startsWith("lang=en").contains("HttpOnly", "SameSite=Lax");
        assertThat(get("/sign-in", "lang=en").body()).contains("<html lang=\"en\">");
    }

    private static HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return CLIENT.send(request(path).header("Cookie", cookie).GET().build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> signIn(HttpResponse<String> door, String token)
            throws IOException, InterruptedException {
        String form = "username=" + encoded(Longstreet.UNIT) + "&password=" + encoded(Longstreet.PASSWORD) + "&_csrf="
                + encoded(token);
        return CLIENT.send(
                request("/sign-in")
                        .header("Cookie", session(door))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RunningProduct.shared().url(path)))
                .header("Accept", "text/html");
    }

    private static String token(HttpResponse<String> page) {
        var field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String session(HttpResponse<String> response) {
        return sessionCookie(response).split(";", 2)[0];
    }

    private static String sessionCookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
