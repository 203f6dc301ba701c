package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.attachments.SampleFiles;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Every address of the API asked by everybody. An address that is mapped and not in the table fails the test. */
class WhoMayTest {
    private static final String OTHER_STREET = "whomay-street";
    private static final String COMMUNITY = "whomay-community";
    private static final String OUTSIDE = "whomay";

    private final Town town = Town.shared();

    @Test
    void every_address_of_the_api_is_in_the_table() {
        assertThat(town.api().keySet())
                .hasSizeGreaterThan(20)
                .isEqualTo(WhoMayTable.expected().keySet());
        assertThat(requests().keySet()).isEqualTo(WhoMayTable.expected().keySet());
    }

    @Test
    void the_committed_document_says_what_the_table_says() {
        WhoMayTable.expected().forEach((address, heard) -> {
            boolean ownPassword = address.equals("PUT /api/v1/me/password");
            assertThat(heard).as(address).containsEntry("nobody", 401).containsEntry("revoked", 401);
            assertThat(heard).as(address).containsEntry("one-time", ownPassword ? 204 : 403);
        });
        WhoMayDocument.api(WhoMayTable.expected());
    }

    @TestFactory
    Stream<DynamicTest> everybody_hears_what_the_table_says() {
        Map<String, Function<String, Session>> callers = callers();
        Map<String, Supplier<Request>> requests = requests();
        return WhoMayTable.expected().entrySet().stream()
                .map(row -> dynamicTest(row.getKey(), () -> {
                    String method = row.getKey().substring(0, row.getKey().indexOf(' '));
                    Map<String, Integer> heard = new LinkedHashMap<>();
                    Request request = requests.get(row.getKey()).get();
                    for (var caller : callers.entrySet()) {
                        Session session =
                                caller.getValue().apply(request.path()).header("Shaodao-Officer", caller.getKey());
                        Answer answer = caller.getKey().equals(WhoMayTable.RESIDENT)
                                ? request.byTheResident().send(session, method)
                                : request.send(session, method);
                        heard.put(caller.getKey(), answer.status());
                        if (answer.status() < 400 && !method.equals("GET")) {
                            request = requests.get(row.getKey()).get();
                        } else if (answer.status() >= 400) {
                            assertThat(answer.json().path("code").asString()).isNotBlank();
                        }
                    }
                    assertThat(heard).isEqualTo(row.getValue());
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "huayuan, STREET, huayuan, 200, 403",
        "gongre, UNIT, linxi-heating, 403, 403",
        "zhujian, UNIT, linxi-housing, 403, 403",
        "chengguan, UNIT, linxi-urban, 403, 403",
        "duban, DISTRICT, linxi-district, 200, 403",
        "shenji, AUDITOR, linxi-district, 200, 403"
    })
    void a_login_opens_what_the_key_of_its_role_opens(String login, String role, String unit, int cases, int keys) {
        Session person = town.product().as(login);
        JsonNode me = Town.accepted(person.get("/api/v1/me"));
        assertThat(me.get("role").asString()).isEqualTo(role);
        assertThat(me.get("unit").asString()).isEqualTo(unit);
        assertThat(me.get("name").asString()).isEqualTo(login);
        assertThat(person.get(Town.CASES).status()).isEqualTo(cases);
        assertThat(person.get("/api/v1/keys").status()).isEqualTo(keys);
    }

    @Test
    void a_community_knows_and_deliberates_on_the_demands_of_its_area_and_of_no_other() {
        Map<String, Object> minutes = Map.of("minutes", "大家同意。", "participants", 9, "deliberated", "TO_THE_MEETING");
        String address = town.raised();

        for (Role role : List.of(Role.COMMUNITY, Role.GRID_WORKER)) {
            ProblemAnswer.of(town.with(role, "huayuan-xiqiao").post(address + "/deliberations", minutes))
                    .is(404, "unknown-case");
            Town.accepted(town.with(role, "huayuan-dongmen").post(address + "/deliberations", minutes));
        }
        Town.accepted(
                town.with(Role.COMMUNITY, "huayuan-dongmen").post(address + "/street-call", Map.of("reason", "无力解决。")));
    }

    @Test
    void a_wrong_password_or_an_unknown_login_opens_nothing_and_says_how_to_sign_in() {
        for (Session stranger : List.of(
                town.nobody(),
                town.product().as("huayuan", "wrong"),
                town.product().as("nobody", "wrong"))) {
            Answer refused = stranger.get("/api/v1/me");

            ProblemAnswer.of(refused).is(401, "unauthenticated").says("Sign in, or send a valid API key.");
            assertThat(refused.response().headers().allValues("WWW-Authenticate"))
                    .anyMatch(value -> value.startsWith("Bearer"))
                    .anyMatch(value -> value.startsWith("Basic"));
        }
    }

    @Test
    void of_the_actuator_nobody_sees_more_than_whether_the_product_lives() {
        for (String open : List.of("health", "health/liveness", "health/readiness")) {
            Answer answer = town.nobody().get("/actuator/" + open);
            assertThat(answer.status()).as(open).isEqualTo(200);
            assertThat(answer.json().get("status").asString()).isEqualTo("UP");
            assertThat(answer.json().has("components")).as(open).isFalse();
        }
        for (String closed : List.of("", "/info", "/prometheus", "/health/db", "/env", "/heapdump", "/shutdown")) {
            assertThat(town.nobody().get("/actuator" + closed).status())
                    .as(closed)
                    .isEqualTo(401);
            assertThat(town.street().get("/actuator" + closed).status())
                    .as(closed)
                    .isEqualTo(403);
            assertThat(town.heating().get("/actuator" + closed).status())
                    .as(closed)
                    .isEqualTo(403);
        }
        for (Session watcher : List.of(town.administrator(), town.auditor())) {
            assertThat(watcher.get("/actuator/info").status()).isEqualTo(200);
            Answer metrics = watcher.header("Accept", "text/plain").get("/actuator/prometheus");
            assertThat(metrics.status()).isEqualTo(200);
            assertThat(metrics.response().body()).contains("shaodao_view_lag_events");
            for (String absent :
                    List.of("env", "heapdump", "beans", "loggers", "mappings", "configprops", "shutdown")) {
                assertThat(watcher.get("/actuator/" + absent).status())
                        .as(absent)
                        .isEqualTo(404);
            }
        }
    }

    /** By name, each for the address that is asked. */
    private Map<String, Function<String, Session>> callers() {
        town.register(
                "whomay",
                List.of(
                        Map.of("code", OTHER_STREET, "kind", "STREET", "zh", "别街道", "en", "Another Street"),
                        Map.of("code", COMMUNITY, "kind", "COMMUNITY", "zh", "某社区", "en", "Some Community")));
        JsonNode key = town.issue("to be revoked", Role.STREET, Town.STREET);
        town.administrator().send("DELETE", "/api/v1/keys/" + key.get("id").asString(), null);

        Map<String, Function<String, Session>> callers = new LinkedHashMap<>();
        callers.put("nobody", path -> town.nobody());
        callers.put("revoked", path -> town.product().with(key.get("key").asString()));
        Session mayOnlyChoose = withOneTimePassword();
        callers.put("one-time", path -> path.endsWith("/password") ? withOneTimePassword() : mayOnlyChoose);
        callers.put("street", path -> town.street());
        callers.put("other-street", path -> town.with(Role.STREET, OTHER_STREET));
        callers.put("lead", path -> town.heating());
        callers.put("assisting", path -> town.housing());
        callers.put("other-unit", path -> town.urban());
        callers.put("district", path -> town.district());
        callers.put("auditor", path -> town.auditor());
        callers.put("grid-worker", path -> town.with(Role.GRID_WORKER, COMMUNITY));
        callers.put("community", path -> town.with(Role.COMMUNITY, COMMUNITY));
        callers.put("administrator", path -> town.administrator());
        callers.put("outside", path -> town.with(Role.OUTSIDE, OUTSIDE));
        callers.put(
                WhoMayTable.RESIDENT, path -> town.resident(path.startsWith(Town.CASES + '/') ? path : town.raised()));
        return callers;
    }

    private Session withOneTimePassword() {
        String login = "one-time-" + UUID.randomUUID();
        town.product().bean(Accounts.class).createIfAbsent(login, Role.ADMINISTRATOR, null, "for one use", true);
        return town.product().as(login, "for one use");
    }

    /** A request that would be taken from whoever may. */
    private record Request(String path, @Nullable Object body) {
        Answer send(Session caller, String method) {
            return switch (body) {
                case byte[] file -> SampleFiles.upload(caller, path, "x", file);
                case String rows -> caller.header("Content-Type", "text/csv").send(method, path, rows);
                case null, default -> caller.send(method, path, body);
            };
        }

        /** Others heard in a call that the demand is taken back; the resident says so themselves. */
        Request byTheResident() {
            return body instanceof Map<?, ?> said && "RECORDED_CALL".equals(said.get("how"))
                    ? new Request(path, Map.of("how", "OWN_CODE"))
                    : this;
        }
    }

    private Map<String, Supplier<Request>> requests() {
        Map<String, Supplier<Request>> all = new TreeMap<>();
        String aCase = "/api/v1/cases/{caseId}";
        all.put(
                "GET /api/v1/clocks/preview",
                () -> new Request("/api/v1/clocks/preview?category=heating/cold-home&kind=HELP", null));
        all.put(
                "GET /api/v1/suggestions",
                get("/api/v1/suggestions?category=heating/cold-home&place=" + Town.COMMUNITY));
        all.put("GET /api/v1/me", get("/api/v1/me"));
        all.put("PUT /api/v1/me/password", with("/api/v1/me/password", Map.of("password", "my own choice")));
        all.put("GET /api/v1/directory", get("/api/v1/directory"));
        String document = "/api/v1/documents/{kind}/{id}";
        String whomay = "/api/v1/documents/duty-list/whomay";
        Map<String, Object> duties = Map.of("id", "whomay", "version", "1", "entries", List.of());
        all.put("GET /api/v1/documents", get("/api/v1/documents"));
        all.put("GET /api/v1/documents/{kind}/schema", get("/api/v1/documents/registry/schema"));
        all.put("GET " + document + "/versions", get("/api/v1/documents/calendar/cn/versions"));
        all.put("GET " + document + "/versions/{version}", get("/api/v1/documents/calendar/cn/versions/1"));
        all.put("GET " + document + "/difference", get("/api/v1/documents/calendar/cn/difference?from=1&to=1"));
        all.put("POST " + document + "/validation", with(whomay + "/validation", duties));
        all.put("PUT " + document + "/versions/{version}", with(whomay + "/versions/1", duties));
        all.put("GET /api/v1/openapi", get("/api/v1/openapi"));
        all.put("GET /api/v1/openapi.yaml", get("/api/v1/openapi.yaml"));
        all.put("GET /api/v1/inbox", get("/api/v1/inbox?unit=" + Town.HEATING));
        all.put("GET /api/v1/console", get("/api/v1/console"));
        all.put("GET /api/v1/board", get("/api/v1/board"));
        all.put("GET /api/v1/console/morning-sheet", get("/api/v1/console/morning-sheet?street=" + Town.STREET));
        all.put("GET /api/v1/disputes", get("/api/v1/disputes"));
        all.put("GET /api/v1/precedents", get("/api/v1/precedents?category=heating&placeKind=COMMUNITY"));
        all.put("GET /api/v1/precedents/{caseId}/{dispatch}/catalogue-entry", () -> {
            String ruled = DisputeCalls.inDispute(town);
            JsonNode taken = Town.accepted(
                    DisputeCalls.ruler(town).post(ruled + "/dispatches/1/hand-back/ruling", DisputeCalls.ruling()));
            return new Request(
                    ruled.replace("cases", "precedents") + "/1/catalogue-entry?minVersion=" + taken.get("version"),
                    null);
        });
        all.put("GET /api/v1/cases", get(Town.CASES));
        all.put("POST /api/v1/cases", with(Town.CASES, Town.but(Town.demand(), "street", Town.STREET)));
        all.put("GET " + aCase, () -> new Request(town.whistled() + "?minVersion=3", null));
        all.put(
                "GET " + aCase + "/questions",
                () -> new Request(IntakeCalls.asked(town) + "/questions?minVersion=2", null));
        all.put("GET " + aCase + "/contact-card", () -> new Request(IdentityCalls.opened(town), null));
        all.put("GET " + aCase + "/who-looked", () -> new Request(town.whistled() + "/who-looked", null));
        all.put("GET /api/v1/readings", get("/api/v1/readings"));
        all.put("GET " + aCase + "/history", () -> new Request(town.whistled() + "/history?minVersion=3", null));
        all.put(
                "GET " + aCase + "/history/export",
                () -> new Request(town.whistled() + "/history/export?format=CSV&minVersion=3", null));
        StepCall.all(town).forEach(call -> all.put(call.address(), () -> new Request(call.target(), call.body())));
        all.put("POST " + aCase + "/erasure", () -> new Request(town.raised() + "/erasure", null));
        all.put("GET /api/v1/sla", get("/api/v1/sla?by=PERIOD"));
        all.put("GET /api/v1/sla/{indicator}/cases", get("/api/v1/sla/3b/cases?result=MISSED"));
        all.put("GET /api/v1/sla/{indicator}/units", get("/api/v1/sla/1/units"));
        all.put("GET /api/v1/sla/overdue", get("/api/v1/sla/overdue"));
        all.put("GET /api/v1/sla/arrivals", get("/api/v1/sla/arrivals"));
        all.put("GET /api/v1/sla/disputes", get("/api/v1/sla/disputes"));
        all.put("GET /api/v1/sla/signals", get("/api/v1/sla/signals"));
        all.put("GET /api/v1/sla/periods", get("/api/v1/sla/periods"));
        all.put(
                "PUT /api/v1/sla/periods/{month}",
                with("/api/v1/sla/periods/2010-01", Map.of("knownOn", "2010-02-05")));
        byte[] file = SampleFiles.words("停水通知");
        all.put("POST /api/v1/attachments", with("/api/v1/attachments", file));
        all.put("POST " + aCase + "/attachments", () -> new Request(town.raised() + "/attachments", file));
        all.put("GET " + aCase + "/attachments/{attachmentId}", () -> {
            String ticket = Town.accepted(SampleFiles.upload(town.street(), "/api/v1/attachments", "x", file))
                    .at("/files/0/ticket")
                    .asString();
            String address = Town.CASES
                    + '/'
                    + Town.accepted(town.street()
                                    .post(Town.CASES, Town.but(Town.demand(), "attachments", List.of(ticket))))
                            .get("caseId")
                            .asString();
            Town.accepted(town.district().get(address + "?minVersion=" + town.blow(address)));
            return new Request(address + "/attachments/" + ticket.substring(0, 36), null);
        });
        all.put("GET /api/v1/returns", get("/api/v1/returns"));
        all.put("GET /api/v1/returns/{caseId}", () -> new Request(owed(), null));
        all.put("POST /api/v1/returns/{caseId}/receipt", () -> {
            String owed = owed();
            JsonNode result = Town.accepted(town.with(Role.OUTSIDE, OUTSIDE).get(owed));
            return new Request(owed + "/receipt", Map.of("version", result.get("version")));
        });
        all.put("GET /api/v1/keys", get("/api/v1/keys"));
        all.put("POST /api/v1/keys", with("/api/v1/keys", Map.of("name", "one more", "role", "ADMINISTRATOR")));
        all.put("POST /api/v1/keys/{id}/rotation", () -> {
            JsonNode key = town.issue("soon rotated", Role.UNIT, Town.WATER);
            return new Request("/api/v1/keys/" + key.get("id").asString() + "/rotation", null);
        });
        all.put("DELETE /api/v1/keys/{id}", () -> {
            JsonNode key = town.issue("soon revoked", Role.UNIT, Town.WATER);
            return new Request("/api/v1/keys/" + key.get("id").asString(), null);
        });
        UserCalls.all(town)
                .forEach((address, call) -> all.put(address, () -> {
                    UserCalls.Call asked = call.get();
                    return new Request(asked.path(), asked.body());
                }));
        all.put("GET /api/v1/administration/audit", get("/api/v1/administration/audit"));
        all.put(
                "GET /api/v1/administration/audit/export",
                get("/api/v1/administration/audit/export?format=CSV&subject=nobody"));
        all.put("GET /api/v1/views", get("/api/v1/views"));
        all.put("POST /api/v1/views/{name}/rebuild", () -> {
            town.administrator().send("DELETE", "/api/v1/views/inbox/rebuild", null);
            return new Request("/api/v1/views/inbox/rebuild", null);
        });
        all.put("DELETE /api/v1/views/{name}/rebuild", get("/api/v1/views/inbox/rebuild"));
        all.put("GET /api/v1/views/set-aside", get("/api/v1/views/set-aside"));
        all.put(
                "POST /api/v1/views/{name}/set-aside/{caseId}/retry",
                with("/api/v1/views/inbox/set-aside/" + new UUID(0, 1) + "/retry", Map.of()));
        all.put("GET /api/v1/imports", get("/api/v1/imports"));
        all.put("PUT /api/v1/imports/{name}", anImport(""));
        all.put("GET /api/v1/imports/{name}", anImport("?"));
        all.put("GET /api/v1/imports/{name}/rejects", anImport("/rejects"));
        all.put("GET /api/v1/imports/{name}/rejects.csv", anImport("/rejects.csv"));
        return all;
    }

    /** A result that another system waits for. */
    private String owed() {
        Map<String, Object> number =
                Map.of("source", OUTSIDE, "number", UUID.randomUUID().toString());
        String address = Town.CASES
                + '/'
                + Town.accepted(town.with(Role.OUTSIDE, OUTSIDE)
                                .post(
                                        Town.CASES,
                                        Town.but(Town.but(Town.demand(), "street", Town.STREET), "outside", number)))
                        .get("caseId")
                        .asString();
        town.blow(address);
        Town.accepted(town.heating().post(address + "/dispatches/1/replies", Town.finalReply()));
        Town.accepted(town.housing().post(address + "/dispatches/2/replies", Town.finalReply()));
        Town.accepted(town.street().post(address + "/verification", Map.of("basis", "ON_SITE")));
        return address.replace("cases", "returns");
    }

    private static Supplier<Request> get(String path) {
        return () -> new Request(path, null);
    }

    private static Supplier<Request> with(String path, Object body) {
        return () -> new Request(path, body);
    }

    private Supplier<Request> anImport(String view) {
        return () -> {
            String name = "/api/v1/imports/whomay";
            String file = "case_id,created_at,closed_at,updated_at,status,agency,agency_name,category,subcategory,"
                    + "channel,district,area,address,resolution\n1,2020-03-09T08:00:00,,,Open,DPW,,Potholes,,,,,,";
            Request put = new Request(name + "?source=whomay&zone=Asia/Shanghai", file);
            put.send(town.administrator(), "PUT");
            return view.isEmpty() ? put : new Request(name + view, null);
        };
    }
}
