package org.shaodao.casefile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Hours;
import org.shaodao.clocks.PublishedYear;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.Combined;
import org.shaodao.documents.DispatchCatalogue;
import org.shaodao.documents.InForce;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.PolicyPack.Choice;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.VersionRef;
import org.shaodao.documents.Versioned;

/** Documents of our own making, in force on the sample day and ever after: office hours 9 to 12 and 13:30 to 17:30. */
public final class SampleRules {
    public static final VersionRef PACK = new VersionRef("sample", "1", "a".repeat(64));
    public static final VersionRef CALENDAR = new VersionRef("cn", "1", "b".repeat(64));
    /** With clocks for a dispatch and its parts, verification, follow-up and the whole case; shorter ones for emergencies. */
    public static final InForce RULES = rules(Map.of(
            "ordinary",
            Map.of(
                    ClockKind.ACKNOWLEDGEMENT, rule(SpanKind.WORKING_HOURS, 4),
                    ClockKind.FIRST_CONTACT, rule(SpanKind.WORKING_DAYS, 1),
                    ClockKind.ARRIVAL, rule(SpanKind.WORKING_DAYS, 1),
                    ClockKind.HANDLING, rule(SpanKind.WORKING_DAYS, 5),
                    ClockKind.HAND_BACK_WINDOW, rule(SpanKind.WORKING_DAYS, 1),
                    ClockKind.HAND_BACK_ANSWER, rule(SpanKind.WORKING_HOURS, 4),
                    ClockKind.RULING, rule(SpanKind.WORKING_DAYS, 3),
                    ClockKind.VERIFICATION, rule(SpanKind.WORKING_DAYS, 2),
                    ClockKind.FOLLOW_UP, rule(SpanKind.WORKING_DAYS, 3),
                    ClockKind.WHOLE_CASE, rule(SpanKind.WORKING_DAYS, 15)),
            "emergency",
            Map.of(
                    ClockKind.ACKNOWLEDGEMENT, rule(SpanKind.MINUTES, 15),
                    ClockKind.HANDLING, rule(SpanKind.MINUTES, 1440))));

    /** Without any clock. */
    public static final InForce NO_CLOCKS = rules(Map.of("ordinary", Map.of(), "emergency", Map.of()));

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
        return new WorkingCalendar(
                "cn",
                1,
                ZoneId.of("Asia/Shanghai"),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of(
                        new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new Hours(LocalTime.of(13, 30), LocalTime.of(17, 30))),
                Map.of(2026, new PublishedYear(List.of("sample notice"), Map.of())));
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
                        new PolicyPack.WhistleKind("resident-demand", "群众诉求哨", "Residents' demand", 30, false),
                        new PolicyPack.WhistleKind("emergency", "应急处置哨", "Emergency", 0, true)),
                clockSets,
                List.of(
                        new Choice(null, null, null, "emergency", "emergency"),
                        new Choice(null, null, null, null, "ordinary")),
                List.of(new PolicyPack.Ground("not-our-duty", "非本单位职责", "Not our duty")),
                List.of(),
                List.of(),
                List.of(new PolicyPack.EvidenceDemand(
                        null, Outcome.NOTHING_FOUND, List.of(PolicyPack.Evidence.PHOTO, PolicyPack.Evidence.DOCUMENT))),
                new PolicyPack.HandBack(3, true),
                new PolicyPack.Extensions(1, new Span(SpanKind.WORKING_DAYS, 10)),
                new PolicyPack.FollowUps(3, 2, true),
                new Span(SpanKind.WORKING_HOURS, 4),
                new PolicyPack.Scales(
                        Map.of(Solved.YES, 1.0, Solved.PARTLY, 0.5, Solved.NO, 0.0),
                        Map.of(Satisfied.YES, 1.0, Satisfied.BASICALLY, 1.0, Satisfied.NO, 0.0)),
                List.of(),
                new PolicyPack.Thresholds(20, 5, 30, 90, 0.95));
    }

    private static ClockRule rule(SpanKind kind, int amount) {
        return new ClockRule(new Span(kind, amount), DayEnd.END_OF_WORK, null);
    }
}
