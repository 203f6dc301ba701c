package org.shaodao.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClosingRequests;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.WorkRequests;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.vault.RetrievalCodes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Six cases, each at another point of its life. */
@Component
@ConditionalOnBooleanProperty("shaodao.demo")
class DemoCases {
    private static final String COLD = "cold";
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-00000000de30");

    private final CaseDesk desk;
    private final EventStore events;
    private final RetrievalCodes codes;

    DemoCases(CaseDesk desk, EventStore events, RetrievalCodes codes) {
        this.desk = desk;
        this.events = events;
        this.codes = codes;
    }

    void open() {
        demand(COLD, DemandKind.HELP, "heating/cold-home", "暖气不热，室温 14℃", "家里只有 14 度，有两位八十岁的老人，已经三天了。", life -> {
            life.whistle("供热管网不归街道管理，街道已上门测温。", List.of(Life.lead(DemoCity.HEATING), Life.assisting(DemoCity.HOUSING)));
            acknowledge(life, DemoCity.HOUSING, 2);
        });
        demand("noise", DemandKind.COMPLAINT, "noise/construction", "施工噪声夜间扰民", "工地凌晨两点还在打桩，整栋楼都睡不着。", life -> {
            life.whistle("街道无执法权。", List.of(Life.lead(DemoCity.URBAN), Life.assisting(DemoCity.HOUSING)));
            acknowledge(life, DemoCity.URBAN, 1);
            accept(life, DemoCity.URBAN);
            reply(life, DemoCity.URBAN, ReplyKind.INTERIM, null, "已约谈施工单位，今晚派员值守。");
        });
        demand("manhole", DemandKind.HELP, "road/manhole", "井盖破损", "小学门口井盖裂了，孩子放学要从旁边走。", life -> {
            life.whistle("产权单位不明，请先围挡。", List.of(Life.lead(DemoCity.URBAN), Life.assisting(DemoCity.WATER)));
            acknowledge(life, DemoCity.URBAN, 1);
            solve(life, DemoCity.URBAN, "当日更换井盖，加装防坠网。");
        });
        demand(
                "leak",
                DemandKind.HELP,
                "water/leak",
                "地下管道漏水",
                "楼前路面一直冒水，夜里结冰，有人摔倒。",
                life -> life.dispatch(Life.lead(DemoCity.WATER)));
        demand("elevator", DemandKind.HELP, "building/elevator", "电梯连续停运", "十八层，电梯停了四天，老人下不了楼。", life -> {
            life.whistle("维保单位与物业互相推诿。", List.of(Life.lead(DemoCity.HOUSING)));
            acknowledge(life, DemoCity.HOUSING, 1);
            accept(life, DemoCity.HOUSING);
            solve(life, DemoCity.HOUSING, "约谈维保单位，更换主板，恢复运行。");
            life.verify("现场乘坐两次，运行正常。");
            life.followUp(CallResult.REACHED, true, Solved.YES, Satisfied.BASICALLY, "修好了，就是慢了点。");
            life.byStreet(new ClosingRequests.Close(null, null, null, null));
        });
        demand("stall", DemandKind.COMPLAINT, "street/stall", "占道经营影响通行", "早市摊位摆到盲道上，轮椅过不去。", life -> {
            life.dispatch(Life.lead(DemoCity.URBAN));
            acknowledge(life, DemoCity.URBAN, 1);
            solve(life, DemoCity.URBAN, "已清理盲道。");
            life.byStreet(1, new ClosingRequests.Rework("第二天又摆出来了。", null));
        });
    }

    /** One of them as its resident follows it: its number and its code. */
    String followed() {
        UUID caseId = caseId(COLD);
        return events.readEvents(caseId.toString()).next().getPayload() instanceof IntakeEvent.Raised raised
                ? raised.number() + " / " + codes.codeFor(caseId, RetrievalCodes.FIRST)
                : "";
    }

    private static UUID caseId(String name) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, name);
    }

    private void demand(String name, DemandKind kind, String category, String subject, String narrative, Story story) {
        UUID caseId = caseId(name);
        if (events.lastSequenceNumberFor(caseId.toString()).isPresent()) {
            return;
        }
        Life life = new Life(desk, caseId, DemoCity.STREET);
        Matter matter = new Matter(0, kind, null, category, subject, narrative, "", List.of(), "");
        life.raise(matter, Channel.HOTLINE, DemoCity.COMMUNITY, "王女士");
        story.of(life);
    }

    private static void acknowledge(Life life, String unit, int dispatch) {
        life.byUnit(unit, dispatch, new WorkRequests.Acknowledge(null));
    }

    private static void accept(Life life, String unit) {
        life.byUnit(unit, 1, new WorkRequests.Accept("officer-21", null));
    }

    private static void solve(Life life, String unit, String text) {
        reply(life, unit, ReplyKind.FINAL, Outcome.SOLVED, text);
    }

    private static void reply(Life life, String unit, ReplyKind kind, @Nullable Outcome outcome, String text) {
        List<Evidence> evidence = kind == ReplyKind.FINAL ? List.of(Evidence.PHOTO) : List.of();
        life.byUnit(unit, 1, new WorkRequests.Reply(kind, outcome, text, evidence, null, null, null, null));
    }

    private interface Story {
        void of(Life life);
    }
}
