package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import org.shaodao.vault.RetrievalCodes;

/** The resident's doors without a browser: who gets in, how often, and what becomes of bad input. */
class ResidentDoorsTest {
    static final String RAISE = "/resident/raise/form?place=linxi/huayuan/dongmen";
    private static final Pattern NUMBER = Pattern.compile("LX-\\d{4}-\\d{6}-\\d");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}");
    private static final byte[] TEXT = "二月三日起一直这样。".getBytes(StandardCharsets.UTF_8);

    private static Session street;

    @BeforeAll
    static void build() {
        Longstreet.inTheRunningProduct();
        street = RunningProduct.shared()
                .with(Longstreet.key(RunningProduct.shared(), Role.STREET, "huayuan"))
                .header("Shaodao-Officer", "officer-3");
    }

    /** A demand as somebody without an account says it. */
    static Map<String, String> demand() {
        Map<String, String> demand = new HashMap<>();
        demand.put("kind", "HELP");
        demand.put("category", "heating/cold-home");
        demand.put("subject", "暖气不热");
        demand.put("narrative", "家里只有十四度。");
        demand.put("anonymous", "false");
        demand.put("name", "王秀英");
        demand.put("phone", "13912345678");
        return demand;
    }

    /** Goes in with a number and a code. */
    static HttpResponse<String> enter(Visitor visitor, String number, String code) {
        return visitor.post("/resident", "/resident/sign-in", Map.of("number", number, "code", code));
    }

    static String code(String caseId) {
        return RunningProduct.shared().bean(RetrievalCodes.class).codeFor(UUID.fromString(caseId), 0);
    }

    /** A case of the street's: its id and its number. */
    record Raised(String caseId, String number) {
        String address() {
            return "/resident/cases/" + caseId;
        }
    }

    private static Raised raised() {
        return raised(Instant.now());
    }

    private static Raised raised(Instant occurredAt) {
        Answer raised = street.post(
                "/api/v1/cases",
                Map.of(
                        "kind", "HELP",
                        "channel", "HOTLINE",
                        "category", "heating/cold-home",
                        "place", "linxi/huayuan/dongmen",
                        "subject", "暖气不热",
                        "narrative", "家里只有十四度。",
                        "occurredAt", occurredAt.toString()));
        String caseId = raised.json().path("caseId").asString();
        street.get("/api/v1/cases/" + caseId + "?minVersion=0");
        return new Raised(caseId, raised.json().path("number").asString());
    }

    @Test
    void somebody_without_an_account_raises_a_demand_and_is_given_its_number_and_code() {
        Visitor visitor = new Visitor();

        HttpResponse<String> page = visitor.upload(RAISE, demand(), List.of(TEXT));

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri().getPath()).endsWith("/raised");
        String code = found(CODE, page.body());
        assertThat(page.uri().toString()).doesNotContain(code);
        String address = page.uri().getPath().replace("/raised", "");
        HttpResponse<String> shown = visitor.post(address + "/raised", address + "/raised", Map.of());
        assertThat(shown.body()).contains("暖气不热", "家里只有十四度。", "Open file 1").doesNotContain(code, "王秀英", "13912345678");
        assertThat(visitor.get(address + "/raised").uri().getPath()).isEqualTo(address);
        assertThat(enter(new Visitor(), found(NUMBER, page.body()), code).body())
                .contains("家里只有十四度。");
        String attachment = found(Pattern.compile(address + "/attachments/[0-9a-f-]+"), shown.body());
        assertThat(visitor.get(attachment).body()).isEqualTo("二月三日起一直这样。");
        assertThat(new Visitor().get(attachment).uri().getPath()).isEqualTo("/resident");
    }

    @Test
    void what_is_against_the_street_is_run_by_the_district() {
        Map<String, String> demand = demand();
        demand.put("kind", "COMPLAINT");
        demand.put("about", "huayuan");

        String path = new Visitor().upload(RAISE, demand, List.of()).uri().getPath();

        Answer told = RunningProduct.shared()
                .as("duban")
                .get("/api/v1" + path.replace("/resident", "").replace("/raised", "") + "?minVersion=0");
        assertThat(told.json().path("recused").asBoolean())
                .as(told.response().body())
                .isTrue();
    }

    @Test
    void whoever_stays_anonymous_leaves_neither_name_nor_telephone() {
        Map<String, String> demand = demand();
        demand.put("anonymous", "true");
        demand.put("phone", "nothing to be called at");

        assertThat(new Visitor().upload(RAISE, demand, List.of()).uri().getPath())
                .endsWith("/raised");
    }

    @Test
    void the_same_form_sent_twice_makes_one_case() {
        Visitor visitor = new Visitor();
        String page = visitor.get(RAISE).body();
        String action = found(Pattern.compile("action=\"(/resident/raise/form[^\"]+)\""), page)
                .substring("action=\"".length())
                .replace("\"", "")
                .replace("&amp;", "&");

        String first = visitor.send(Visitor.uploading(action, demand(), List.of(TEXT)))
                .uri()
                .getPath();
        visitor.get(RAISE); // a token for the session that began
        String second = visitor.send(Visitor.uploading(withTokenOf(visitor, action), demand(), List.of(TEXT)))
                .uri()
                .getPath();

        assertThat(first).endsWith("/raised");
        assertThat(second).isEqualTo(first);
    }

    private static String withTokenOf(Visitor visitor, String action) {
        String token =
                found(Pattern.compile("_csrf=[^\"&]+"), visitor.get(RAISE).body());
        return action.replaceAll("_csrf=[^&]+", Matcher.quoteReplacement(token));
    }

    @Test
    void what_is_missing_or_wrong_is_said_and_nothing_that_was_written_is_lost() {
        Map<String, String> demand = demand();
        demand.put("kind", "NONSENSE");
        demand.put("category", "no/such");
        demand.put("subject", "</textarea><script>alert(1)</script> 🏗️ شكوى");
        demand.put("phone", "call me");

        HttpResponse<String> page = new Visitor().upload(RAISE, demand, List.of());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; 🏗️ شكوى", "家里只有十四度。", "raise-kind", "raise-phone")
                .doesNotContain("<script>alert");
        assertThat(new Visitor().upload(RAISE, Map.of(), List.of()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_file_that_is_not_taken_takes_no_words_with_it() {
        HttpResponse<String> page =
                new Visitor().upload(RAISE, demand(), List.of(TEXT, new byte[] {'M', 'Z', 0, 1, 2, 3, 0, 0, 9}));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("家里只有十四度。", "name=\"kept-0\"").doesNotContain("name=\"kept-1\"");
    }

    @Test
    void more_files_than_a_step_takes_are_not_read() {
        HttpResponse<String> page = new Visitor().upload(RAISE, demand(), Collections.nCopies(11, TEXT));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("家里只有十四度。", "name=\"kept-9\"").doesNotContain("name=\"kept-10\"");
    }

    @Test
    void a_telephone_number_in_the_line_for_lists_is_refused() {
        Map<String, String> demand = demand();
        demand.put("subject", "请打 13912345678");

        HttpResponse<String> page = new Visitor().upload(RAISE, demand, List.of());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("raise-subject-wrong");
    }

    @Test
    void a_place_that_is_none_or_too_large_is_chosen_again() {
        for (String place : List.of("nowhere", "lx", "")) {
            assertThat(new Visitor()
                            .get("/resident/raise/form?place=" + place)
                            .uri()
                            .getPath())
                    .as(place)
                    .isEqualTo("/resident/raise");
        }
    }

    @Test
    void a_code_opens_its_case_however_it_is_typed_and_begins_another_session() {
        Raised one = raised();
        Visitor visitor = new Visitor();
        visitor.get("/sign-in");
        String before = visitor.cookie("JSESSIONID");

        HttpResponse<String> page = enter(
                visitor,
                one.number().toLowerCase(Locale.ROOT),
                code(one.caseId()).toLowerCase(Locale.ROOT).replace("-", " "));

        assertThat(page.uri().getPath()).isEqualTo(one.address());
        assertThat(visitor.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(page.body()).contains("Huayuan Street", one.number());
    }

    @Test
    void a_code_opens_no_other_case_and_no_desk() {
        Raised one = raised();
        Raised other = raised();
        Visitor visitor = new Visitor();
        enter(visitor, one.number(), code(one.caseId()));

        assertThat(visitor.get(other.address()).statusCode()).isEqualTo(404);
        assertThat(visitor.get(other.address() + "/chase").statusCode()).isEqualTo(404);
        assertThat(visitor.post(one.address() + "/chase", other.address() + "/chase", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(one.address() + "/verify").statusCode()).isEqualTo(404);
        assertThat(visitor.get(one.address() + "/answer-particulars").statusCode())
                .isEqualTo(404);
        for (String desk : List.of("/", "/cases/" + one.caseId(), "/inbox", "/console")) {
            assertThat(visitor.get(desk).uri().getPath()).as(desk).isEqualTo("/sign-in");
        }
    }

    @Test
    void whoever_has_an_account_is_nobody_here() {
        Raised one = raised();
        Visitor officer = new Visitor();
        officer.signIn("huayuan", RunningProduct.shared().passwordOf("huayuan"));

        assertThat(officer.get(one.address()).uri().getPath()).isEqualTo("/resident");
        enter(officer, one.number(), code(one.caseId()));
        assertThat(officer.get("/console").statusCode()).isEqualTo(200);
        officer.post(one.address(), "/resident/sign-out", Map.of());
        assertThat(officer.get(one.address()).uri().getPath()).isEqualTo("/resident");
        assertThat(officer.get("/console").uri().getPath()).isEqualTo("/console");
    }

    @Test
    void whoever_guesses_too_often_is_not_heard_here_nor_over_the_api() {
        Raised one = raised();
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> wrong = enter(new Visitor(), one.number(), "AAAA-BBBB-C" + i + "D");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains(one.number()).doesNotContain("AAAA-BBBB");
        }

        HttpResponse<String> deaf = enter(new Visitor(), one.number(), code(one.caseId()));

        assertThat(deaf.statusCode()).isEqualTo(429);
        assertThat(deaf.body()).contains("too many wrong codes");
        // over the API this machine comes from the same address
        assertThat(RunningProduct.shared()
                        .with(null)
                        .header("Authorization", "Code " + code(one.caseId()))
                        .post("/api/v1/cases/" + one.caseId() + "/chases", Map.of())
                        .status())
                .isEqualTo(429);
    }

    @Test
    void a_number_that_nobody_has_is_answered_like_a_wrong_code() {
        for (int i = 0; i < 10; i++) {
            assertThat(enter(new Visitor(), "LX-2026-999999-0", "AAAA-BBBB-CCC").statusCode())
                    .isEqualTo(422);
        }
        assertThat(enter(new Visitor(), "LX-2026-999999-0", "AAAA-BBBB-CCC").statusCode())
                .isEqualTo(429);
        assertThat(enter(new Visitor(), "", "").statusCode()).isEqualTo(422);
        assertThat(enter(new Visitor(), "9".repeat(5_000), "\u0000🏗️".repeat(2_000))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_form_without_its_token_does_nothing() {
        Visitor visitor = new Visitor();

        HttpResponse<String> raise = visitor.send(Visitor.uploading(
                RAISE + "&key=019acdcc-0000-7000-8000-000000000000&_csrf=forged", demand(), List.of()));

        assertThat(raise.uri().toString()).contains("/resident/raise/form?expired&place=");
        assertThat(raise.body()).contains("Nothing was sent");
    }

    @Test
    void a_step_is_refused_in_words_once_it_may_not_be_taken() {
        Raised one = raised();
        Visitor visitor = new Visitor();
        enter(visitor, one.number(), code(one.caseId()));

        assertThat(visitor.get(one.address() + "/reopen").body()).contains("That cannot be done now");
        HttpResponse<String> refused =
                visitor.post(one.address() + "/chase", one.address() + "/reopen", Map.of("reason", "又坏了。"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("又坏了。", "summary");
        HttpResponse<String> empty =
                visitor.post(one.address() + "/chase", one.address() + "/follow-up", Map.of("words", "好。"));
        assertThat(empty.statusCode()).isEqualTo(422);
    }

    @Test
    void what_is_not_accepted_or_passed_on_in_an_emergency_is_told_in_plain_words() {
        Raised one = raised();
        Visitor visitor = new Visitor();
        enter(visitor, one.number(), code(one.caseId()));
        settled(one, street.post(api(one) + "/emergency", Map.of("service", "FIRE", "takenBy", "接警员")));
        assertThat(visitor.get(one.address()).body())
                .contains("It was passed on to the fire brigade")
                .doesNotContain("接警员");

        settled(one, street.post(api(one) + "/not-acceptance", Map.of("route", "LITIGATION", "reason", "已经起诉。")));

        assertThat(visitor.get(one.address()).body()).contains("not for the street to handle", "已经起诉。");
    }

    @Test
    void a_contact_that_was_recorded_late_is_confirmed_by_the_resident() {
        Raised one = raised(Instant.now().minus(6, ChronoUnit.DAYS));
        Session heating =
                RunningProduct.shared().with(Longstreet.key(RunningProduct.shared(), Role.UNIT, "linxi-heating"));
        whistle(one);
        settled(
                one,
                heating.post(
                        api(one) + "/dispatches/1/contacts",
                        Map.of(
                                "contactResult",
                                "REACHED",
                                "means",
                                "TELEPHONE",
                                "occurredAt",
                                Instant.now().minus(5, ChronoUnit.DAYS).toString())));
        Visitor visitor = new Visitor();
        HttpResponse<String> page = enter(visitor, one.number(), code(one.caseId()));
        assertThat(page.body()).contains("says that they contacted you at");

        String form = one.address() + "/confirm-late-entry?dispatch=1";
        HttpResponse<String> after = visitor.post(form, form, Map.of());

        assertThat(after.body()).contains("Thank you, it is noted").doesNotContain("says that they contacted you at");
    }

    @Test
    void who_joined_another_case_sees_how_that_stands_and_neither_reads_the_other() {
        Raised survivor = raised();
        Raised duplicate = raised();
        whistle(survivor);
        settled(duplicate, street.post(api(duplicate) + "/merge", Map.of("survivor", survivor.caseId())));
        Visitor neighbour = new Visitor();

        assertThat(enter(neighbour, duplicate.number(), code(duplicate.caseId()))
                        .body())
                .contains("handled together with another one", "is working on it and is to answer you by")
                .doesNotContain(survivor.number());
        String form = duplicate.address() + "/chase";
        assertThat(neighbour.post(form, form, Map.of("words", "我家也冷。")).body()).contains("We have it");

        Visitor resident = new Visitor();
        assertThat(enter(resident, survivor.number(), code(survivor.caseId())).body())
                .doesNotContain("我家也冷。", duplicate.number(), "It was urged on");
        assertThat(neighbour.get(survivor.address()).statusCode()).isEqualTo(404);
    }

    private static void whistle(Raised one) {
        settled(
                one,
                street.post(
                        api(one) + "/whistles",
                        Map.of(
                                "kind", "resident-demand",
                                "why", "供热管网不归街道管理。",
                                "reportMode", "ON_THE_SPOT",
                                "authorisedBy", "officer-3",
                                "calls", List.of(Map.of("unit", "linxi-heating", "role", "LEAD", "task", "查明原因。")))));
    }

    private static String api(Raised one) {
        return "/api/v1/cases/" + one.caseId();
    }

    /** The step was taken, and the pages know of it. */
    private static void settled(Raised one, Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        street.get(api(one) + "?minVersion=" + answer.json().path("version").asString());
    }

    @Test
    void whoever_raises_too_many_demands_waits_and_others_do_not() throws Exception {
        try (HttpClient elsewhere = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.3"))
                .build()) {
            HttpRequest raise = HttpRequest.newBuilder(URI.create(
                            RunningProduct.shared().url("/resident/raise/form").replace("localhost", "127.0.0.1")))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            for (int i = 0; i < 20; i++) {
                assertThat(elsewhere.send(raise, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(302);
            }
            HttpResponse<String> refused = elsewhere.send(raise, BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(new Visitor().get(RAISE).statusCode()).isEqualTo(200);
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group();
    }
}
