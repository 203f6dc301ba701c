package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import org.shaodao.vault.RetrievalCodes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Everybody of the demonstration with keys of their own, and cases brought into any phase, for tests that ask the
 * running product over HTTP. Keys, because a password costs its hash with every request.
 */
final class Town {
    static final String STREET = "huayuan";
    static final String OTHER_STREET = "jinxue";
    static final String DISTRICT = "linxi-district";
    static final String HEATING = "linxi-heating";
    static final String HOUSING = "linxi-housing";
    static final String URBAN = "linxi-urban";
    static final String WATER = "linxi-water";
    static final String COMMUNITY = "linxi/huayuan/dongmen";
    static final String CASES = "/api/v1/cases";

    /** The event of clocks that a step started, in the same append. */
    static final String CLOCKS_STARTED = "casefile.clocks-started";

    /** The officer for whom the street's system acts. */
    static final String OFFICER = "officer-3";

    private static final String ADMINISTRATOR = "town-administrator";
    private static final String PASSWORD = "long enough to be one";

    private final RunningProduct product;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private Town(RunningProduct product) {
        this.product = product;
        product.bean(Accounts.class).createIfAbsent(ADMINISTRATOR, Role.ADMINISTRATOR, null, PASSWORD, false);
    }

    /** The town of a product of one's own. */
    static Town in(RunningProduct product) {
        return new Town(product);
    }

    /** The town of the product that all tests share. */
    static Town shared() {
        return Shared.INSTANCE;
    }

    RunningProduct product() {
        return product;
    }

    /** Every method that answers for the API, by address, for example {@code GET /api/v1/me}. */
    SortedMap<String, HandlerMethod> api() {
        SortedMap<String, HandlerMethod> all = new TreeMap<>();
        for (HandlerMapping handlers : product.bean(DispatcherServlet.class).getHandlerMappings()) {
            if (handlers instanceof RequestMappingHandlerMapping mappings) {
                mappings.getHandlerMethods().forEach((mapping, handler) -> {
                    for (String path : mapping.getPatternValues()) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> all.put(method + " " + path, handler));
                    }
                });
            }
        }
        all.keySet().removeIf(address -> !address.contains(" /api"));
        return all;
    }

    Session nobody() {
        return product.with(null);
    }

    /** The street's own system, which says for which officer it acts. */
    Session street() {
        return with(Role.STREET, STREET).header("Shaodao-Officer", OFFICER);
    }

    Session heating() {
        return with(Role.UNIT, HEATING);
    }

    Session housing() {
        return with(Role.UNIT, HOUSING);
    }

    Session urban() {
        return with(Role.UNIT, URBAN);
    }

    Session district() {
        return with(Role.DISTRICT, DISTRICT);
    }

    /** The resident whose case it is, with the code they were given. */
    Session resident(String address) {
        UUID caseId = UUID.fromString(address.substring(CASES.length() + 1, CASES.length() + 37));
        return nobody().header(
                        "Authorization",
                        "Code " + product.bean(RetrievalCodes.class).codeFor(caseId, 0));
    }

    Session auditor() {
        return with(Role.AUDITOR, DISTRICT);
    }

    Session administrator() {
        return with(Role.ADMINISTRATOR, null);
    }

    /** Publishes a registry of these units, all of them placed at one place; the same again changes nothing. */
    void register(String id, List<Map<String, Object>> units) {
        String place = id + "-place";
        Map<String, Object> registry = Map.of(
                "id", id,
                "version", "1",
                "places", List.of(Map.of("code", place, "kind", "DISTRICT", "zh", "某区", "en", "Some District")),
                "units",
                        units.stream()
                                .map(unit -> but(but(unit, "place", place), "active", true))
                                .toList(),
                "roles", List.of(),
                "categories", List.of(),
                "calls", List.of());
        accepted(administrator().put("/api/v1/documents/registry/" + id + "/versions/1", registry));
    }

    /** Always the same key for the same role and unit. */
    Session with(Role role, @Nullable String unit) {
        return sessions.computeIfAbsent(
                role + " " + unit,
                name -> product.with(issue(name, role, unit).get("key").asString()));
    }

    /** A key nobody else has: its id and the key itself. */
    JsonNode issue(String name, Role role, @Nullable String unit) {
        Map<String, Object> key = new HashMap<>(Map.of("name", name, "role", role));
        if (unit != null) {
            key.put("unit", unit);
        }
        return accepted(product.as(ADMINISTRATOR, PASSWORD).post("/api/v1/keys", key));
    }

    /** A demand as the street records it. */
    static Map<String, Object> demand() {
        return Map.of(
                "kind", "HELP",
                "channel", "HOTLINE",
                "category", "heating/cold-home",
                "place", COMMUNITY,
                "subject", "暖气不热",
                "narrative", "家里只有十四度。");
    }

    /** A whistle that calls the heating company as lead and the housing bureau to assist. */
    static Map<String, Object> whistle() {
        return Map.of(
                "kind", "resident-demand",
                "why", "供热管网不归街道管理。",
                "reportMode", "ON_THE_SPOT",
                "authorisedBy", "officer-3",
                "calls", List.of(call(HEATING, "LEAD"), call(HOUSING, "ASSISTING")));
    }

    static Map<String, Object> call(String unit, String role) {
        return Map.of("unit", unit, "role", role, "task", "查明原因，处理并答复居民。");
    }

    static Map<String, Object> finalReply() {
        return Map.of("kind", "FINAL", "outcome", "SOLVED", "text", "换热站已修好，回到 20℃。", "evidence", List.of("PHOTO"));
    }

    static Map<String, Object> followUp() {
        return Map.of("result", "REACHED", "contacted", true, "solved", "YES", "satisfied", "BASICALLY");
    }

    /** The same request with one field said otherwise; null leaves it out. */
    static Map<String, Object> but(Map<String, Object> request, String field, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(request);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    /** The request with other words in one of its fields, wherever in it the field stands. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> saying(Map<String, Object> part, String field, String words) {
        return part.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> switch (entry.getValue()) {
            case String text when entry.getKey().equals(field) -> words;
            case Map<?, ?> inner -> saying((Map<String, Object>) inner, field, words);
            case List<?> list ->
                list.stream()
                        .map(each -> each instanceof Map<?, ?> inner
                                ? saying((Map<String, Object>) inner, field, words)
                                : each)
                        .toList();
            default -> entry.getValue();
        }));
    }

    /** A case nobody was called to yet: its address. */
    String raised() {
        return CASES
                + '/'
                + accepted(street().post(CASES, demand())).get("caseId").asString();
    }

    /** A case with the heating company as dispatch 1 and the housing bureau as dispatch 2. */
    String whistled() {
        String address = raised();
        blow(address);
        return address;
    }

    /** Calls the heating company as dispatch 1 and the housing bureau as dispatch 2: the version after it. */
    int blow(String address) {
        return version(street().post(address + "/whistles", whistle()));
    }

    /** A case to which both units gave their final reply. */
    String replied() {
        String address = whistled();
        accepted(heating().post(address + "/dispatches/1/replies", finalReply()));
        accepted(housing().post(address + "/dispatches/2/replies", finalReply()));
        return address;
    }

    String verified() {
        String address = replied();
        accepted(street().post(address + "/verification", Map.of("basis", "ON_SITE")));
        return address;
    }

    String closed() {
        String address = verified();
        accepted(street().post(address + "/closure", Map.of()));
        return address;
    }

    /** The whole history of a case, not older than a version, as somebody sees it. */
    static JsonNode history(Session reader, String address, long minVersion) {
        return accepted(reader.get(address + "/history?limit=200&minVersion=" + minVersion))
                .get("entries");
    }

    /** The whole history of a case, without the clocks that its steps started. */
    static List<JsonNode> steps(Session reader, String address, long minVersion) {
        return history(reader, address, minVersion)
                .valueStream()
                .filter(entry -> !entry.get("event").asString().equals(CLOCKS_STARTED))
                .toList();
    }

    /** The version of which the answer to a step tells. */
    static int version(Answer answer) {
        return accepted(answer).get("version").asInt();
    }

    /** What as many callers, numbered from 0, hear who ask at the same moment. */
    static List<Answer> atOnce(int callers, IntFunction<Answer> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Answer>> asked = IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        start.await();
                        return request.apply(caller);
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : asked) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /** The body of an answer that must be a success. */
    static JsonNode accepted(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        return answer.json();
    }

    private static final class Shared {
        static final Town INSTANCE = new Town(RunningProduct.shared());
    }
}
