package org.shaodao.demo;

import java.util.List;
import org.shaodao.directory.Directory.Category;
import org.shaodao.directory.Directory.Entries;
import org.shaodao.directory.Directory.Place;
import org.shaodao.directory.Directory.PlaceKind;
import org.shaodao.directory.Directory.Unit;
import org.shaodao.directory.Directory.UnitKind;

/** A small city that does not exist. */
final class DemoCity {
    static final String STREET = "huayuan";
    static final String DISTRICT = "linxi-district";
    static final String HEATING = "linxi-heating";
    static final String HOUSING = "linxi-housing";
    static final String URBAN = "linxi-urban";
    static final String WATER = "linxi-water";
    static final String COMMUNITY = "linxi/huayuan/dongmen";

    static final Entries ENTRIES = new Entries(
            List.of(
                    new Unit(STREET, UnitKind.STREET, "花园街道", "Huayuan Street", true),
                    new Unit(DISTRICT, UnitKind.DISTRICT, "林溪区督办室", "Linxi District Office", true),
                    new Unit(HEATING, UnitKind.UTILITY, "林溪供热公司", "Linxi Heating", true),
                    new Unit(HOUSING, UnitKind.DEPARTMENT, "区住建局", "Housing Bureau", true),
                    new Unit(URBAN, UnitKind.DEPARTMENT, "区城管局", "Urban Management", true),
                    new Unit(WATER, UnitKind.UTILITY, "林溪水务公司", "Linxi Water", true)),
            List.of(
                    new Place("linxi", PlaceKind.DISTRICT, null, "林溪区", "Linxi District"),
                    new Place("linxi/huayuan", PlaceKind.STREET, "linxi", "花园街道", "Huayuan Street"),
                    new Place(COMMUNITY, PlaceKind.COMMUNITY, "linxi/huayuan", "东门社区", "Dongmen Community"),
                    new Place(
                            "linxi/huayuan/xiqiao", PlaceKind.COMMUNITY, "linxi/huayuan", "西桥社区", "Xiqiao Community")),
            List.of(
                    new Category("heating/cold-home", "供热 / 暖气不热", "Heating / cold home"),
                    new Category("noise/construction", "噪声 / 施工扰民", "Noise / construction"),
                    new Category("road/manhole", "道路 / 井盖破损", "Road / broken manhole cover"),
                    new Category("water/leak", "供水 / 管道漏水", "Water / leaking pipe"),
                    new Category("building/elevator", "房屋 / 电梯故障", "Building / elevator"),
                    new Category("street/stall", "市容 / 占道经营", "Street / stalls on the pavement")));

    private DemoCity() {}
}
