package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;

/** What the page of a case says, read as text. */
class CasePageTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final Visitor VISITOR = new Visitor();
    private static Session street;
    private static Session unit;

    @BeforeAll
    static void sign_in() {
        Longstreet.inTheRunningProduct();
        street = PRODUCT.with(Longstreet.key(PRODUCT, Role.STREET, Longstreet.STREET));
        unit = PRODUCT.with(Longstreet.key(PRODUCT, Role.UNIT, Longstreet.UNIT));
        VISITOR.signIn(Longstreet.STREET, Longstreet.PASSWORD);
    }

    @Test
    void the_alias_of_a_resident_is_another_in_every_case() {
        assertThat(alias(raised())).isNotEqualTo(alias(raised()));
    }

    @Test
    void every_time_is_told_twice() {
        String address = raised();
        String api = "/api/v1" + address;
        Instant now = Instant.now();
        taken(street.post(
                api + "/whistles",
                Map.of(
                        "kind", "resident-demand",
                        "why", "街道无执法权。",
                        "reportMode", "MEETING",
                        "reportAt", now.plus(Duration.ofMinutes(185)).toString(),
                        "authorisedBy", "officer-3",
                        "calls", List.of(Map.of("unit", Longstreet.UNIT, "role", "LEAD", "task", "查明原因。")))));
        taken(unit.post(api + "/dispatches/1/acknowledgement", Map.of()));
        String page = page(address, 3);
        // What is said of clocks is neither all about time to come nor about time passed.
        String text = page.replaceAll("(?s)<section class=\"case-(clocks|lanes)\".*?</section>", "")
                .replaceAll("<[^>]*>", "");
        assertThat(text).containsPattern("To report at .*\\d\\d:\\d\\d · in 3 h");
        assertThat(Pattern.compile("\\d\\d:\\d\\d").matcher(text).results().count())
                .as(text)
                .isGreaterThan(5)
                .isEqualTo(Pattern.compile("\\d\\d:\\d\\d\\s+(· )?(just |[0-9]+ min|in |for )")
                        .matcher(text)
                        .results()
                        .count());
    }

    @Test
    void a_case_with_more_entries_than_a_page_reads_is_shown_as_it_stands() {
        String address = raised();
        String api = "/api/v1" + address;
        String task = "查明原因。";
        long version = version(street.post(
                api + "/dispatches", Map.of("call", Map.of("unit", Longstreet.UNIT, "role", "LEAD", "task", task))));
        while (version < 520) {
            version = version(unit.post(api + "/dispatches/1/replies", Map.of("kind", "INTERIM", "text", "仍在处理。")));
        }
        assertThat(page(address, version)).contains("With Linxi Urban Renewal").doesNotContain("since ");
        version = version(unit.post(
                api + "/dispatches/1/replies",
                Map.of("kind", "FINAL", "outcome", "SOLVED", "text", "已修好。", "evidence", List.of("PHOTO"))));
        assertThat(page(address, version)).contains("All units replied; Long Street is to verify", "since ");
    }

    @Test
    void what_was_promised_and_how_often_the_resident_urged_is_seen_at_once() {
        String address = raised();
        String api = "/api/v1" + address;
        taken(street.post(
                api + "/dispatches", Map.of("call", Map.of("unit", Longstreet.UNIT, "role", "LEAD", "task", "查明原因。"))));
        taken(street.post(api + "/chases", Map.of()));
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(20);
        long version = version(unit.post(
                api + "/dispatches/1/replies",
                Map.of("kind", "INTERIM", "text", "下月更换。", "what", "更换管道。", "promisedBy", day.toString())));

        String text = page(address, version).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

        assertThat(text)
                .contains("Promise 1 Linxi Urban Renewal", day + " open")
                .contains("Chased once");
    }

    private static long version(RunningProduct.Answer answer) {
        return taken(answer).json().path("version").asLong();
    }

    /** Always by the same person. */
    private static String raised() {
        Map<String, String> demand = Map.of(
                "kind", "HELP",
                "channel", "HOTLINE",
                "category", "heating/cold-home",
                "place", "linxi/huayuan/dongmen",
                "subject", "暖气不热",
                "narrative", "家里只有十四度。",
                "phone", "13800138099");
        return "/cases/"
                + taken(street.post("/api/v1/cases", demand))
                        .json()
                        .path("caseId")
                        .asString();
    }

    private static String alias(String address) {
        Matcher alias = Pattern.compile("Resident ([2-9A-Z]{4})").matcher(page(address, 0));
        assertThat(alias.find()).isTrue();
        return alias.group(1);
    }

    /** The page of a case that is at least at this version. */
    private static String page(String address, long version) {
        taken(street.get("/api/v1" + address + "?minVersion=" + version));
        var page = VISITOR.get(address);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static Answer taken(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        return answer;
    }
}
