package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct;
import org.shaodao.WhoMayDocument;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every page, asked by everybody without a browser: it is shown or refused in words, and never breaks. */
class EveryPageTest {
    /** A message that there is not. */
    private static final Pattern UNFINISHED = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

    /** The id of nothing. */
    private static final String NOTHING = new UUID(0, 0).toString();

    private static final Set<Integer> SAID = Set.of(200, 400, 403, 404, 410);

    @ParameterizedTest
    @ValueSource(strings = {"huayuan", "gongre", "duban", "shenji", "longstreet-admin"})
    void no_page_breaks_for_whoever_asks(String login) {
        Longstreet.inTheRunningProduct();
        Visitor visitor = new Visitor();
        visitor.signIn(
                login,
                login.equals(Longstreet.ADMINISTRATOR)
                        ? Longstreet.PASSWORD
                        : RunningProduct.shared().passwordOf(login));
        assertThat(shown(visitor, login)).as("pages shown to %s", login).isGreaterThan(4);
    }

    @Test
    void no_page_breaks_for_a_resident() {
        Longstreet.inTheRunningProduct();
        Visitor visitor = new Visitor();
        JsonNode one = firstCase();
        ResidentDoorsTest.enter(
                visitor,
                one.get("number").asString(),
                ResidentDoorsTest.code(one.get("caseId").asString()));
        assertThat(shown(visitor, "a resident")).isGreaterThan(4);
    }

    private static int shown(Visitor visitor, String login) {
        SoftAssertions softly = new SoftAssertions();
        int shown = 0;
        for (String address : addresses()) {
            HttpResponse<String> page = visitor.get(address);
            softly.assertThat(SAID).as("%s for %s", address, login).contains(page.statusCode());
            softly.assertThat(unfinished(page.body()))
                    .as("%s for %s", address, login)
                    .isEmpty();
            shown += page.statusCode() == 200 ? 1 : 0;
        }
        softly.assertAll();
        return shown;
    }

    private static JsonNode firstCase() {
        return RunningProduct.shared()
                .as("huayuan")
                .get("/api/v1/cases?limit=1")
                .json()
                .at("/cases/0");
    }

    /** Asked for something that is not there, so that nothing is done; only a refusal for the role counts. */
    @Test
    void what_each_role_may_see_and_send_is_committed() {
        Longstreet.inTheRunningProduct();
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        Map.of(Role.GRID_WORKER, "longstreet-grid", Role.COMMUNITY, "longstreet-community")
                .forEach((role, login) -> RunningProduct.shared()
                        .bean(Accounts.class)
                        .createIfAbsent(login, role, Longstreet.STREET, Longstreet.PASSWORD, false));
        visitors.put("street 街道", visitor("huayuan"));
        visitors.put("unit 责任单位", visitor("gongre"));
        visitors.put("district 区级督办", visitor("duban"));
        visitors.put("auditor 审计", visitor("shenji"));
        visitors.put("grid worker 网格员", visitor("longstreet-grid"));
        visitors.put("community 社区", visitor("longstreet-community"));
        visitors.put("administrator 管理员", visitor(Longstreet.ADMINISTRATOR));
        Map<String, List<String>> rows = new TreeMap<>(Comparator.comparing(WhoMayDocument::path));
        pages(RequestMethod.GET, RequestMethod.POST).forEach((address, method) -> {
            String path = address.substring(address.indexOf(' ') + 1)
                    .replaceAll("\\{(dispatch|indicator)}", "1")
                    .replaceAll("\\{month}", "2012-01")
                    .replaceAll("\\{\\w+}", NOTHING);
            Map<String, String> said = said(method);
            List<String> heard = new ArrayList<>();
            visitors.values().forEach(visitor -> {
                HttpResponse<String> answer = address.startsWith("GET ")
                        ? visitor.get(path + query(said))
                        : visitor.post("/acting-as", path, said);
                assertThat(answer.statusCode())
                        .as("%s is told all it needs before it looks who asks", address)
                        .isNotEqualTo(400);
                heard.add(WhoMayDocument.answer(answer.statusCode() == 403 ? 403 : 200));
            });
            rows.put(address, heard);
        });
        assertThat(rows).hasSizeGreaterThan(30);
        WhoMayDocument.part("pages", List.copyOf(visitors.keySet()), rows);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRID_WORKER", "COMMUNITY"})
    void whoever_goes_from_door_to_door_enters_what_they_hear(Role role) {
        Longstreet.inTheRunningProduct();
        String login = "longstreet-" + role.name().toLowerCase(Locale.ROOT);
        RunningProduct.shared()
                .bean(Accounts.class)
                .createIfAbsent(login, role, Longstreet.STREET, Longstreet.PASSWORD, false);
        Visitor visitor = visitor(login);
        assertThat(visitor.get("/").uri().getPath()).isEqualTo("/console/raise");

        HttpResponse<String> entered = visitor.post(
                "/console/raise",
                "/console/raise",
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "kind", "HELP",
                        "channel", "GRID_VISIT",
                        "category", "heating/cold-home",
                        "place", "linxi/huayuan/dongmen",
                        "street", "huayuan",
                        "subject", "楼道没有暖气",
                        "narrative", "二楼的老人说冷。"));

        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        assertThat(entered.body()).containsPattern("LX-\\d{4}-\\d{6}-\\d");
    }

    private static Visitor visitor(String login) {
        Visitor visitor = new Visitor();
        visitor.signIn(
                login,
                login.startsWith("longstreet")
                        ? Longstreet.PASSWORD
                        : RunningProduct.shared().passwordOf(login));
        return visitor;
    }

    /** Whatever a page must be told before it looks who asks. */
    private static Map<String, String> said(HandlerMethod method) {
        Map<String, String> said = new TreeMap<>();
        for (Parameter parameter : method.getMethod().getParameters()) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null && asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                Class<?> type = parameter.getType();
                Object[] choices = type.getEnumConstants();
                said.put(
                        Stream.of(asked.name(), asked.value(), parameter.getName())
                                .filter(name -> !name.isEmpty())
                                .findFirst()
                                .orElseThrow(),
                        choices != null ? ((Enum<?>) choices[0]).name() : type == int.class ? "1" : NOTHING);
            }
        }
        return said;
    }

    private static String query(Map<String, String> said) {
        return said.entrySet().stream()
                .map(each -> each.getKey() + '=' + each.getValue())
                .collect(Collectors.joining("&", "?", ""));
    }

    private static List<String> unfinished(String page) {
        return UNFINISHED.matcher(page).results().map(MatchResult::group).toList();
    }

    @Test
    void a_figure_that_is_asked_for_wrongly_is_answered_in_words() {
        Visitor visitor = new Visitor();
        visitor.signIn("duban", RunningProduct.shared().passwordOf("duban"));
        for (String wrong : List.of(
                "/sla?month=2026-13",
                "/sla?month=soon",
                "/sla?from=2026-01-02&category=heating",
                "/sla?compare=99",
                "/sla/99/cases",
                "/sla/12/cases?place=linxi",
                "/sla/0/cases?place=linxi&detail=1-09",
                "/sla/12/cases?result=PERHAPS")) {
            assertThat(visitor.get(wrong).statusCode()).as(wrong).isIn(400, 404);
        }
    }

    /** Of every page that is mapped one address that leads somewhere, and some that ask for something in particular. */
    private static Set<String> addresses() {
        String caseId = firstCase().get("caseId").asString();
        Map<String, String> parts = Map.of(
                "caseId", caseId, "name", "chase", "indicator", "12", "kind", "calendar", "id", "cn", "version", "1");
        Set<String> addresses = new TreeSet<>(List.of(
                "/sla?compare=12&category=heating",
                "/sla/0/cases?detail=1-09",
                "/sla/0/cases?place=linxi/huayuan/dongmen",
                "/sla/12/cases?result=KEPT",
                "/board?state=OVERDUE",
                "/inbox?tab=OVERDUE",
                "/resident/raise?place=linxi/huayuan",
                "/resident/raise/form?place=linxi/huayuan"));
        pages(RequestMethod.GET).keySet().forEach(pattern -> {
            String address = pattern.substring("GET ".length());
            for (var part : parts.entrySet()) {
                address = address.replace("{" + part.getKey() + "}", part.getValue());
            }
            if (!address.contains("{")) {
                addresses.add(address);
            }
        });
        assertThat(addresses).hasSizeGreaterThan(20);
        return addresses;
    }

    private static Map<String, HandlerMethod> pages(RequestMethod... methods) {
        Map<String, HandlerMethod> pages = new TreeMap<>();
        RunningProduct.shared().bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mappings -> ((RequestMappingHandlerMapping) mappings).getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.shaodao"))
                .filter(entry -> !entry.getValue().getBeanType().isAnnotationPresent(RestController.class))
                .forEach(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .filter(List.of(methods)::contains)
                        .forEach(method -> entry.getKey().getPatternValues().stream()
                                .filter(pattern -> !pattern.startsWith("/api/")
                                        && !pattern.equals("/live")) // live news is no page
                                .forEach(pattern -> pages.put(method + " " + pattern, entry.getValue()))));
        return pages;
    }
}
