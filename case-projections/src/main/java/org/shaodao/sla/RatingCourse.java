package org.shaodao.sla;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.RatingEvent;
import org.shaodao.casefile.RatingEvent.FollowedUp;
import org.shaodao.casefile.RatingSource;
import org.shaodao.clocks.ClockKind;
import org.shaodao.sla.Course.Answer;
import org.shaodao.sla.Course.Voice;

/** What the resident's word adds to the course of a case. What the street asked itself 自查回访 answers no indicator. */
final class RatingCourse {
    private RatingCourse() {}

    static Course after(Course course, CaseFacts facts, RatingEvent event) {
        return switch (event) {
            case FollowedUp e -> {
                Course called = called(course, facts, e);
                yield e.source() == RatingSource.SELF_CHECK ? called : asked(answered(called, facts, e), facts, e);
            }
            case RatingEvent.ResidentNotReached e ->
                e.complainant() == null ? followedUp(course, facts, Result.NOT_REACHED) : course;
            case RatingEvent.UnsolvedDecided _ -> course;
        };
    }

    private static Course called(Course course, CaseFacts facts, FollowedUp e) {
        return e.source() == RatingSource.RESIDENT
                ? course
                : course.signal(
                        Count.CALLED,
                        result(e),
                        e.by().person(),
                        e.occurredAt(),
                        CourseChanges.answerable(course, facts));
    }

    private static Result result(FollowedUp e) {
        return switch (e.result()) {
            case REACHED ->
                e.contacted() == null && e.solved() == null && e.satisfied() == null
                        ? Result.DECLINED
                        : Result.ANSWERED;
            case NOT_REACHED -> Result.NOT_REACHED;
            case DECLINED -> Result.DECLINED;
            case NO_CONTACT_DATA -> Result.NO_DATA;
        };
    }

    private static Course answered(Course course, CaseFacts facts, FollowedUp e) {
        if (e.result() != CallResult.REACHED) {
            return course;
        }
        String person = person(e.complainant());
        Voice known = course.voices().getOrDefault(person, Voice.NONE);
        String lead = course.acceptedLead() == null ? null : CourseChanges.answerable(course, facts);
        boolean claimed = CourseChanges.claimed(course);
        return course.with(
                person,
                new Voice(
                        first(known.contacted(), e.contacted(), e.occurredAt(), lead, claimed),
                        first(known.solved(), e.solved(), e.occurredAt(), lead, claimed),
                        first(known.satisfied(), e.satisfied(), e.occurredAt(), lead, claimed)));
    }

    private static String person(@Nullable UUID complainant) {
        return complainant == null ? "" : complainant.toString();
    }

    /** The first answer to a question counts. */
    private static <T> @Nullable Answer<T> first(
            @Nullable Answer<T> known, @Nullable T said, Instant at, @Nullable String lead, boolean claimed) {
        return known != null || said == null ? known : new Answer<>(said, at, lead, claimed);
    }

    /** The clock asks for the case's own complainant; a single call that nobody answered settles nothing. */
    private static Course asked(Course course, CaseFacts facts, FollowedUp e) {
        return e.complainant() != null || e.result() == CallResult.NOT_REACHED
                ? course
                : followedUp(course, facts, result(e));
    }

    private static Course followedUp(Course course, CaseFacts facts, Result result) {
        return facts.clocks().stream()
                .filter(clock -> clock.is(null, ClockKind.FOLLOW_UP))
                .map(ClockFacts::round)
                .reduce((before, last) -> last)
                .map(round -> course.followedUp(round, result))
                .orElse(course);
    }
}
