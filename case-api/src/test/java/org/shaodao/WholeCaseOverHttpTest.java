package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** A cold home in Dongmen: the life of one case as every side sees it, each reading its own write at once. */
class WholeCaseOverHttpTest {
    private final Town town = Town.shared();
    private String address = "";
    private String number = "";
    private long before = -1;
    private long version;

    @Test
    void a_case_is_raised_handled_closed_reopened_sent_back_and_closed_again() {
        raise();

        street("/whistles", Town.whistle());
        shows("HANDLING");
        tells("Whistle 1 blown (resident demand); report on the spot; authorised by officer-3");
        tellsInChinese("吹响第 1 哨（群众诉求哨）；报到方式：到场；批准人：officer-3");
        tells("Dispatch 1 sent to Linxi Heating (lead)");
        tellsInChinese("第 1 号工单派给林溪供热公司（主办）");
        tells("Dispatch 2 sent to Housing Bureau (assisting)");
        tellsInChinese("第 2 号工单派给区住建局（协办）");
        isIn(town.heating(), "TO_ACKNOWLEDGE", 1);
        isIn(town.housing(), "TO_ACKNOWLEDGE", 1);

        takes(town.heating(), "/dispatches/1/acknowledgement", null);
        tells("Linxi Heating acknowledged dispatch 1");
        tellsInChinese("林溪供热公司签收第 1 号工单");
        isIn(town.heating(), "IN_HAND", 1);
        takes(town.housing(), "/dispatches/2/acknowledgement", Map.of());
        isIn(town.housing(), "IN_HAND", 1);

        takes(town.heating(), "/dispatches/1/acceptance", Map.of("handler", "officer-21"));
        tells("Linxi Heating accepted dispatch 1; handler: officer-21");
        tellsInChinese("林溪供热公司接受第 1 号工单；承办人：officer-21");
        assertThat(isIn(town.heating(), "IN_HAND", 1).get("handler").asString()).isEqualTo("officer-21");

        takes(town.heating(), "/dispatches/1/replies", Map.of("kind", "INTERIM", "text", "正在抢修。"));
        tells("Linxi Heating gave its interim reply: at work");
        tellsInChinese("林溪供热公司作出阶段答复：处理中");
        takes(town.heating(), "/dispatches/1/replies", Town.finalReply());
        tells("Linxi Heating gave its final reply: solved");
        tellsInChinese("林溪供热公司作出最终答复：已解决");
        isIn(town.heating(), "DONE", 1);
        takes(town.housing(), "/dispatches/2/replies", Town.finalReply());
        shows("HANDLING");

        street("/verification", Map.of("basis", "ON_SITE", "findings", "室温 20℃。"));
        shows("VERIFIED");
        tells("Work verified; basis: a look on site");
        tellsInChinese("核验通过；依据：现场核查");

        takes(town.district(), "/follow-ups", Town.followUp());
        tells("Follow-up: reached; contacted: yes; solved: yes; satisfied: basically");
        tellsInChinese("回访：已接通；单位是否联系：是；是否解决：是；是否满意：基本满意");

        street("/closure", Map.of());
        shows("CLOSED");
        tells("Case closed");
        tellsInChinese("结案");

        street("/reopening", Map.of("reason", "三天后又冷了。"));
        shows("HANDLING");
        tells("Case reopened");
        tellsInChinese("重新打开案卷");

        street("/dispatches/1/rework", Map.of("reason", "请彻底检修。"));
        tells("Dispatch 1 sent back to Linxi Heating (round 2)");
        tellsInChinese("第 1 号工单退回林溪供热公司重办（第 2 轮）");
        assertThat(isIn(town.heating(), "IN_HAND", 1).get("round").asInt()).isEqualTo(2);

        takes(town.heating(), "/dispatches/1/replies", Town.finalReply());
        isIn(town.heating(), "DONE", 1);
        street("/verification", Map.of("basis", "RESIDENT"));
        takes(town.district(), "/follow-ups", Map.of("result", "NOT_REACHED"));
        tells("Follow-up: not reached; contacted: no answer; solved: no answer; satisfied: no answer");
        street("/closure", Map.of("summary", "两轮办结。"));
        shows("CLOSED");

        JsonNode whole = Town.history(town.auditor(), address, version);
        assertThat(whole).hasSize((int) version + 1);
        for (int entry = 0; entry < whole.size(); entry++) {
            assertThat(whole.get(entry).get("version").asInt()).isEqualTo(entry);
        }
    }

    private void raise() {
        Session street = town.street().header("Idempotency-Key", "whole-case");
        Answer opened = street.post(Town.CASES, Town.demand());
        assertThat(opened.status()).isEqualTo(201);
        JsonNode body = opened.json();
        version = body.get("version").asLong();
        assertThat(opened.header("ETag")).isEqualTo("\"" + version + "\"");
        number = body.get("number").asString();
        assertThat(number).matches("LX-\\d{4}-\\d{6}-\\d");
        assertThat(body.get("retrievalCode").asString()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}");
        address = opened.header("Location");
        assertThat(address).isEqualTo(Town.CASES + '/' + body.get("caseId").asString());

        Answer again = street.post(Town.CASES, Town.demand());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).as("the retrieval code too is the same").isEqualTo(body);
        assertThat(again.header("Location")).isEqualTo(address);

        shows("RAISED");
        tells("Demand raised (help, by hotline)");
        tellsInChinese("通过热线提出诉求（求助）");
    }

    private void street(String step, Map<String, Object> request) {
        takes(town.street(), step, request);
    }

    /** The step is taken and answered with the version it made. */
    private void takes(Session who, String step, @Nullable Map<String, Object> request) {
        Answer taken = who.post(address + step, request);
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(200);
        assertThat(taken.json().get("version").asLong()).isGreaterThan(version);
        before = version;
        version = taken.json().get("version").asLong();
        assertThat(taken.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(address).endsWith('/' + taken.json().get("caseId").asString());
        assertThat(taken.json().get("number").asString()).isEqualTo(number);
    }

    private void shows(String phase) {
        Answer answer = town.street().get(address + "?minVersion=" + version);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(answer.json().get("version").asLong()).isEqualTo(version);
        assertThat(answer.json().get("phase").asString()).isEqualTo(phase);
        assertThat(answer.json().get("number").asString()).isEqualTo(number);
    }

    private void tells(String sentence) {
        assertThat(told(town.street())).contains(sentence);
    }

    private void tellsInChinese(String sentence) {
        assertThat(told(town.street().header("Accept-Language", "zh-CN"))).contains(sentence);
    }

    /** What the last step added to the history. */
    private List<String> told(Session reader) {
        return Town.history(reader, address, version)
                .valueStream()
                .skip(before + 1)
                .map(entry -> entry.get("sentence").asString())
                .toList();
    }

    /** The case's row in a unit's inbox; it stands in this tab and in no other. */
    private JsonNode isIn(Session unit, String tab, int rows) {
        JsonNode found = null;
        for (String each : new String[] {"TO_ACKNOWLEDGE", "IN_HAND", "DONE"}) {
            String caseId = address.substring(Town.CASES.length() + 1);
            JsonNode page = Town.accepted(unit.get("/api/v1/inbox?tab=" + each + "&search=" + number + "&minCase="
                    + caseId + "&minVersion=" + version));
            assertThat(page.get("rows")).as(each).hasSize(each.equals(tab) ? rows : 0);
            if (each.equals(tab)) {
                found = page.get("rows").get(0);
            }
        }
        assertThat(found).isNotNull();
        assertThat(found.get("version").asLong()).isEqualTo(version);
        return found;
    }
}
