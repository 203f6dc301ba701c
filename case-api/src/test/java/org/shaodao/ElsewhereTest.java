package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in at a provider of OpenID Connect, walked request by request. */
class ElsewhereTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final String OWN = "own password 0";

    private static final int PORT = Provider.port();
    private static RunningProduct product;
    private static Provider provider;

    @BeforeAll
    static void start() {
        product = RunningProduct.start(
                RunningProduct.emptyFolder(),
                "--shaodao.oidc.issuer=" + Provider.issuer(PORT),
                "--shaodao.oidc.client-id=" + Provider.CLIENT,
                "--shaodao.oidc.client-secret=" + Provider.SECRET);
        product.bean(Accounts.class).createIfAbsent("wang.min", Role.ADMINISTRATOR, null, OWN, false);
        provider = Provider.start(PORT, product.url("/login/oauth2/code/elsewhere"), "wang.min", "stranger");
    }

    @AfterAll
    static void stop() {
        provider.close();
        product.stop();
    }

    @Test
    void whoever_has_an_account_here_comes_in_with_the_name_they_have_there() throws Exception {
        Walk walk = new Walk();
        assertThat(walk.get(product.url("/sign-in")).body()).contains("href=\"/oauth2/authorization/elsewhere\"");

        HttpResponse<String> inside = walk.through("wang.min");

        assertThat(inside.uri().getPath()).isEqualTo("/users");
        assertThat(inside.body()).contains("wang.min");
        assertThat(product.bean(JdbcClient.class)
                        .sql("select last_sign_in_at is not null from access.account where login = 'wang.min'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(walk.seen).anyMatch(address -> address.contains("code_challenge_method=S256"));
        assertThat(walk.seen)
                .anyMatch(address -> address.startsWith(product.url("/login/oauth2/code/elsewhere?code=")));
    }

    @Test
    void whoever_has_none_is_told_so_and_is_nobody_here() throws Exception {
        Walk walk = new Walk();

        HttpResponse<String> refused = walk.through("stranger");

        assertThat(refused.uri().toString()).endsWith("/sign-in?no-account");
        assertThat(refused.body()).contains("have no account here");
        assertThat(walk.get(product.url("/status")).uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_code_that_the_provider_did_not_give_opens_nothing() throws Exception {
        Walk walk = new Walk();

        HttpResponse<String> refused = walk.get(product.url("/login/oauth2/code/elsewhere?code=forged&state=forged"));

        assertThat(refused.uri().toString()).endsWith("/sign-in?elsewhere");
        assertThat(refused.body()).contains("did not succeed");
    }

    /** One browser: its cookies, and the addresses it came by. */
    private static final class Walk {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final List<String> seen = new ArrayList<>();

        HttpResponse<String> get(String url) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(url)).GET());
        }

        HttpResponse<String> through(String login) throws Exception {
            HttpResponse<String> door = get(product.url("/oauth2/authorization/elsewhere"));
            assertThat(door.uri().toString()).startsWith(provider.issuer() + "/login");
            Matcher token = TOKEN.matcher(door.body());
            assertThat(token.find()).isTrue();
            String form = "username=" + encoded(login) + "&password=" + encoded(Provider.PASSWORD) + "&_csrf="
                    + encoded(token.group(1));
            return send(HttpRequest.newBuilder(URI.create(provider.issuer() + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> answer = once(request);
            while (answer.statusCode() / 100 == 3) {
                URI next = answer.uri()
                        .resolve(answer.headers().firstValue("Location").orElseThrow());
                answer = once(HttpRequest.newBuilder(next).GET());
            }
            return answer;
        }

        private HttpResponse<String> once(HttpRequest.Builder request) throws Exception {
            HttpRequest sent = request.header("Accept", "text/html")
                    .header("Accept-Language", "en")
                    .timeout(Duration.ofSeconds(20))
                    .build();
            seen.add(sent.uri().toString());
            return client.send(sent, HttpResponse.BodyHandlers.ofString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
