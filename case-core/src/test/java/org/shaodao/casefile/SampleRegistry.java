package org.shaodao.casefile;

import java.util.List;
import org.shaodao.documents.DutyList;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Registry.Place;
import org.shaodao.documents.Registry.Unit;
import org.shaodao.documents.UnitKind;

/** The sample town: two streets of one district with a community each, the units of the district, and one beyond it. */
public final class SampleRegistry {
    /** Beyond the reach of the sample streets. */
    public static final String FAR_BUREAU = "far-bureau";

    /** No longer at work. */
    public static final String OLD_BUREAU = "old-bureau";

    /** A community of the other street. */
    public static final String OTHER_COMMUNITY = "lishui-committee";

    /** The residents of the community who look at what its street does itself. */
    public static final String COMMITTEE = "huayuan-supervision";

    static final Registry REGISTRY = Registry.of(
            List.of(
                    new Place("city", PlaceKind.CITY, null, "市", "City"),
                    new Place("district", PlaceKind.DISTRICT, "city", "区", "District"),
                    new Place("far", PlaceKind.DISTRICT, "city", "外区", "Far"),
                    new Place("huayuan", PlaceKind.STREET, "district", "花园街道", "Huayuan"),
                    new Place("lishui", PlaceKind.STREET, "district", "丽水街道", "Lishui"),
                    new Place("huayuan-community", PlaceKind.COMMUNITY, "huayuan", "花园社区", "Huayuan"),
                    new Place("lishui-community", PlaceKind.COMMUNITY, "lishui", "丽水社区", "Lishui")),
            List.of(
                    unit(Sample.STREET, UnitKind.STREET, "huayuan", true),
                    unit("lishui-street", UnitKind.STREET, "lishui", true),
                    unit(Sample.COMMUNITY, UnitKind.COMMUNITY, "huayuan-community", true),
                    unit(OTHER_COMMUNITY, UnitKind.COMMUNITY, "lishui-community", true),
                    unit(COMMITTEE, UnitKind.SUPERVISION_COMMITTEE, "huayuan-community", true),
                    unit("district-office", UnitKind.DISTRICT, "district", true),
                    unit(Sample.HEATING, UnitKind.UTILITY, "district", true),
                    unit(Sample.HOUSING, UnitKind.DEPARTMENT, "district", true),
                    unit(Sample.WATER, UnitKind.UTILITY, "district", true),
                    unit(OLD_BUREAU, UnitKind.DEPARTMENT, "district", false),
                    unit(FAR_BUREAU, UnitKind.DEPARTMENT, "far", true)),
            List.of(),
            List.of(),
            List.of());

    /** Heating is the heating company's lawful duty; gas leaks are never passed down. */
    static final DutyList DUTIES = new DutyList(List.of(
            new DutyList.Entry(
                    "heating-1", Sample.HEATING, DutyList.Kind.LAWFUL, "供热设施的维修", "Heating", List.of("heating")),
            new DutyList.Entry(
                    "gas-negative",
                    "gas-company",
                    DutyList.Kind.NEGATIVE,
                    "燃气泄漏的处置",
                    "Gas leaks",
                    List.of("gas/leak"))));

    private SampleRegistry() {}

    private static Unit unit(String code, UnitKind kind, String place, boolean active) {
        return new Unit(code, kind, place, code, code, active, List.of());
    }
}
