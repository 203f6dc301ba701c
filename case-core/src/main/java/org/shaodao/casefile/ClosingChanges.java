package org.shaodao.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shaodao.clocks.ClockKind;

/** 核验、结案. What judging work and ending a case changes. */
final class ClosingChanges {
    /** What begins with a verification and ends with it. */
    private static final Predicate<ClockFacts> AFTER_VERIFICATION = ClockFacts.running(null, ClockKind.OBJECTION_WINDOW)
            .or(ClockFacts.running(null, ClockKind.OBJECTION_ANSWER))
            .or(RatingFacts::overtaken);

    private ClosingChanges() {}

    static CaseFacts after(CaseFacts facts, ClosingEvent event, Instant recordedAt) {
        return switch (event) {
            case ClosingEvent.SpotCheckAsked e ->
                facts.withClosing(facts.closing().asking(e.unit()));
            case ClosingEvent.SpotChecked e -> facts;
            case ClosingEvent.ReworkOrdered e ->
                facts.changed(e.dispatch(), d -> d.sentBack(e.round()))
                        .withAnswered(false)
                        .withIntake(facts.intake().withResultReturned(false))
                        .withPhase(CasePhase.HANDLING)
                        .withClosing(facts.closing().withObjection(false))
                        .ended(null, ClockKind.VERIFICATION, recordedAt)
                        .withRating(facts.rating().goesOn())
                        .withCommitments(CommitmentFacts.goesOn(facts.commitments()))
                        .lapsed(AFTER_VERIFICATION, recordedAt);
            case ClosingEvent.Verified e ->
                facts.withPhase(CasePhase.VERIFIED)
                        .withClosing(facts.closing().withVerifier(e.by().person()))
                        .withRating(facts.rating().askedAnew())
                        .ended(null, ClockKind.VERIFICATION, recordedAt);
            case ClosingEvent.ObjectionRaised e ->
                facts.withClosing(facts.closing().withObjection(true));
            case ClosingEvent.ObjectionAnswered e ->
                anewIf(
                        e.upheld(),
                        facts.withClosing(facts.closing().withObjection(false))
                                .ended(null, ClockKind.OBJECTION_ANSWER, recordedAt),
                        recordedAt);
            case ClosingEvent.Closed e ->
                facts.withPhase(CasePhase.CLOSED)
                        .ended(null, ClockKind.WHOLE_CASE, recordedAt)
                        .ended(null, ClockKind.OUTSIDE, recordedAt)
                        .lapsed(ClockFacts.running(null, ClockKind.OBJECTION_WINDOW), recordedAt)
                        .lapsed(clock -> clock.kind() == ClockKind.SUPERVISION, recordedAt);
            case ClosingEvent.Reopened e ->
                facts.withPhase(CasePhase.HANDLING)
                        .withAnswered(false)
                        .withIntake(facts.intake().withResultReturned(false))
                        .withRating(facts.rating().goesOn())
                        .withCommitments(CommitmentFacts.goesOn(facts.commitments()))
                        .lapsed(AFTER_VERIFICATION, recordedAt)
                        .changed(
                                clock -> clock.is(null, ClockKind.WHOLE_CASE) || clock.is(null, ClockKind.OUTSIDE),
                                ClockFacts::resumed);
        };
    }

    /** What was answered at once, without anybody called, begins anew if that did not do. */
    static CaseFacts anewIf(boolean insufficient, CaseFacts facts, Instant recordedAt) {
        return insufficient && facts.lastLead() == null && facts.phase() == CasePhase.VERIFIED
                ? facts.withPhase(CasePhase.RAISED)
                        .withAnswered(false)
                        .withIntake(facts.intake().withResultReturned(false))
                        .withRating(facts.rating().goesOn())
                        .lapsed(AFTER_VERIFICATION, recordedAt)
                : facts;
    }

    static List<CaseEvent> starts(Starting start, ClosingEvent event) {
        return switch (event) {
            case ClosingEvent.ReworkOrdered e ->
                start.ofADispatch(e.dispatch(), EnumSet.of(ClockKind.HANDLING, ClockKind.PROGRESS), e.round());
            case ClosingEvent.Verified e ->
                Stream.of(
                                start.ofTheCase(ClockKind.FOLLOW_UP, ClockKind.OBJECTION_WINDOW),
                                MutualChanges.windows(start))
                        .flatMap(List::stream)
                        .toList();
            case ClosingEvent.ObjectionRaised e -> start.ofTheCase(ClockKind.OBJECTION_ANSWER);
            case ClosingEvent.SpotCheckAsked e -> List.of();
            case ClosingEvent.SpotChecked e -> List.of();
            case ClosingEvent.ObjectionAnswered e -> List.of();
            case ClosingEvent.Closed e -> List.of();
            case ClosingEvent.Reopened e -> new Revising(start).calendarPublished();
        };
    }
}
