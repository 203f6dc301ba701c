package org.shaodao.view;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.ClosingEvent;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.LegalRoute;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.casefile.RatingEvent;
import org.shaodao.casefile.RatingSource;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.ReportMode;
import org.shaodao.casefile.StartedClock;
import org.shaodao.casefile.VerificationBasis;
import org.shaodao.casefile.WorkEvent;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.DueStep;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.VersionRef;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** Plain facts of one case in one street, every optional field filled. */
public final class Facts {
    public static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    public static final By STREET = new By("clerk", "street-1", Role.STREET, null);

    private Facts() {}

    public static Sealed sealed(String words) {
        return new Sealed(new UUID(1, 1), "1", words.length(), words);
    }

    public static By unit(String unit) {
        return new By("office-of-" + unit, unit, Role.UNIT, "officer");
    }

    public static IntakeEvent.Raised raised(UUID caseId, String number, String subject, String category) {
        return raised(caseId, number, "street-1", AT, subject, category);
    }

    public static CaseEvent raisedIn(String street, UUID caseId, Instant at) {
        return raised(caseId, "N-" + caseId, street, at, "subject", "leak");
    }

    private static IntakeEvent.Raised raised(
            UUID caseId, String number, String street, Instant at, String subject, String category) {
        return new IntakeEvent.Raised(
                new By("grid-worker", "community-1", Role.GRID_WORKER, null),
                at,
                caseId,
                number,
                street,
                new UUID(2, 2),
                DemandKind.COMPLAINT,
                Urgency.URGENT,
                Channel.GRID_VISIT,
                category,
                "grid-7",
                subject,
                sealed("narrative"),
                sealed("name"),
                sealed("phone"),
                sealed("address"),
                null,
                null,
                null,
                new OutsideNumber("12345", "X-" + number),
                null,
                null);
    }

    public static CaseEvent notAccepted() {
        return new IntakeEvent.NotAccepted(STREET, AT, LegalRoute.LITIGATION, sealed("reason"));
    }

    public static CaseEvent whistle(int number) {
        return new CallingEvent.WhistleBlown(
                STREET,
                AT,
                number,
                "resident-demand",
                sealed("why"),
                ReportMode.MEETING,
                AT.plusSeconds(3600),
                sealed("meetingPlace"),
                sealed("contact"),
                "chief");
    }

    public static CallingEvent.Dispatched dispatched(
            int number, @Nullable Integer whistle, String unit, DispatchRole role, Instant at) {
        return new CallingEvent.Dispatched(STREET, at, number, whistle, unit, role, sealed("task"));
    }

    public static CaseEvent acknowledged(int dispatch, String unit) {
        return new WorkEvent.Acknowledged(unit(unit), AT, dispatch, unit);
    }

    public static CaseEvent accepted(int dispatch, String unit) {
        return new WorkEvent.Accepted(unit(unit), AT, dispatch, unit, "handler");
    }

    public static CaseEvent interim(int dispatch, String unit) {
        return new WorkEvent.Replied(
                unit(unit), AT, dispatch, unit, ReplyKind.INTERIM, null, sealed("text"), null, null, null);
    }

    public static WorkEvent.Replied replied(int dispatch, String unit) {
        return new WorkEvent.Replied(
                unit(unit), AT, dispatch, unit, ReplyKind.FINAL, Outcome.SOLVED, sealed("text"), null, null, null);
    }

    public static ClosingEvent.ReworkOrdered reworkOrdered(int dispatch, String unit, int round) {
        return new ClosingEvent.ReworkOrdered(STREET, AT, dispatch, unit, round, sealed("reason"));
    }

    public static ClosingEvent.Verified verified() {
        return new ClosingEvent.Verified(STREET, AT, VerificationBasis.ON_SITE, sealed("findings"));
    }

    public static CaseEvent followedUp() {
        return new RatingEvent.FollowedUp(
                STREET,
                AT,
                null,
                RatingSource.SELF_CHECK,
                CallResult.REACHED,
                true,
                Solved.PARTLY,
                Satisfied.BASICALLY,
                sealed("words"));
    }

    public static CaseEvent closed() {
        return new ClosingEvent.Closed(STREET, AT, sealed("summary"), null, null);
    }

    public static CaseEvent reopened() {
        return new ClosingEvent.Reopened(STREET, AT, sealed("reason"));
    }

    /** To be acknowledged by then, and handled a day later, provisionally. */
    public static ClockEvent.ClocksStarted clocks(int dispatch, String unit, Instant dueAt) {
        DueStep step = new DueStep(
                DueStepKind.STARTED, LocalDateTime.parse("2026-03-01T16:00:00"), null, null, null, "Asia/Shanghai");
        return new ClockEvent.ClocksStarted(
                STREET,
                AT,
                dispatch,
                unit,
                AT,
                new VersionRef("default", "1", "a".repeat(64)),
                new VersionRef("cn", "1", "b".repeat(64)),
                List.of(
                        new StartedClock(ClockKind.ACKNOWLEDGEMENT, 1, new Due(dueAt, false, List.of(step))),
                        new StartedClock(
                                ClockKind.HANDLING, 1, new Due(dueAt.plusSeconds(86_400), true, List.of(step)))));
    }

    public static CaseEvent deadlineMissed(Integer dispatch, String unit, Instant dueAt) {
        return new ClockEvent.DeadlineMissed(
                new By("deadline-watcher", null, Role.SYSTEM, null),
                dueAt,
                dispatch,
                unit,
                ClockKind.ACKNOWLEDGEMENT,
                1,
                dueAt,
                dueAt.plusSeconds(1));
    }
}
