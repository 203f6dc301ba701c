package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** The story of the README, word for word, as it happens over HTTP, by a clock that is put forward from scene to scene. */
class StoryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final SteppingClock CLOCK = new SteppingClock();
    private static final RunningProduct PRODUCT = RunningProduct.start(RunningProduct.emptyFolder(), CLOCK);
    private static final int ON_TIME = 1;
    private static final int LATE = 3;

    private final Town town = Town.in(PRODUCT);
    private final LocalDate monday =
            LocalDate.ofInstant(CLOCK.instant(), ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private final List<String> told = new ArrayList<>();
    private String address = "";
    private long version;

    @AfterAll
    static void stop() {
        PRODUCT.stop();
    }

    @Test
    void it_happens_as_the_readme_tells_it() throws IOException {
        it(
                "On a Monday morning Mrs Wang calls the hotline: her home is cold. The street cannot mend pipes and blows the"
                        + " whistle for three units.");
        at(0, "09:00");
        JsonNode raised = Town.accepted(town.street().post(Town.CASES, demand()));
        address = Town.CASES + '/' + raised.get("caseId").asString();
        at(0, "09:05");
        takes(town.street(), "/whistles", whistle());

        it(
                "The housing bureau hands its dispatch back. The street disagrees, the district rules that the bureau must act,"
                        + " and its second attempt is refused and recorded.");
        at(0, "09:20");
        takes(town.housing(), "/dispatches/2/hand-back", handBack());
        at(0, "09:40");
        takes(town.street(), "/dispatches/2/hand-back/refusal", Map.of("reason", "楼内管线属住建局。"));
        at(0, "10:00");
        takes(ruler(), "/dispatches/2/hand-back/ruling", rejected());
        at(0, "10:10");
        Answer again = town.housing().post(address + "/dispatches/2/hand-back", handBack());
        ProblemAnswer.of(again).is(409, "hand-back-rejected");
        version = again.json().get("version").asLong();
        assertThat(again.header("ETag")).isEqualTo("\"" + version + '"');
        assertThat(last("casefile.hand-back-rejected")
                        .get("facts")
                        .get("rejection")
                        .asString())
                .isEqualTo("MUST_ACT");

        it("The heating company comes, and leaves before the street lets it go: that is recorded too.");
        takes(town.heating(), "/dispatches/1/acknowledgement", Map.of());
        takes(town.heating(), "/dispatches/1/acceptance", Map.of("handler", "officer-21"));
        takes(town.heating(), "/dispatches/1/contacts", Map.of("contactResult", "REACHED", "means", "TELEPHONE"));
        at(0, "10:20");
        takes(
                town.heating(),
                "/dispatches/1/arrivals",
                Map.of("reportMode", "ON_THE_SPOT", "evidence", List.of("PHOTO")));
        at(0, "11:00");
        takes(town.heating(), "/dispatches/1/departures", Map.of("reason", "去取阀门。"));
        assertThat(last("casefile.left").get("facts").get("released").asBoolean())
                .isFalse();

        it(
                "The urban management bureau acknowledges 40 seconds late; its deadline says why it was then, and stays missed.");
        Instant due = Instant.parse(clock(LATE, "ACKNOWLEDGEMENT").get("dueAt").asString());
        CLOCK.to(due.plusSeconds(40));
        takes(town.urban(), "/dispatches/3/acknowledgement", Map.of());
        assertThat(clock(LATE, "ACKNOWLEDGEMENT").get("missed").asBoolean()).isTrue();
        assertThat(clock(LATE, "ACKNOWLEDGEMENT").get("why")).isNotEmpty();
        assertThat(clock(ON_TIME, "ACKNOWLEDGEMENT").get("missed").asBoolean()).isFalse();
        Instant observed =
                Instant.parse(last("casefile.deadline-missed").get("recordedAt").asString());
        assertThat(observed).isBetween(due, due.plusSeconds(60));

        it("On Tuesday all three have answered, and the street finds the work done.");
        at(1, "10:00");
        takes(town.heating(), "/dispatches/1/replies", Town.finalReply());
        takes(town.housing(), "/dispatches/2/replies", Town.finalReply());
        takes(town.urban(), "/dispatches/3/replies", Town.finalReply());
        at(1, "11:30");
        takes(town.street(), "/verification", Map.of("basis", "ON_SITE"));

        it(
                "The district calls Mrs Wang. At the third call, on the second day, she answers: yes, they called her; no, it is"
                        + " not solved.");
        at(1, "15:00");
        takes(town.district(), "/follow-ups", Map.of("result", "NOT_REACHED"));
        at(2, "10:00");
        takes(town.district(), "/follow-ups", Map.of("result", "NOT_REACHED"));
        at(2, "18:30");
        takes(
                town.district(),
                "/follow-ups",
                Map.of("result", "REACHED", "contacted", true, "solved", "NO", "satisfied", "NO"));
        assertThat(header().get("phase").asString()).isEqualTo("VERIFIED");
        ProblemAnswer.of(town.street().post(address + "/closure", Map.of())).is(409, "decision-pending");

        it(
                "So the work goes back to the heating company, which solves it, and promises a new pipe by the end of next week.");
        at(2, "19:00");
        takes(town.street(), "/redo-decision", Map.of("redo", "REWORK", "reason", "次卧仍然不热。"));
        at(3, "10:00");
        takes(town.heating(), "/dispatches/1/replies", promising(monday.plusDays(13)));
        at(3, "14:00");
        takes(town.street(), "/verification", Map.of("basis", "ON_SITE"));

        it("Mrs Wang says with her own code that it is solved and that she is satisfied, and the case is closed.");
        at(3, "16:00");
        takes(town.resident(address), "/follow-ups", Town.followUp());
        at(4, "10:00");
        takes(town.street(), "/closure", Map.of("summary", "供热恢复。"));
        assertThat(header().get("phase").asString()).isEqualTo("CLOSED");

        it(
                "The day of the promise passes without a new pipe. The case is put forward by itself, and the street opens it"
                        + " again; nothing of what happened is lost.");
        at(14, "00:01");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> happened("casefile.reopening-put-forward"));
        at(14, "09:00");
        takes(town.street(), "/commitments/1/breach", Map.of("reason", "管道没有更换。"));
        takes(town.street(), "/reopening", Map.of("reason", "承诺没有兑现。"));
        assertThat(header().get("phase").asString()).isEqualTo("HANDLING");
        List<JsonNode> whole = history(); // deadlines that passed meanwhile may still be told
        assertThat(whole.getFirst().get("event").asString()).isEqualTo("casefile.raised");
        assertThat(whole).hasSizeGreaterThan((int) version);
        for (int entry = 0; entry < whole.size(); entry++) {
            assertThat(whole.get(entry).get("version").asInt()).isEqualTo(entry);
        }

        assertThat(readme()).isEqualTo(told);

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(counted("5")).as("it was opened again").isEmpty());
        assertThat(counted("1"))
                .isEqualTo(Map.of(Town.HEATING, "IN_TIME", Town.HOUSING, "IN_TIME", Town.URBAN, "MISSED"));
        assertThat(counted("12"))
                .isEqualTo(Map.of(Town.HEATING, "KEPT", Town.HOUSING, "HANDED_BACK", Town.URBAN, "KEPT"));
        assertThat(counted("13")).isEqualTo(Map.of(Town.HOUSING, "REJECTED"));
        assertThat(counted("8")).isEqualTo(Map.of(Town.HEATING, "YES"));
        assertThat(counted("9")).as("the first rating counts").isEqualTo(Map.of(Town.HEATING, "NO"));
        assertThat(counted("20")).as("it had said: solved").isEqualTo(Map.of(Town.HEATING, "NO"));
        assertThat(counted("22")).containsValue("YES");
    }

    /** How the case came out in an indicator, by unit. */
    private Map<String, String> counted(String indicator) {
        String caseId = address.substring(address.lastIndexOf('/') + 1);
        Map<String, String> results = new HashMap<>();
        JsonNode page = Town.accepted(town.district()
                .get("/api/v1/sla/" + indicator + "/cases?limit=200&from=" + monday.minusDays(1) + "&until="
                        + monday.plusDays(14)));
        page.get("cases")
                .valueStream()
                .filter(row -> caseId.equals(row.path("caseId").asString("")))
                .forEach(row -> results.put(
                        row.get("unit").asString(), row.get("result").asString()));
        return results;
    }

    private void it(String happens) {
        told.add(happens);
    }

    private void at(int days, String time) {
        CLOCK.to(
                monday.plusDays(days).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant());
    }

    private void takes(Session who, String step, Map<String, Object> request) {
        version = Town.version(who.post(address + step, request));
    }

    private JsonNode header() {
        return Town.accepted(town.street().get(address + "?minVersion=" + version));
    }

    private JsonNode clock(int dispatch, String kind) {
        return header().get("clocks")
                .valueStream()
                .filter(clock -> clock.get("kind").asString().equals(kind)
                        && clock.path("dispatch").asInt(0) == dispatch)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> history() {
        return Town.history(town.auditor(), address, version).valueStream().toList();
    }

    private JsonNode last(String event) {
        return history().stream()
                .filter(entry -> entry.get("event").asString().equals(event))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private boolean happened(String event) {
        boolean found = history().stream()
                .anyMatch(entry -> entry.get("event").asString().equals(event));
        version = Math.max(version, history().getLast().get("version").asLong());
        return found;
    }

    /** The items of the README's story. */
    private static List<String> readme() throws IOException {
        Path module = Path.of("").toAbsolutePath();
        Path readme = Files.exists(module.resolve("README.md"))
                ? module.resolve("README.md")
                : module.resolve("../README.md");
        String story = Files.readString(readme).replaceAll("(?s).*\n## The story\n(.*?)\n## .*", "$1");
        return List.of(story.strip().split("\n(?=\\d+\\. )")).stream()
                .map(item -> item.replaceFirst("\\d+\\. ", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    private static Map<String, Object> demand() {
        Map<String, Object> demand = Town.but(Town.demand(), "name", "王女士");
        return Town.but(demand, "phone", "13800000000");
    }

    private static Map<String, Object> whistle() {
        return Town.but(
                Town.whistle(),
                "calls",
                List.of(
                        Town.call(Town.HEATING, "LEAD"),
                        Town.call(Town.HOUSING, "ASSISTING"),
                        Town.call(Town.URBAN, "ASSISTING")));
    }

    private static Map<String, Object> handBack() {
        return Map.of("ground", "not-our-duty", "legalBasis", "供热条例第十条。", "suggested", Town.HEATING);
    }

    private Session ruler() {
        return town.district().header("Shaodao-Officer", "ruler-1");
    }

    private static Map<String, Object> rejected() {
        return Map.of("upheld", false, "reasons", "楼内管线由房屋管理单位负责。", "headnote", "楼内供热管线由房屋管理单位协办", "catalogue", false);
    }

    private static Map<String, Object> promising(LocalDate by) {
        return Town.but(Town.but(Town.finalReply(), "what", "更换老旧管道。"), "promisedBy", by.toString());
    }
}
