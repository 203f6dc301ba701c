package org.shaodao.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CallingRequests;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClosingRequests;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.IntakeRequests;
import org.shaodao.casefile.RatingRequests;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.ReportMode;
import org.shaodao.casefile.VerificationBasis;
import org.shaodao.casefile.WorkRequests;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.web.RequestMark;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Six cases, each at another point of its life. */
@Component
@ConditionalOnBooleanProperty("shaodao.demo")
class DemoCases {
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-00000000de30");

    private final CaseDesk desk;
    private final EventStore events;

    DemoCases(CaseDesk desk, EventStore events) {
        this.desk = desk;
        this.events = events;
    }

    void open() {
        demand("cold", DemandKind.HELP, "heating/cold-home", "暖气不热，室温 14℃", "家里只有 14 度，有两位八十岁的老人，已经三天了。", life -> {
            life.whistle("供热管网不归街道管理，街道已上门测温。", lead(DemoCity.HEATING), assisting(DemoCity.HOUSING));
            life.as(DemoCity.HOUSING).acknowledge(2);
        });
        demand("noise", DemandKind.COMPLAINT, "noise/construction", "施工噪声夜间扰民", "工地凌晨两点还在打桩，整栋楼都睡不着。", life -> {
            life.whistle("街道无执法权。", lead(DemoCity.URBAN), assisting(DemoCity.HOUSING));
            life.as(DemoCity.URBAN).acknowledge(1).accept(1).interim(1, "已约谈施工单位，今晚派员值守。");
        });
        demand("manhole", DemandKind.HELP, "road/manhole", "井盖破损", "小学门口井盖裂了，孩子放学要从旁边走。", life -> {
            life.whistle("产权单位不明，请先围挡。", lead(DemoCity.URBAN), assisting(DemoCity.WATER));
            life.as(DemoCity.URBAN).acknowledge(1).finish(1, Outcome.SOLVED, "当日更换井盖，加装防坠网。");
        });
        demand(
                "leak",
                DemandKind.HELP,
                "water/leak",
                "地下管道漏水",
                "楼前路面一直冒水，夜里结冰，有人摔倒。",
                life -> life.dispatch(lead(DemoCity.WATER)));
        demand("elevator", DemandKind.HELP, "building/elevator", "电梯连续停运", "十八层，电梯停了四天，老人下不了楼。", life -> {
            life.whistle("维保单位与物业互相推诿。", lead(DemoCity.HOUSING));
            life.as(DemoCity.HOUSING).acknowledge(1).accept(1).finish(1, Outcome.SOLVED, "约谈维保单位，更换主板，恢复运行。");
            life.verify("现场乘坐两次，运行正常。");
            life.followUp(Solved.YES, Satisfied.BASICALLY, "修好了，就是慢了点。");
            life.close();
        });
        demand("stall", DemandKind.COMPLAINT, "street/stall", "占道经营影响通行", "早市摊位摆到盲道上，轮椅过不去。", life -> {
            life.dispatch(lead(DemoCity.URBAN));
            life.as(DemoCity.URBAN).acknowledge(1).finish(1, Outcome.SOLVED, "已清理盲道。");
            life.rework(1, "第二天又摆出来了。");
        });
    }

    private void demand(String name, DemandKind kind, String category, String subject, String narrative, Story story) {
        UUID caseId = UuidCreator.getNameBasedSha1(NAMESPACE, name);
        if (events.lastSequenceNumberFor(caseId.toString()).isPresent()) {
            return;
        }
        Life life = new Life(caseId);
        desk.raise(
                caseId,
                new IntakeRequests.Raise(
                        kind,
                        null,
                        Channel.HOTLINE,
                        category,
                        DemoCity.COMMUNITY,
                        subject,
                        narrative,
                        DemoCity.STREET,
                        "王女士",
                        null,
                        "东门小区 3 号楼",
                        null,
                        null,
                        null,
                        null,
                        null),
                life.mark(Role.STREET, DemoCity.STREET));
        story.of(life);
    }

    private static CallingRequests.Call lead(String unit) {
        return new CallingRequests.Call(unit, DispatchRole.LEAD, "查明原因，处理并答复居民。");
    }

    private static CallingRequests.Call assisting(String unit) {
        return new CallingRequests.Call(unit, DispatchRole.ASSISTING, "到场配合。");
    }

    private interface Story {
        void of(Life life);
    }

    /** The steps of one case, each side by an officer of its own. */
    private final class Life {
        private final UUID caseId;
        private int step;

        private Life(UUID caseId) {
            this.caseId = caseId;
        }

        private RequestMark mark(Role role, String unit) {
            String commandId =
                    UuidCreator.getNameBasedSha1(caseId, String.valueOf(step++)).toString();
            By by = new By("demonstration", unit, role, "officer-of-" + unit);
            return new RequestMark(by, true, commandId, "demonstration", true, null, "demonstration", commandId);
        }

        private RequestMark street() {
            return mark(Role.STREET, DemoCity.STREET);
        }

        void whistle(String why, CallingRequests.Call... calls) {
            desk.take(
                    caseId,
                    new CallingRequests.Whistle(
                            "resident-demand",
                            why,
                            ReportMode.ON_THE_SPOT,
                            null,
                            "东门小区门口",
                            "街道值班室",
                            "officer-3",
                            List.of(calls),
                            null),
                    street());
        }

        void dispatch(CallingRequests.Call call) {
            desk.take(caseId, new CallingRequests.Dispatch(call, null), street());
        }

        void rework(int dispatch, String reason) {
            desk.take(caseId, dispatch, new ClosingRequests.Rework(reason, null), street());
        }

        void verify(String findings) {
            desk.take(caseId, new ClosingRequests.Verify(VerificationBasis.ON_SITE, findings, null), street());
        }

        void followUp(Solved solved, Satisfied satisfied, @Nullable String words) {
            desk.take(
                    caseId,
                    new RatingRequests.FollowUp(null, CallResult.REACHED, true, solved, satisfied, words, null),
                    mark(Role.DISTRICT, DemoCity.DISTRICT));
        }

        void close() {
            desk.take(caseId, new ClosingRequests.Close(null, null, null), street());
        }

        UnitSide as(String unit) {
            return new UnitSide(this, unit);
        }
    }

    /** What a called unit does. */
    private final class UnitSide {
        private final Life life;
        private final String unit;

        private UnitSide(Life life, String unit) {
            this.life = life;
            this.unit = unit;
        }

        UnitSide acknowledge(int dispatch) {
            desk.take(life.caseId, dispatch, new WorkRequests.Acknowledge(null), life.mark(Role.UNIT, unit));
            return this;
        }

        UnitSide accept(int dispatch) {
            desk.take(life.caseId, dispatch, new WorkRequests.Accept("officer-21", null), life.mark(Role.UNIT, unit));
            return this;
        }

        void interim(int dispatch, String text) {
            reply(dispatch, ReplyKind.INTERIM, null, text, List.of());
        }

        void finish(int dispatch, Outcome outcome, String text) {
            reply(dispatch, ReplyKind.FINAL, outcome, text, List.of(Evidence.PHOTO));
        }

        private void reply(
                int dispatch, ReplyKind kind, @Nullable Outcome outcome, String text, List<Evidence> evidence) {
            desk.take(
                    life.caseId,
                    dispatch,
                    new WorkRequests.Reply(kind, outcome, text, evidence, null, null, null),
                    life.mark(Role.UNIT, unit));
        }
    }
}
