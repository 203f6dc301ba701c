package org.shaodao.casefile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Hours;
import org.shaodao.clocks.NamedDay;
import org.shaodao.clocks.PublishedYear;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Stage;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.Combined;
import org.shaodao.documents.DispatchCatalogue;
import org.shaodao.documents.InForce;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.PolicyPack.Choice;
import org.shaodao.documents.PolicyPack.Measure;
import org.shaodao.documents.PolicyPack.Rung;
import org.shaodao.documents.PolicyPack.When;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.UnitKind;
import org.shaodao.documents.VersionRef;
import org.shaodao.documents.Versioned;

/** Documents of our own making, in force on the sample day and ever after: office hours 9 to 12 and 13:30 to 17:30. */
public final class SampleRules {
    public static final VersionRef PACK = new VersionRef("sample", "1", "a".repeat(64));
    public static final VersionRef CALENDAR = new VersionRef("cn", "1", "b".repeat(64));
    private static final List<Rung> LADDER = List.of(
            rung("idle-reminder", When.HALFWAY_IDLE, ClockKind.HANDLING, null, Measure.REMIND),
            rung("reminder", When.MISSED, ClockKind.ACKNOWLEDGEMENT, null, Measure.REMIND),
            rung(
                    "supervision",
                    When.MISSED_PLUS,
                    ClockKind.HANDLING,
                    new Span(SpanKind.WORKING_DAYS, 2),
                    Measure.SUPERVISE),
            rung(
                    "outside-late",
                    When.MISSED_PLUS,
                    ClockKind.OUTSIDE,
                    new Span(SpanKind.WORKING_DAYS, 1),
                    Measure.RAISE_LEVEL),
            rung("raise-level", When.MISSED, ClockKind.WHOLE_CASE, null, Measure.RAISE_LEVEL),
            new Rung("criticism", "通报", "Criticism", When.MISSED, ClockKind.HANDLING, null, false, null));

    /** With clocks for a dispatch, verification, follow-up, what comes after it and the whole case; shorter ones for emergencies. */
    public static final InForce RULES = rules(Map.of(
            "ordinary",
            Map.ofEntries(
                    Map.entry(ClockKind.ACKNOWLEDGEMENT, rule(SpanKind.WORKING_HOURS, 4)),
                    Map.entry(ClockKind.FIRST_CONTACT, rule(SpanKind.WORKING_DAYS, 1)),
                    Map.entry(ClockKind.ARRIVAL, rule(SpanKind.WORKING_DAYS, 1)),
                    Map.entry(ClockKind.HANDLING, rule(SpanKind.WORKING_DAYS, 5)),
                    Map.entry(ClockKind.HAND_BACK_WINDOW, rule(SpanKind.WORKING_DAYS, 1)),
                    Map.entry(ClockKind.HAND_BACK_ANSWER, rule(SpanKind.WORKING_HOURS, 4)),
                    Map.entry(ClockKind.RULING, rule(SpanKind.WORKING_DAYS, 3)),
                    Map.entry(ClockKind.VERIFICATION, rule(SpanKind.WORKING_DAYS, 2)),
                    Map.entry(ClockKind.OBJECTION_WINDOW, rule(SpanKind.CALENDAR_DAYS, 3)),
                    Map.entry(ClockKind.OBJECTION_ANSWER, rule(SpanKind.WORKING_DAYS, 2)),
                    Map.entry(ClockKind.FOLLOW_UP, rule(SpanKind.WORKING_DAYS, 3)),
                    Map.entry(ClockKind.REDO_DECISION, rule(SpanKind.WORKING_DAYS, 1)),
                    Map.entry(ClockKind.RATING_WINDOW, rule(SpanKind.CALENDAR_DAYS, 7)),
                    Map.entry(ClockKind.WHOLE_CASE, rule(SpanKind.WORKING_DAYS, 15))),
            "emergency",
            Map.of(
                    ClockKind.ACKNOWLEDGEMENT, rule(SpanKind.MINUTES, 15),
                    ClockKind.HANDLING, rule(SpanKind.MINUTES, 1440))));

    /** Without any clock. */
    public static final InForce NO_CLOCKS = rules(Map.of("ordinary", Map.of(), "emergency", Map.of()));

    /** As long as no notice is out yet for the year: every deadline in it is provisional. */
    public static final InForce BEFORE_THE_NOTICE =
            withCalendar(new Versioned<>(new VersionRef("cn", "0", "c".repeat(64)), calendar(Map.of())));

    /** The sample street goes by a calendar of its own, in which the Friday of the sample week is off. */
    public static final InForce WITH_A_LONG_WEEKEND = new InForce(
            RULES.at(),
            RULES.pack(),
            Map.of(
                    "cn",
                    RULES.calendar(),
                    "huayuan",
                    new Versioned<>(
                            new VersionRef("huayuan", "1", "d".repeat(64)),
                            calendar(Map.of(
                                    2026,
                                    new PublishedYear(
                                            List.of("sample notice"),
                                            Map.of(LocalDate.parse("2026-01-16"), new NamedDay("街道日", true))))))),
            new Combined<>(
                    List.of(),
                    Registry.union(List.of(
                            Registry.of(
                                    List.of(),
                                    List.of(new Registry.Unit(
                                            Sample.STREET,
                                            UnitKind.STREET,
                                            "huayuan",
                                            "花园街道",
                                            "Huayuan",
                                            true,
                                            List.of(),
                                            "huayuan")),
                                    List.of(),
                                    List.of(),
                                    List.of()),
                            SampleRegistry.REGISTRY))),
            RULES.dutyList(),
            RULES.catalogue());

    private SampleRules() {}

    /** These documents, at this moment. */
    public static Rulebook at(Instant now, InForce rules) {
        return new Rulebook() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public InForce inForce() {
                return rules;
            }
        };
    }

    /** These documents, with the notice coming out on the second day. */
    public static Rulebook asOf(Instant now) {
        return at(now, now.isBefore(Sample.minutes(1440)) ? BEFORE_THE_NOTICE : RULES);
    }

    private static InForce withCalendar(Versioned<WorkingCalendar> calendar) {
        return new InForce(
                RULES.at(),
                RULES.pack(),
                Map.of("cn", calendar),
                RULES.registry(),
                RULES.dutyList(),
                RULES.catalogue());
    }

    private static InForce rules(Map<String, Map<ClockKind, ClockRule>> clockSets) {
        return new InForce(
                Sample.MORNING,
                new Versioned<>(PACK, pack(clockSets)),
                Map.of("cn", new Versioned<>(CALENDAR, calendar())),
                new Combined<>(List.of(), SampleRegistry.REGISTRY),
                new Combined<>(List.of(), SampleRegistry.DUTIES),
                new Combined<>(List.of(), new DispatchCatalogue(List.of())));
    }

    private static WorkingCalendar calendar() {
        return calendar(Map.of(2026, new PublishedYear(List.of("sample notice"), Map.of())));
    }

    private static WorkingCalendar calendar(Map<Integer, PublishedYear> years) {
        return new WorkingCalendar(
                "cn",
                1,
                ZoneId.of("Asia/Shanghai"),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of(
                        new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new Hours(LocalTime.of(13, 30), LocalTime.of(17, 30))),
                years);
    }

    private static PolicyPack pack(Map<String, Map<ClockKind, ClockRule>> clockSets) {
        return new PolicyPack(
                "sample",
                "1",
                "示例",
                "Sample",
                PolicyPack.Basis.SAMPLE,
                List.of(),
                "cn",
                List.of(
                        new PolicyPack.WhistleKind(
                                "resident-demand", "群众诉求哨", "Residents' demand", 30, false, List.of()),
                        new PolicyPack.WhistleKind("emergency", "应急处置哨", "Emergency", 0, true, List.of()),
                        new PolicyPack.WhistleKind(
                                "key-work",
                                "重点工作哨",
                                "Key work",
                                30,
                                false,
                                List.of(Stage.DELIBERATION, Stage.DECISION))),
                clockSets,
                List.of(
                        new Choice(null, null, null, "emergency", "emergency"),
                        new Choice(null, null, Urgency.EMERGENCY, null, "emergency"),
                        new Choice(null, null, null, null, "ordinary")),
                List.of(new PolicyPack.Ground("not-our-duty", "非本单位职责", "Not our duty")),
                List.of(new PolicyPack.Ground("project", "已列入工程计划", "Part of a planned project")),
                List.of(new PolicyPack.Ground("force-majeure", "不可抗力", "Force majeure")),
                List.of(
                        new PolicyPack.EvidenceDemand(
                                null,
                                Outcome.NOTHING_FOUND,
                                List.of(PolicyPack.Evidence.PHOTO, PolicyPack.Evidence.DOCUMENT),
                                null),
                        new PolicyPack.EvidenceDemand(
                                "heating/burst-pipe", Outcome.SOLVED, List.of(PolicyPack.Evidence.PHOTO), true)),
                new PolicyPack.HandBack(3, true),
                new PolicyPack.Extensions(1, new Span(SpanKind.WORKING_DAYS, 10)),
                new PolicyPack.FollowUps(3, 2, true),
                new Span(SpanKind.WORKING_HOURS, 4),
                new PolicyPack.Scales(
                        Map.of(Solved.YES, 1.0, Solved.PARTLY, 0.5, Solved.NO, 0.0),
                        Map.of(Satisfied.YES, 1.0, Satisfied.BASICALLY, 1.0, Satisfied.NO, 0.0)),
                LADDER,
                new PolicyPack.Thresholds(20, 5, 30, 90, 0.95),
                null);
    }

    private static Rung rung(String code, When when, ClockKind clock, @Nullable Span after, Measure measure) {
        return new Rung(code, code, code, when, clock, after, true, measure);
    }

    private static ClockRule rule(SpanKind kind, int amount) {
        return new ClockRule(new Span(kind, amount), DayEnd.END_OF_WORK, null);
    }
}
