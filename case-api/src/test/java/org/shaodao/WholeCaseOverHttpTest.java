package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void a_case_is_raised_handled_closed_reopened_sent_back_and_closed_again() {
        raise();

        street("/whistles", Town.whistle(), 3);
        shows(3, "HANDLING");
        tells(1, "Whistle 1 blown (resident demand); report on the spot; authorised by officer-3");
        tellsInChinese(1, "吹响第 1 哨（群众诉求哨）；报到方式：到场；批准人：officer-3");
        tells(2, "Dispatch 1 sent to Linxi Heating (lead)");
        tellsInChinese(2, "第 1 号工单派给林溪供热公司（主办）");
        tells(3, "Dispatch 2 sent to Housing Bureau (assisting)");
        tellsInChinese(3, "第 2 号工单派给区住建局（协办）");
        isIn(town.heating(), "TO_ACKNOWLEDGE", 1, 3);
        isIn(town.housing(), "TO_ACKNOWLEDGE", 1, 3);

        takes(town.heating(), "/dispatches/1/acknowledgement", null, 4);
        tells(4, "Linxi Heating acknowledged dispatch 1");
        tellsInChinese(4, "林溪供热公司签收第 1 号工单");
        isIn(town.heating(), "IN_HAND", 1, 4);
        takes(town.housing(), "/dispatches/2/acknowledgement", Map.of(), 5);
        isIn(town.housing(), "IN_HAND", 1, 5);

        takes(town.heating(), "/dispatches/1/acceptance", Map.of("handler", "officer-21"), 6);
        tells(6, "Linxi Heating accepted dispatch 1; handler: officer-21");
        tellsInChinese(6, "林溪供热公司接受第 1 号工单；承办人：officer-21");
        assertThat(isIn(town.heating(), "IN_HAND", 1, 6).get("handler").asString())
                .isEqualTo("officer-21");

        takes(town.heating(), "/dispatches/1/replies", Map.of("kind", "INTERIM", "text", "正在抢修。"), 7);
        tells(7, "Linxi Heating gave its interim reply: at work");
        tellsInChinese(7, "林溪供热公司作出阶段答复：处理中");
        takes(town.heating(), "/dispatches/1/replies", Town.finalReply(), 8);
        tells(8, "Linxi Heating gave its final reply: solved");
        tellsInChinese(8, "林溪供热公司作出最终答复：已解决");
        isIn(town.heating(), "DONE", 1, 8);
        takes(town.housing(), "/dispatches/2/replies", Town.finalReply(), 9);
        shows(9, "HANDLING");

        street("/verification", Map.of("basis", "ON_SITE", "findings", "室温 20℃。"), 10);
        shows(10, "VERIFIED");
        tells(10, "Work verified; basis: a look on site");
        tellsInChinese(10, "核验通过；依据：现场核查");

        takes(town.district(), "/follow-ups", Town.followUp(), 11);
        tells(11, "Follow-up: reached; contacted: yes; solved: yes; satisfied: basically");
        tellsInChinese(11, "回访：已接通；单位是否联系：是；是否解决：是；是否满意：基本满意");

        street("/closure", Map.of(), 12);
        shows(12, "CLOSED");
        tells(12, "Case closed");
        tellsInChinese(12, "结案");

        street("/reopening", Map.of("reason", "三天后又冷了。"), 13);
        shows(13, "HANDLING");
        tells(13, "Case reopened");
        tellsInChinese(13, "重新打开案卷");

        street("/dispatches/1/rework", Map.of("reason", "请彻底检修。"), 14);
        tells(14, "Dispatch 1 sent back to Linxi Heating (round 2)");
        tellsInChinese(14, "第 1 号工单退回林溪供热公司重办（第 2 轮）");
        assertThat(isIn(town.heating(), "IN_HAND", 1, 14).get("round").asInt()).isEqualTo(2);

        takes(town.heating(), "/dispatches/1/replies", Town.finalReply(), 15);
        isIn(town.heating(), "DONE", 1, 15);
        street("/verification", Map.of("basis", "RESIDENT"), 16);
        takes(town.district(), "/follow-ups", Map.of("result", "NOT_REACHED"), 17);
        tells(17, "Follow-up: not reached; contacted: no answer; solved: no answer; satisfied: no answer");
        street("/closure", Map.of("summary", "两轮办结。"), 18);
        shows(18, "CLOSED");

        JsonNode whole = Town.history(town.auditor(), address, 18);
        assertThat(whole).hasSize(19);
        for (int version = 0; version < whole.size(); version++) {
            assertThat(whole.get(version).get("version").asInt()).isEqualTo(version);
        }
    }

    private void raise() {
        Session street = town.street().header("Idempotency-Key", "whole-case");
        Answer opened = street.post(Town.CASES, Town.demand());
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("ETag")).isEqualTo("\"0\"");
        JsonNode body = opened.json();
        assertThat(body.get("version").asLong()).isZero();
        number = body.get("number").asString();
        assertThat(number).matches("LX-\\d{4}-\\d{6}-\\d");
        assertThat(body.get("retrievalCode").asString()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}");
        address = opened.header("Location");
        assertThat(address).isEqualTo(Town.CASES + '/' + body.get("caseId").asString());

        Answer again = street.post(Town.CASES, Town.demand());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).as("the retrieval code too is the same").isEqualTo(body);
        assertThat(again.header("Location")).isEqualTo(address);

        shows(0, "RAISED");
        tells(0, "Demand raised (help, by hotline)");
        tellsInChinese(0, "通过热线提出诉求（求助）");
    }

    private void street(String step, Map<String, Object> request, long version) {
        takes(town.street(), step, request, version);
    }

    /** The step is taken and answered with the version it made. */
    private void takes(Session who, String step, @Nullable Map<String, Object> request, long version) {
        Answer taken = who.post(address + step, request);
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(200);
        assertThat(taken.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(address).endsWith('/' + taken.json().get("caseId").asString());
        assertThat(taken.json().get("number").asString()).isEqualTo(number);
        assertThat(taken.json().get("version").asLong()).isEqualTo(version);
    }

    private void shows(long version, String phase) {
        Answer answer = town.street().get(address + "?minVersion=" + version);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(answer.json().get("version").asLong()).isEqualTo(version);
        assertThat(answer.json().get("phase").asString()).isEqualTo(phase);
        assertThat(answer.json().get("number").asString()).isEqualTo(number);
    }

    private void tells(int version, String sentence) {
        assertThat(told(town.street(), version)).isEqualTo(sentence);
    }

    private void tellsInChinese(int version, String sentence) {
        assertThat(told(town.street().header("Accept-Language", "zh-CN"), version))
                .isEqualTo(sentence);
    }

    private String told(Session reader, int version) {
        return Town.history(reader, address, version)
                .get(version)
                .get("sentence")
                .asString();
    }

    /** The case's row in a unit's inbox; it stands in this tab and in no other. */
    private JsonNode isIn(Session unit, String tab, int rows, long version) {
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
