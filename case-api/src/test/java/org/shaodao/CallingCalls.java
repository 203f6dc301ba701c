package org.shaodao;

import java.util.List;
import java.util.Map;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;

/** 吹哨、派单. */
final class CallingCalls {
    private static final String COMMUNITY = "huayuan-dongmen";

    private CallingCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "blow-whistle",
                        Town::street,
                        town::raised,
                        "/whistles",
                        Town.but(Town.but(Town.whistle(), "meetingPlace", "小区东门"), "contact", "街道值班电话")),
                new StepCall(
                        "dispatch",
                        Town::street,
                        town::raised,
                        "/dispatches",
                        Map.of("call", Town.call(Town.HEATING, "LEAD"))),
                new StepCall(
                        "add-unit",
                        Town::street,
                        town::whistled,
                        "/whistles/{whistle}/units",
                        Map.of("call", Town.call(Town.WATER, "ASSISTING"))),
                new StepCall(
                        "withdraw-whistle",
                        Town::street,
                        town::whistled,
                        "/whistles/{whistle}/withdrawal",
                        Map.of("reason", "已自行恢复。")),
                new StepCall(
                        "change-lead",
                        Town::street,
                        town::whistled,
                        "/lead",
                        Map.of("unit", Town.WATER, "task", "抢修管线。", "previousLead", "ENDS", "reason", "管线属水务公司。")),
                new StepCall(
                        "release",
                        Town::street,
                        () -> assistingReplied(town),
                        "/dispatches/{dispatch}/release",
                        Map.of("reason", "现场已处置完毕。")),
                new StepCall(
                        "ask-for-unit",
                        Town::heating,
                        town::whistled,
                        "/dispatches/{dispatch}/unit-requests",
                        Map.of("wanted", Town.WATER, "reason", "须关闭进水阀。")),
                new StepCall(
                        "call-street",
                        CallingCalls::community,
                        () -> raisedByTheCommunity(town),
                        "/street-call",
                        Map.of("reason", "社区无力解决。")),
                new StepCall(
                        "handle-ourselves",
                        Town::street,
                        town::raised,
                        "/own-work",
                        Map.of("unit", COMMUNITY, "handler", "officer-21", "task", "上门查看并报修。")));
    }

    private static Session community(Town town) {
        return town.with(Role.COMMUNITY, COMMUNITY);
    }

    private static String raisedByTheCommunity(Town town) {
        Map<String, Object> demand = Town.but(Town.demand(), "street", Town.STREET);
        return Town.CASES
                + '/'
                + Town.accepted(community(town).post(Town.CASES, demand))
                        .get("caseId")
                        .asString();
    }

    /** A case whose lead is the only one that has not answered. */
    private static String assistingReplied(Town town) {
        String address = town.whistled();
        Town.accepted(town.housing().post(address + "/dispatches/2/replies", Town.finalReply()));
        return address;
    }
}
