package org.shaodao.pages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shaodao.RunningProduct;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;

/** A street of its own in the running product: a unit with more work than one page holds, and a case that is awkward. */
final class Longstreet {
    static final String PASSWORD = "a pass phrase for tests";
    static final String STREET = "longstreet";
    static final String UNIT = "longstreet-unit";

    /** Works in its inbox, so that nobody counts on what stands there. */
    static final String DESK = "longstreet-desk";

    static final String IDLE = "longstreet-idle";
    static final String ADMINISTRATOR = "longstreet-admin";
    static final int DEMANDS = 43;
    static final String SCRIPT = "<script>alert('in')</script>";
    static final String SUBJECT = SCRIPT + " شكوى من الضوضاء \u202Eليل 🏗️👵🏽 " + "w".repeat(32);
    static final String NARRATIVE = "<img src=x onerror=alert(1)>\n{unit} ${7*7} [[${7*7}]] «" + "très-long-".repeat(30)
            + "» 👨‍👩‍👧‍👦 مرحبا بالعالم";
    static final String REPLY = "</blockquote><script>alert('reply')</script>";

    private static final String PLACE = "longstreet/very-long";
    private static final String CATEGORY = "longstreet/category";
    private static final Map<String, String> CALL = Map.of("unit", UNIT, "role", "LEAD", "task", "查明原因。");
    private static final String REGISTRY = """
            {
              "id": "longstreet",
              "version": "1",
              "places": [
                {"code": "longstreet", "kind": "STREET", "zh": "长街街道", "en": "Long Street"},
                {
                  "code": "longstreet/very-long",
                  "kind": "COMPOUND",
                  "parent": "longstreet",
                  "zh": "原国营第一机床附件厂家属院北区（含东侧临建与二期回迁楼）",
                  "en": "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochCompoundNorth"
                }
              ],
              "units": [
                {"code": "%s", "kind": "STREET", "place": "longstreet", "zh": "长街街道", "en": "Long Street", "active": true},
                {"code": "%s", "kind": "DEPARTMENT", "place": "longstreet", "zh": "清闲局", "en": "Idle Bureau", "active": true},
                {"code": "%s", "kind": "DEPARTMENT", "place": "longstreet", "zh": "长街综合行政执法与城市精细化管理服务中心", "en": "Long Street Bureau of Comprehensive Enforcement and Fine Management", "active": true},
                {
                  "code": "%s",
                  "kind": "PROPERTY_COMPANY",
                  "place": "longstreet",
                  "zh": "林溪区城市更新与既有建筑节能改造综合协调服务保障中心（物业管理与应急维修第三分中心）",
                  "en": "Linxi Urban Renewal and Existing-Building Energy Retrofit Coordination and Support Centre",
                  "active": true
                }
              ],
              "roles": [],
              "categories": [
                {
                  "code": "longstreet/category",
                  "zh": "住房城乡建设 / 既有建筑节能改造 / 施工期间临时供暖",
                  "en": "Housing / retrofit / heating meanwhile"
                }
              ],
              "calls": []
            }
            """.formatted(STREET, IDLE, DESK, UNIT);

    /** The awkward case. */
    final String awkward;

    private Longstreet(String awkward) {
        this.awkward = awkward;
    }

    /** Built once per test JVM. */
    static Longstreet inTheRunningProduct() {
        return Built.INSTANCE;
    }

    /** A new account whose password is for one use. */
    static void newcomer(String login) {
        RunningProduct.shared().bean(Accounts.class).createIfAbsent(login, Role.UNIT, IDLE, PASSWORD, true);
    }

    private static Longstreet build() {
        RunningProduct product = RunningProduct.shared();
        Accounts accounts = product.bean(Accounts.class);
        accounts.createIfAbsent(STREET, Role.STREET, STREET, PASSWORD, false);
        accounts.createIfAbsent(UNIT, Role.UNIT, UNIT, PASSWORD, false);
        accounts.createIfAbsent(DESK, Role.UNIT, DESK, PASSWORD, false);
        accounts.createIfAbsent(IDLE, Role.UNIT, IDLE, PASSWORD, false);
        accounts.createIfAbsent(ADMINISTRATOR, Role.ADMINISTRATOR, null, PASSWORD, false);
        must(product.as(ADMINISTRATOR, PASSWORD).put("/api/v1/documents/registry/longstreet/versions/1", REGISTRY));
        RunningProduct.Session street = product.with(key(product, Role.STREET, STREET));
        RunningProduct.Session unit = product.with(key(product, Role.UNIT, UNIT));
        String awkward = raised(street, SUBJECT, NARRATIVE);
        must(street.post(
                "/api/v1/cases/" + awkward + "/whistles",
                Map.of(
                        "kind", "resident-demand",
                        "why", "街道无执法权。",
                        "reportMode", "MEETING",
                        "reportAt", Instant.now().plus(1, ChronoUnit.DAYS).toString(),
                        "authorisedBy", "officer-3",
                        "calls", List.of(CALL))));
        must(unit.post("/api/v1/cases/" + awkward + "/dispatches/1/replies", Map.of("kind", "INTERIM", "text", REPLY)));
        RunningProduct.Answer last = dispatched(street, "第 1 户室温不足", "室温 14℃。");
        for (int i = 2; i <= DEMANDS; i++) {
            last = dispatched(street, "第 %d 户室温不足".formatted(i), "室温 14℃。");
        }
        String caseId = last.json().path("caseId").asString();
        String version = last.json().path("version").asString();
        must(unit.get("/api/v1/inbox?minCase=" + caseId + "&minVersion=" + version));
        must(unit.get("/api/v1/cases/" + caseId + "?minVersion=" + version));
        return new Longstreet(awkward);
    }

    private static RunningProduct.Answer dispatched(RunningProduct.Session street, String subject, String narrative) {
        String caseId = raised(street, subject, narrative);
        return must(street.post("/api/v1/cases/" + caseId + "/dispatches", Map.of("call", CALL)));
    }

    private static String raised(RunningProduct.Session street, String subject, String narrative) {
        Map<String, Object> raise = new LinkedHashMap<>();
        raise.put("kind", "HELP");
        raise.put("channel", "HOTLINE");
        raise.put("category", CATEGORY);
        raise.put("place", PLACE);
        raise.put("subject", subject);
        raise.put("narrative", narrative);
        raise.put("name", "أبو عبد الله 👴");
        return must(street.post("/api/v1/cases", raise)).json().path("caseId").asString();
    }

    /** A new key of somebody of this street. */
    static String key(RunningProduct product, Role role, String unit) {
        return must(product.as(ADMINISTRATOR, PASSWORD)
                        .post("/api/v1/keys", Map.of("name", unit, "role", role.name(), "unit", unit)))
                .json()
                .path("key")
                .asString();
    }

    private static RunningProduct.Answer must(RunningProduct.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(
                    answer.status() + " " + answer.response().body());
        }
        return answer;
    }

    private static final class Built {
        static final Longstreet INSTANCE = build();
    }
}
