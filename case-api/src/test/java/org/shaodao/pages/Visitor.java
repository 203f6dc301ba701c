package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shaodao.RunningProduct;

/** Somebody with cookies of their own who reads pages as text and follows where they are sent: no browser is needed. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern UPLOAD = Pattern.compile("action=\"([^\"]+)\"[^>]*enctype=\"multipart/form-data\"");

    private final CookieManager cookies = new CookieManager();

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    public HttpResponse<String> signIn(String login, String password) {
        return post("/sign-in", "/sign-in", Map.of("username", login, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends the form of a page, with the token that the page holds. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as("the form of %s", page).isTrue();
        String form = fields.entrySet().stream()
                        .map(field -> field.getKey() + '=' + encoded(field.getValue()) + '&')
                        .collect(Collectors.joining())
                + "_csrf=" + encoded(token.group(1));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends the form with files of a page: its words, then the files, as a browser does. */
    public HttpResponse<String> upload(String page, Map<String, String> fields, List<byte[]> files) {
        Matcher action = UPLOAD.matcher(get(page).body());
        assertThat(action.find()).as("the form with files of %s", page).isTrue();
        return send(uploading(action.group(1).replace("&amp;", "&"), fields, files));
    }

    static HttpRequest.Builder uploading(String address, Map<String, String> fields, List<byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--part\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> {
            body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return request(address)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** The value of a cookie; empty where there is none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RunningProduct.shared().url(path)))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
