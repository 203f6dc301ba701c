package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalEvent;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.ClosingEvent;
import org.shaodao.casefile.CommitmentEvent;
import org.shaodao.casefile.ContactResult;
import org.shaodao.casefile.DeemedBy;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.casefile.ExtensionEvent;
import org.shaodao.casefile.IdentityEvent;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.LinkEvent;
import org.shaodao.casefile.MutualEvent;
import org.shaodao.casefile.ParkingEvent;
import org.shaodao.casefile.RatingEvent;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.SupervisionEvent;
import org.shaodao.casefile.WorkEvent;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.view.Change;

/** What each event adds to the course of a case. */
final class CourseChanges {
    private static final Duration SHORTLY = Duration.ofDays(1);

    private CourseChanges() {}

    static Course after(Course course, Change change) {
        CaseFacts facts = change.after();
        if (facts == null) {
            return course;
        }
        Instant recordedAt = change.recorded().recordedAt();
        Course known = parked(disputed(led(course, facts), change.before(), facts, recordedAt), facts, recordedAt);
        CaseEvent event = change.recorded().event();
        return switch (event) {
            case IntakeEvent e -> intake(known, facts, e);
            case WorkEvent e -> work(known, e);
            case DisputeEvent e -> dispute(known, e);
            case ClosingEvent e -> closing(known, facts, e);
            case RatingEvent e -> RatingCourse.after(known, facts, e);
            case ClockEvent e -> clocks(known, e);
            case ParkingEvent e -> parkedShortly(known, change.before(), e, recordedAt);
            case LinkEvent e -> link(known, facts, e);
            case CallingEvent _,
                    MutualEvent _,
                    CommitmentEvent _,
                    AppraisalEvent _,
                    SupervisionEvent _,
                    ExtensionEvent _,
                    IdentityEvent _ -> known;
        };
    }

    /** The unit that answers for the case: whose final reply was accepted, or else who leads now. */
    static @Nullable String answerable(Course course, CaseFacts facts) {
        Integer dispatch = course.acceptedLead() == null ? facts.responsible() : course.acceptedLead();
        DispatchFacts lead = dispatch == null ? null : facts.dispatches().get(dispatch);
        return Optional.ofNullable(lead)
                .or(() -> facts.dispatches().values().stream()
                        .filter(DispatchFacts::lead)
                        .reduce((before, last) -> last))
                .map(DispatchFacts::unit)
                .orElse(null);
    }

    private static Course led(Course course, CaseFacts facts) {
        SortedSet<String> leads = new TreeSet<>(course.leads());
        facts.dispatches().values().stream()
                .filter(DispatchFacts::lead)
                .map(DispatchFacts::unit)
                .forEach(leads::add);
        return course.withLeads(leads);
    }

    private static Course disputed(Course course, @Nullable CaseFacts before, CaseFacts facts, Instant at) {
        Course known = course;
        for (DispatchFacts dispatch : facts.dispatches().values()) {
            DispatchFacts old = before == null ? null : before.dispatches().get(dispatch.number());
            boolean was = old != null && decided(old.dispute());
            if (decided(dispatch.dispute()) && !was) {
                known = known.with(
                        dispatch.number(), known.sent(dispatch.number()).withDisputeEnded(at));
            }
        }
        return known;
    }

    static boolean decided(DisputeFacts dispute) {
        return dispute.succeeded() || dispute.state() == DisputeFacts.State.REJECTED;
    }

    private static Course parked(Course course, CaseFacts facts, Instant at) {
        Instant since = facts.parking().since();
        return since == null && course.parkedSince() != null
                ? course.withParked(course.parkedUntil(at)).withParkedSince(null)
                : course.withParkedSince(since);
    }

    private static Course intake(Course course, CaseFacts facts, IntakeEvent event) {
        String unit = answerable(course, facts);
        if (event instanceof IntakeEvent.Withdrawn e && unit != null) {
            return course.signal(Count.WITHDRAWN, Result.COUNTED, "", e.occurredAt(), unit);
        }
        if (event instanceof IntakeEvent.Corrected e
                && e.kind() == DemandKind.ENQUIRY
                && e.kindBefore() != DemandKind.ENQUIRY) {
            return course.signal(Count.BECAME_ENQUIRY, Result.COUNTED, "", e.occurredAt(), unit);
        }
        return event instanceof IntakeEvent.AnsweredAtOnce e ? verified(course, e.occurredAt()) : course;
    }

    private static Course work(Course course, WorkEvent event) {
        return switch (event) {
            case WorkEvent.Contacted e -> {
                Result result = e.contactResult() == ContactResult.REACHED ? Result.ANSWERED : Result.NOT_REACHED;
                yield late(
                        course.signal(Count.TRIED, result, e.by().person(), e.occurredAt(), e.unit()),
                        "contact",
                        e.late(),
                        e,
                        e.unit());
            }
            case WorkEvent.Arrived e -> late(course, "arrival", e.late(), e, e.unit());
            case WorkEvent.Replied e
            when e.kind() == ReplyKind.FINAL ->
                copied(course.with(e.dispatch(), course.sent(e.dispatch()).withOutcome(e.outcome())), e);
            case WorkEvent.Replied _,
                    WorkEvent.Acknowledged _,
                    WorkEvent.Accepted _,
                    WorkEvent.AssignedInside _,
                    WorkEvent.Left _,
                    WorkEvent.LateEntryConfirmed _,
                    WorkEvent.ParticularsAsked _,
                    WorkEvent.ParticularsAnswered _ -> course;
        };
    }

    private static Course copied(Course course, WorkEvent.Replied e) {
        return e.copies() == null ? course : course.signal(Count.COPIED, Result.COUNTED, "", e.occurredAt(), e.unit());
    }

    private static Course late(Course course, String entry, boolean late, WorkEvent e, String unit) {
        return late ? course.signal(Count.ENTERED_LATE, Result.COUNTED, entry, e.occurredAt(), unit) : course;
    }

    private static Course dispute(Course course, DisputeEvent event) {
        if (event instanceof DisputeEvent.DeemedAccepted e && e.deemedBy() == DeemedBy.SILENCE) {
            return course.with(e.dispatch(), course.sent(e.dispatch()).withSilent(true));
        }
        return event instanceof DisputeEvent.Designated e
                ? course.signal(Count.DESIGNATED, Result.COUNTED, "", e.occurredAt(), e.unit())
                : course;
    }

    private static Course closing(Course course, CaseFacts facts, ClosingEvent event) {
        return switch (event) {
            case ClosingEvent.Verified e -> accepted(verified(course, e.occurredAt()), facts);
            case ClosingEvent.ReworkOrdered e ->
                course.firstRework() == null ? course.withFirstRework(e.occurredAt()) : course;
            case ClosingEvent.Closed e -> course.closed(e.occurredAt(), answerable(course, facts));
            case ClosingEvent.Reopened e -> course.reopened(e.occurredAt());
            case ClosingEvent.SpotCheckAsked _,
                    ClosingEvent.SpotChecked _,
                    ClosingEvent.ObjectionRaised _,
                    ClosingEvent.ObjectionAnswered _ -> course;
        };
    }

    private static Course verified(Course course, Instant at) {
        return course.firstVerified() == null ? course.withFirstVerified(at) : course;
    }

    private static Course accepted(Course course, CaseFacts facts) {
        Course known = course;
        for (DispatchFacts dispatch : facts.dispatches().values()) {
            if (dispatch.state() == DispatchFacts.State.REPLIED) {
                Integer number = dispatch.number();
                known = known.with(number, known.sent(number).accepted(dispatch.round()));
                known = dispatch.lead() ? known.withAcceptedLead(number) : known;
            }
        }
        return known;
    }

    private static Course clocks(Course course, ClockEvent event) {
        return switch (event) {
            case ClockEvent.ClocksStarted e -> course.withPack(e.pack()).withCalendar(e.calendar());
            case ClockEvent.DeadlinesRevised e -> course.withPack(e.pack()).withCalendar(e.calendar());
            case ClockEvent.DeadlineCorrected _, ClockEvent.DeadlineMissed _, ClockEvent.WindowClosed _ -> course;
        };
    }

    private static Course parkedShortly(
            Course course, @Nullable CaseFacts before, ParkingEvent event, Instant recordedAt) {
        if (!(event instanceof ParkingEvent.Parked) || before == null) {
            return course;
        }
        return before.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.HANDLING && clock.counts())
                .filter(clock ->
                        clock.dueAt().isAfter(recordedAt) && clock.dueAt().isBefore(recordedAt.plus(SHORTLY)))
                .findFirst()
                .map(clock -> course.signal(
                        Count.PARKED_LATE, Result.COUNTED, "", event.occurredAt(), ClockMeasures.unitOf(before, clock)))
                .orElse(course);
    }

    private static Course link(Course course, CaseFacts facts, LinkEvent event) {
        boolean complained =
                facts.demand().kind() == DemandKind.COMPLAINT || facts.intake().chases() > 0;
        return event instanceof LinkEvent.MergedInto e && complained
                ? course.signal(
                        Count.MERGED_AFTER_COMPLAINT, Result.COUNTED, "", e.occurredAt(), answerable(course, facts))
                : course;
    }

    /** Whether the unit says that it solved the matter. */
    static boolean claimed(Course course) {
        Integer lead = course.acceptedLead();
        return lead != null && course.sent(lead).outcome() == Outcome.SOLVED;
    }
}
