package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page, asked by everybody without a browser: it is shown or refused in words, and never breaks. */
class EveryPageTest {
    /** A message that there is not. */
    private static final Pattern UNFINISHED = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

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
        assertThat(shown).as("pages shown to %s", login).isGreaterThan(4);
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
                "/sla/12/cases?result=PERHAPS")) {
            assertThat(visitor.get(wrong).statusCode()).as(wrong).isIn(400, 404);
        }
    }

    /** Of every page that is mapped one address that leads somewhere, and some that ask for something in particular. */
    private static Set<String> addresses() {
        String caseId = RunningProduct.shared()
                .as("huayuan")
                .get("/api/v1/cases?limit=1")
                .json()
                .at("/cases/0/caseId")
                .asString();
        Map<String, String> parts =
                Map.of("caseId", caseId, "indicator", "12", "kind", "calendar", "id", "cn", "version", "1");
        Set<String> addresses = new TreeSet<>(List.of(
                "/sla?compare=12&category=heating",
                "/sla/0/cases?detail=1-09",
                "/sla/12/cases?result=KEPT",
                "/board?state=OVERDUE",
                "/inbox?tab=OVERDUE"));
        pages().forEach(pattern -> {
            String address = pattern;
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

    private static Stream<String> pages() {
        return RunningProduct.shared().bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mappings -> ((RequestMappingHandlerMapping) mappings).getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.shaodao"))
                .filter(entry -> !entry.getValue().getBeanType().isAnnotationPresent(RestController.class))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/") && !pattern.equals("/live")); // live news is no page
    }
}
