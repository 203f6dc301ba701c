package org.shaodao.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.DueStep;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.InForce;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** A demand of our own making and the people around it, for every test that needs one. */
public final class Sample {
    public static final UUID CASE = UUID.fromString("01890000-0000-7000-8000-000000000001");
    public static final UUID RESIDENT = UUID.fromString("01890000-0000-7000-8000-0000000000aa");
    public static final String NUMBER = "LX-2026-000001-8";
    public static final String STREET = "huayuan-street";
    /** Whom the sample demand is about, and who therefore is never called. */
    public static final String GAS = "gas-company";

    public static final String HEATING = "heating-company";
    public static final String HOUSING = "housing-bureau";
    public static final String WATER = "water-company";
    public static final String COMMUNITY = "huayuan-committee";
    public static final Instant MORNING = Instant.parse("2026-01-12T01:00:00Z");

    /** When the heating company would be ready. */
    public static final Instant LATER = Instant.parse("2026-01-26T09:30:00Z");

    public static final LocalDate REVIEW_DAY = LocalDate.parse("2026-03-02");

    public static final By OFFICER = new By("account-7", STREET, Role.STREET, null);
    public static final By OTHER_STREET = new By("account-8", "lishui-street", Role.STREET, null);
    public static final By HEATING_CLERK = new By("account-21", HEATING, Role.UNIT, null);
    public static final By HOUSING_CLERK = new By("account-31", HOUSING, Role.UNIT, null);
    public static final By WATER_CLERK = new By("account-41", WATER, Role.UNIT, null);
    public static final By COMMUNITY_WORKER = new By("account-71", COMMUNITY, Role.COMMUNITY, null);
    public static final By SUPERVISOR = new By("account-51", "district-office", Role.DISTRICT, null);
    public static final By GRID_WORKER = new By("account-71", COMMUNITY, Role.GRID_WORKER, null);
    public static final By REVIEWER = new By("account-52", "district-office", Role.DISTRICT, null);
    public static final By CITY_HOTLINE = new By("key-7", "city-hotline", Role.OUTSIDE, null);
    public static final By CALLER = new By("resident", null, Role.RESIDENT, null);
    public static final By WATCHER = new By("deadline-watcher", null, Role.SYSTEM, null);
    public static final By AUDITOR = new By("account-61", "audit-office", Role.AUDITOR, null);

    private Sample() {}

    /** Words as if the vault had sealed them. */
    public static Sealed words(String text) {
        return new Sealed(
                RESIDENT,
                "1",
                text.codePointCount(0, text.length()),
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                new StringBuilder(text).reverse().toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** A moment of the sample day. */
    public static Instant minutes(int afterMorning) {
        return MORNING.plusSeconds(60L * afterMorning);
    }

    /** A photo. */
    public static List<Attached> attached() {
        return List.of(new Attached(
                UUID.fromString("01890000-0000-7000-8000-0000000000f1"),
                "image/jpeg",
                204_800L,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                words("钥匙")));
    }

    public static IntakeCommand.Raise raise() {
        return new IntakeCommand.Raise(
                CASE,
                OFFICER,
                MORNING,
                NUMBER,
                STREET,
                RESIDENT,
                DemandKind.HELP,
                Urgency.NORMAL,
                Channel.HOTLINE,
                "heating/cold-home",
                "huayuan-community",
                "暖气不热",
                words("室温只有 14 度, 家里有老人"),
                words("王女士"),
                words("13800000000"),
                words("花园小区 3 号楼"),
                OnBehalfOf.RELATIVE,
                GAS,
                false,
                new OutsideNumber("city-hotline", "12345-0001", Instant.parse("2026-02-09T09:30:00Z")),
                attached());
    }

    public static IntakeEvent.Raised raised() {
        IntakeCommand.Raise c = raise();
        return new IntakeEvent.Raised(
                c.by(),
                c.occurredAt(),
                c.caseId(),
                c.number(),
                c.street(),
                c.complainant(),
                c.kind(),
                c.urgency(),
                c.channel(),
                c.category(),
                c.place(),
                c.subject(),
                c.narrative(),
                c.name(),
                c.phone(),
                c.address(),
                c.onBehalfOf(),
                c.about(),
                c.confidential(),
                c.outside(),
                COMMUNITY,
                c.attachments());
    }

    /** The same in a case of its own, of a resident who left neither name nor telephone. */
    public static IntakeEvent.Raised raised(UUID caseId, Instant at) {
        return raised().withCaseId(caseId)
                .withOccurredAt(at)
                .withNumber("T-" + caseId)
                .withName(null)
                .withPhone(null)
                .withAddress(null)
                .withOnBehalfOf(null)
                .withAbout(null)
                .withConfidential(null)
                .withOutside(null);
    }

    public static IntakeEvent.NotAccepted notAccepted() {
        return new IntakeEvent.NotAccepted(OFFICER, minutes(2), LegalRoute.LITIGATION, words("已由法院受理"));
    }

    public static CallingCommand.Call lead(String unit) {
        return new CallingCommand.Call(unit, DispatchRole.LEAD, words("查明原因并恢复供热"));
    }

    public static CallingCommand.Call assisting(String unit) {
        return new CallingCommand.Call(unit, DispatchRole.ASSISTING, words("到场配合"));
    }

    public static CallingCommand.BlowWhistle blowWhistle(CallingCommand.Call... calls) {
        return new CallingCommand.BlowWhistle(
                CASE,
                OFFICER,
                minutes(5),
                "resident-demand",
                words("供热管网不归街道管理"),
                ReportMode.ON_THE_SPOT,
                minutes(65),
                words("花园小区东门"),
                words("街道值班电话"),
                "officer-3",
                List.of(calls));
    }

    public static CallingEvent.WhistleBlown whistleBlown(int whistle) {
        CallingCommand.BlowWhistle c = blowWhistle();
        return new CallingEvent.WhistleBlown(
                c.by(),
                c.occurredAt(),
                whistle,
                c.kind(),
                c.why(),
                c.reportMode(),
                c.reportAt(),
                c.meetingPlace(),
                c.contact(),
                c.authorisedBy());
    }

    public static CallingEvent.Dispatched dispatched(int dispatch, CallingCommand.Call call) {
        return new CallingEvent.Dispatched(OFFICER, minutes(5), dispatch, 1, call.unit(), call.role(), call.task());
    }

    public static CallingEvent.TakenOn takenOn(int dispatch, String unit) {
        return new CallingEvent.TakenOn(OFFICER, minutes(5), dispatch, unit, "handler-9", words("上门查看并报修"));
    }

    public static CallingEvent.LeadChanged leadChanged(
            int previous, String previousUnit, int dispatch, String unit, PreviousLead then) {
        return new CallingEvent.LeadChanged(
                OFFICER, minutes(20), previous, previousUnit, dispatch, unit, null, then, words("管线属水务公司"));
    }

    public static WorkEvent.Acknowledged acknowledged(int dispatch, By by) {
        return new WorkEvent.Acknowledged(by, minutes(12), dispatch, unitOf(by));
    }

    public static WorkEvent.Accepted accepted(int dispatch, By by) {
        return new WorkEvent.Accepted(by, minutes(15), dispatch, unitOf(by), "handler-9");
    }

    public static WorkEvent.Replied interim(int dispatch, By by) {
        return new WorkEvent.Replied(
                by, minutes(40), dispatch, unitOf(by), ReplyKind.INTERIM, null, words("已联系住户, 下午上门"), null, null, null);
    }

    public static WorkEvent.Replied finalReply(int dispatch, By by) {
        return new WorkEvent.Replied(
                by,
                minutes(190),
                dispatch,
                unitOf(by),
                ReplyKind.FINAL,
                Outcome.SOLVED,
                words("已更换阀门, 室温 20 度"),
                List.of(Evidence.PHOTO),
                attached(),
                null);
    }

    /** Entered five hours later, after the pack's grace. */
    public static WorkEvent.Contacted contacted(int dispatch, By by) {
        return new WorkEvent.Contacted(
                by,
                minutes(20),
                dispatch,
                unitOf(by),
                ContactResult.REACHED,
                ContactMeans.TELEPHONE,
                0,
                false,
                true,
                words("下午在家"));
    }

    /** Entered late too. */
    public static WorkEvent.Arrived arrived(int dispatch, By by) {
        return new WorkEvent.Arrived(
                by,
                minutes(60),
                dispatch,
                unitOf(by),
                ReportMode.ON_THE_SPOT,
                words("换热站"),
                List.of(Evidence.PHOTO),
                true,
                attached());
    }

    public static WorkEvent.Left left(int dispatch, By by) {
        return new WorkEvent.Left(by, minutes(120), dispatch, unitOf(by), false, words("去取阀门"));
    }

    public static WorkEvent.ParticularsAsked asked(int dispatch, By by) {
        return new WorkEvent.ParticularsAsked(by, minutes(16), dispatch, unitOf(by), words("哪一间不热?"));
    }

    public static ClosingEvent.ReworkOrdered reworkOrdered(int dispatch, String unit) {
        return new ClosingEvent.ReworkOrdered(OFFICER, minutes(200), dispatch, unit, 2, words("次卧仍然不热"));
    }

    public static ClosingEvent.Verified verified() {
        return new ClosingEvent.Verified(OFFICER, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度"));
    }

    public static RatingEvent.FollowedUp followedUp() {
        return new RatingEvent.FollowedUp(
                SUPERVISOR,
                minutes(300),
                null,
                RatingSource.INDEPENDENT,
                CallResult.REACHED,
                true,
                Solved.YES,
                Satisfied.BASICALLY,
                words("来得有点晚"));
    }

    public static RatingEvent.FollowedUp notSolved() {
        return new RatingEvent.FollowedUp(
                SUPERVISOR,
                minutes(300),
                null,
                RatingSource.INDEPENDENT,
                CallResult.REACHED,
                true,
                Solved.NO,
                Satisfied.NO,
                words("还是冷"));
    }

    /** The heating company promises a new pipe by the end of the day. */
    public static CommitmentEvent.CommitmentMade commitmentMade() {
        return new CommitmentEvent.CommitmentMade(
                HEATING_CLERK, minutes(245), 1, HEATING, words("更换老旧管道"), LocalDate.parse("2026-01-12"));
    }

    /** The clock of that promise. */
    public static ClockEvent.ClocksStarted commitmentClock() {
        var calendar = SampleRules.RULES.calendar().content();
        return new ClockEvent.ClocksStarted(
                HEATING_CLERK,
                minutes(245),
                null,
                null,
                minutes(245),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(
                        ClockKind.COMMITMENT,
                        1,
                        Reckoning.through(commitmentMade().dueOn(), minutes(245), calendar))));
    }

    public static CommitmentEvent.ReopeningPutForward reopeningPutForward() {
        return new CommitmentEvent.ReopeningPutForward(WATCHER, minutes(1800), 1, HEATING);
    }

    public static AppraisalEvent.ExclusionProposed exclusionProposed() {
        return new AppraisalEvent.ExclusionProposed(OFFICER, minutes(330), "force-majeure", words("寒潮爆管"));
    }

    public static AppraisalEvent.ExclusionDecided exclusionDecided(boolean excluded) {
        return new AppraisalEvent.ExclusionDecided(SUPERVISOR, minutes(340), "force-majeure", excluded, words("情况属实"));
    }

    public static AppraisalEvent.FindingProposed findingProposed() {
        return new AppraisalEvent.FindingProposed(OFFICER, minutes(330), words("要求室温 30 度"));
    }

    public static AppraisalEvent.FindingDecided findingDecided(boolean unreasonable) {
        return new AppraisalEvent.FindingDecided(SUPERVISOR, minutes(340), unreasonable, words("超出供热标准"));
    }

    public static ClosingEvent.Closed closed() {
        return new ClosingEvent.Closed(OFFICER, minutes(320), words("供热恢复"), List.of(Evidence.PHOTO), attached());
    }

    public static ClosingEvent.Reopened reopened() {
        return new ClosingEvent.Reopened(CALLER, minutes(1500), words("今早又不热了"));
    }

    private static String unitOf(By by) {
        return Objects.requireNonNull(by.unitId());
    }

    /** The clocks of the first dispatch, by {@link SampleRules#RULES}. */
    public static ClockEvent.ClocksStarted clocks() {
        return clocks(SampleRules.RULES);
    }

    /** The clocks of the first dispatch. */
    public static ClockEvent.ClocksStarted clocks(InForce rules) {
        return new ClockEvent.ClocksStarted(
                OFFICER,
                minutes(5),
                1,
                HEATING,
                minutes(5),
                rules.pack().ref(),
                rules.calendar().ref(),
                List.of(
                        clock(ClockKind.ACKNOWLEDGEMENT, new Span(SpanKind.WORKING_HOURS, 4), rules),
                        clock(ClockKind.HANDLING, new Span(SpanKind.WORKING_DAYS, 5), rules)));
    }

    static StartedClock clock(ClockKind kind, Span span) {
        return clock(kind, span, SampleRules.RULES);
    }

    private static StartedClock clock(ClockKind kind, Span span, InForce rules) {
        Due due = Reckoning.due(
                minutes(5), span, DayEnd.END_OF_WORK, rules.calendar().content());
        return new StartedClock(kind, 1, due, new ClockRule(span, DayEnd.END_OF_WORK, "sample"));
    }

    /** The unit's time to handle the matter, extended to then. */
    public static ClockEvent.DeadlinesRevised extended(Instant until) {
        StartedClock handling = clocks().clocks().getLast();
        DueStep step = DueStep.at(
                DueStepKind.EXTENDED, SampleRules.RULES.calendar().content().wall(until));
        return new ClockEvent.DeadlinesRevised(
                OFFICER,
                minutes(2000),
                1,
                HEATING,
                RevisionCause.EXTENDED,
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(
                        ClockKind.HANDLING, 1, new Due(until, false, List.of(step)), handling.rule())));
    }

    public static ExtensionEvent.ExtensionAsked extensionAsked() {
        return new ExtensionEvent.ExtensionAsked(HEATING_CLERK, minutes(2000), 1, HEATING, LATER, words("备件要从外地调来"));
    }

    public static ParkingEvent.ParkingProposed parkingProposed() {
        return new ParkingEvent.ParkingProposed(OFFICER, minutes(2000), "project", REVIEW_DAY, words("管网改造已列入计划"));
    }

    public static ParkingEvent.Parked parked() {
        return new ParkingEvent.Parked(SUPERVISOR, minutes(2000), "project", REVIEW_DAY, words("同意挂账"));
    }

    /** The arrival by the appointed time, found after it had been recorded as missed. */
    public static ClockEvent.DeadlineCorrected deadlineCorrected() {
        return new ClockEvent.DeadlineCorrected(
                OFFICER, minutes(400), 1, HEATING, ClockKind.ARRIVAL, 1, minutes(65), minutes(60));
    }

    /** Nobody of the heating company acknowledged within four working hours; found forty seconds later. */
    public static ClockEvent.DeadlineMissed deadlineMissed() {
        Instant due = clocks().clocks().getFirst().due().at();
        return new ClockEvent.DeadlineMissed(
                WATCHER, due, 1, HEATING, ClockKind.ACKNOWLEDGEMENT, 1, due, due.plusSeconds(40));
    }

    /** A sample of every step. */
    public static List<CaseCommand> commands() {
        return Stream.of(
                        IntakeSamples.COMMANDS,
                        CallingSamples.COMMANDS,
                        WorkSamples.COMMANDS,
                        DisputeSamples.COMMANDS,
                        ClosingSamples.COMMANDS,
                        RatingSamples.COMMANDS,
                        MutualSamples.COMMANDS,
                        CommitmentSamples.COMMANDS,
                        AppraisalSamples.COMMANDS,
                        SupervisionSamples.COMMANDS,
                        ClockSamples.COMMANDS,
                        ExtensionSamples.COMMANDS,
                        ParkingSamples.COMMANDS,
                        LinkSamples.COMMANDS,
                        IdentitySamples.COMMANDS)
                .flatMap(List::stream)
                .toList();
    }

    /** A sample of every event, with every optional part. */
    public static List<CaseEvent> events() {
        return Stream.of(
                        IntakeSamples.EVENTS,
                        CallingSamples.EVENTS,
                        WorkSamples.EVENTS,
                        DisputeSamples.EVENTS,
                        ClosingSamples.EVENTS,
                        RatingSamples.EVENTS,
                        MutualSamples.EVENTS,
                        CommitmentSamples.EVENTS,
                        AppraisalSamples.EVENTS,
                        SupervisionSamples.EVENTS,
                        ClockSamples.EVENTS,
                        ExtensionSamples.EVENTS,
                        ParkingSamples.EVENTS,
                        LinkSamples.EVENTS,
                        IdentitySamples.EVENTS)
                .flatMap(List::stream)
                .toList();
    }
}
