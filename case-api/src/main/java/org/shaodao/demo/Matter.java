package org.shaodao.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;

/**
 * What people of the demonstration call about.
 *
 * @param weight how often, beside the others
 * @param assisting units that come along; none = dispatched directly
 * @param reply what the unit that leads says in the end
 */
record Matter(
        int weight,
        DemandKind kind,
        @Nullable Urgency urgency,
        String category,
        String subject,
        String narrative,
        String lead,
        List<String> assisting,
        String reply) {

    static final List<Matter> ALL = List.of(
            new Matter(
                    14,
                    DemandKind.HELP,
                    null,
                    "heating/cold-home",
                    "室内温度不达标",
                    "供热以来家里一直只有十五六度，请来测温。",
                    DemoCity.HEATING,
                    List.of(DemoCity.HOUSING),
                    "上门测温，排气并调节楼前阀门，复测二十度。"),
            new Matter(
                    10,
                    DemandKind.COMPLAINT,
                    null,
                    "noise/construction",
                    "夜间施工扰民",
                    "工地过了十点还在浇筑，孩子睡不着。",
                    DemoCity.URBAN,
                    List.of("linxi-ecology"),
                    "现场检查并约谈施工单位，夜间停止作业。"),
            new Matter(
                    6,
                    DemandKind.HELP,
                    Urgency.URGENT,
                    "road/manhole",
                    "井盖松动有异响",
                    "路口井盖一过车就响，怕掉下去。",
                    DemoCity.URBAN,
                    List.of(DemoCity.WATER),
                    "更换井盖并加装防坠网。"),
            new Matter(
                    8,
                    DemandKind.HELP,
                    Urgency.URGENT,
                    "water/leak",
                    "路面冒水",
                    "楼前地面往外冒水，已经积成水坑。",
                    DemoCity.WATER,
                    List.of(),
                    "开挖修复漏点，恢复路面。"),
            new Matter(
                    5,
                    DemandKind.HELP,
                    Urgency.URGENT,
                    "power/outage",
                    "楼道停电",
                    "整个单元都没有电，电梯也停了。",
                    "lx-power",
                    List.of(),
                    "更换熔断器，恢复供电。"),
            new Matter(
                    9,
                    DemandKind.HELP,
                    null,
                    "building/elevator",
                    "电梯反复故障",
                    "电梯这个月停了三次，老人被困过。",
                    DemoCity.HOUSING,
                    List.of("linxi-market"),
                    "督促维保单位更换配件，试运行正常。"),
            new Matter(
                    7,
                    DemandKind.HELP,
                    null,
                    "building/leak",
                    "顶层漏雨",
                    "下雪以后顶层天花板一直滴水。",
                    DemoCity.HOUSING,
                    List.of("dongmen-property"),
                    "列入屋面维修，已先行搭盖防水层。"),
            new Matter(
                    12,
                    DemandKind.COMPLAINT,
                    null,
                    "street/stall",
                    "占道经营",
                    "摊位摆到盲道上，轮椅过不去。",
                    DemoCity.URBAN,
                    List.of(),
                    "清理占道摊位，安排早晚巡查。"),
            new Matter(
                    10,
                    DemandKind.COMPLAINT,
                    null,
                    "street/rubbish",
                    "垃圾堆放无人清运",
                    "院门口的垃圾两天没有人拉。",
                    DemoCity.URBAN,
                    List.of("dongmen-property"),
                    "当日清运，调整清运班次。"),
            new Matter(
                    6,
                    DemandKind.TIP_OFF,
                    null,
                    "safety/fire-lane",
                    "消防通道被占",
                    "消防通道常年停满车。",
                    "linxi-emergency",
                    List.of(DemoCity.URBAN),
                    "施划标线并拖移车辆，纳入巡查。"),
            new Matter(
                    5,
                    DemandKind.SUGGESTION,
                    null,
                    "greening/upkeep",
                    "建议修剪行道树",
                    "树枝挡住路灯，晚上很暗。",
                    "linxi-greening",
                    List.of(),
                    "完成修剪，路灯不再遮挡。"),
            new Matter(
                    4,
                    DemandKind.ENQUIRY,
                    null,
                    "heating/cold-home",
                    "咨询供热收费",
                    "面积怎么算、什么时候能退费？",
                    DemoCity.HEATING,
                    List.of(),
                    "按房产证建筑面积计收，退费凭测温单申请。"));
}
