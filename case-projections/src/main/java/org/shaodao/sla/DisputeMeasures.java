package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.sla.Measure.Finding;

/** What dispatches and the disputes about them contribute. What the street took on itself was sent to nobody. */
final class DisputeMeasures {
    private DisputeMeasures() {}

    static Stream<Finding> of(CaseFacts facts, Course course, Yardsticks yardsticks) {
        return facts.dispatches().values().stream()
                .filter(dispatch -> !dispatch.own())
                .flatMap(dispatch -> Stream.concat(Stream.of(sent(dispatch)), dispute(dispatch, course, yardsticks)));
    }

    private static Finding sent(DispatchFacts dispatch) {
        DisputeFacts dispute = dispatch.dispute();
        Result result =
                dispute.ground() == null ? Result.KEPT : dispute.succeeded() ? Result.UPHELD : Result.HANDED_BACK;
        return new Finding(
                Count.SENT,
                dispatch.number().toString(),
                result,
                Objects.requireNonNullElse(dispute.ground(), ""),
                dispatch.dispatchedAt(),
                dispatch.unit());
    }

    private static Stream<Finding> dispute(DispatchFacts dispatch, Course course, Yardsticks yardsticks) {
        DisputeFacts dispute = dispatch.dispute();
        Instant since = dispute.since();
        Instant ended = course.sent(dispatch.number()).disputeEnded();
        String item = dispatch.number().toString();
        if (since == null) {
            return Stream.empty();
        }
        if (dispute.open()) {
            return Stream.of(new Finding(Count.OPEN_DISPUTE, item, Result.COUNTED, since, dispatch.unit()));
        }
        if (ended == null || !CourseChanges.decided(dispute)) {
            return Stream.empty();
        }
        Result result = dispute.succeeded() ? Result.UPHELD : Result.REJECTED;
        String ground = Objects.requireNonNullElse(dispute.ground(), "");
        String suggested = Objects.requireNonNullElse(dispute.suggested(), "");
        String unit = dispatch.unit();
        return Stream.of(
                new Finding(Count.DISPUTED, item, result, ground, ended, unit),
                new Finding(Count.SUGGESTED, item, result, suggested, ended, unit),
                new Finding(Count.RULING_TIME, item, result, bucket(Duration.between(since, ended)), ended, unit),
                new Finding(
                        Count.RULING_WORKING_TIME,
                        item,
                        result,
                        bucket(yardsticks.workingTime(since, ended, course.calendar())),
                        ended,
                        unit));
    }

    static String bucket(Duration duration) {
        return Integer.toString(Histogram.bucket(duration));
    }
}
